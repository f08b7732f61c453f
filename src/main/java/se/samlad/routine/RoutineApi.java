package se.samlad.routine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.routine.RoutineFact.Result;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Done;
import se.samlad.web.Say;

/** Routines, templates and supports, for programs and forms. Days are ISO dates, Stockholm's; times are RFC 3339. */
@RestController
@RequestMapping("/api" + RoutinePages.PATH)
class RoutineApi {

    record Reviewing(@Nullable LocalDate next, @Nullable String text) {}

    record Testing(
            @Nullable LocalDate on,
            @Nullable Result result,
            @Nullable String text) {}

    record Reporting(@Nullable String text) {}

    record Ending(@Nullable UUID fault, @Nullable String text) {}

    record Why(@Nullable String reason) {}

    /** A test, by the actor that says how it went. */
    record Test(
            String actor,
            LocalDate on,
            Result result,
            @Nullable String text) {}

    /** @param ended null: it goes on @param was what it was; null: not said */
    record Failing(
            UUID id,
            String actor,
            Instant at,
            String text,
            @Nullable Instant ended,
            @Nullable String was) {

        static Failing of(Routine.Fault of) {
            var end = of.ended();
            return new Failing(
                    of.id(),
                    of.by().actor(),
                    of.at(),
                    of.text(),
                    end == null ? null : end.at(),
                    end == null ? null : end.what().text());
        }
    }

    /**
     * @param state of a support in use
     * @param withdrawn the reason; null: it is in use
     * @param version what an edit is drawn from
     */
    record Whole(
            UUID id,
            RoutineFact.Written text,
            LocalDate reviewBy,
            boolean overdue,
            Routine.@Nullable State state,
            List<Failing> faults,
            List<Test> tests,
            int versions,
            @Nullable String withdrawn,
            UUID version) {

        static Whole of(Routine of, LocalDate today) {
            return new Whole(
                    of.id(),
                    of.as(),
                    of.reviewBy(),
                    of.isOverdue(today),
                    of.state(today),
                    of.faults().stream().map(Failing::of).toList(),
                    of.tests().stream().map(Whole::test).toList(),
                    of.versions().size(),
                    of.withdrawn() == null ? null : of.withdrawn().what().reason(),
                    of.drawn());
        }

        private static Test test(Routine.Said<RoutineFact.Tested> of) {
            var said = of.what();
            return new Test(of.by().actor(), said.on(), said.result(), said.text());
        }
    }

    private final Routines routines;

    RoutineApi(Routines routines) {
        this.routines = routines;
    }

    private static LocalDate today(Say say) {
        return OrdinaryForums.day(say.now());
    }

    /** Those in use, by Swedish name. */
    @GetMapping
    List<Whole> all(Viewer viewer, Say say) {
        return routines.seenBy(viewer).inUse().stream()
                .map(each -> Whole.of(each, today(say)))
                .toList();
    }

    @GetMapping("/{id}")
    Whole get(@PathVariable UUID id, Viewer viewer, Say say) {
        return Whole.of(routines.get(id, viewer), today(say));
    }

    @PostMapping
    Done begin(@RequestBody Keeping.Wording said, Acting by, Once once, Say say) {
        var recorded = routines.begin(said, today(say), by, once);
        return new Done(recorded, RoutinePages.PATH + "/" + recorded.id());
    }

    /** The whole text anew, as its next version. */
    @PostMapping("/{id}")
    Recorded rewrite(
            @PathVariable UUID id, @RequestBody Keeping.Wording said, DrawnFrom from, Acting by, Once once, Say say) {
        return routines.rewrite(id, said, from, today(say), by, once);
    }

    /** It still holds, until it is looked at anew. */
    @PostMapping("/{id}/review")
    Recorded review(@PathVariable UUID id, @RequestBody Reviewing said, Acting by, Once once, Say say) {
        return routines.act(id, of -> Keeping.review(of, said.next(), said.text(), today(say), by), by, once);
    }

    /** A support was tried; without {@code on} today. */
    @PostMapping("/{id}/tests")
    Recorded test(@PathVariable UUID id, @RequestBody Testing said, Acting by, Once once, Say say) {
        return routines.act(
                id, of -> Keeping.test(of, said.on(), said.result(), said.text(), today(say), by), by, once);
    }

    /** A support fails. The answer's id is the fault's. */
    @PostMapping("/{id}/faults")
    Recorded report(@PathVariable UUID id, @RequestBody Reporting said, Acting by, Once once) {
        return routines.act(id, of -> Keeping.report(of, said.text(), by), by, once);
    }

    @PostMapping("/{id}/repair")
    Recorded end(@PathVariable UUID id, @RequestBody Ending said, Acting by, Once once) {
        return routines.act(id, of -> Keeping.end(of, said.fault(), said.text(), by), by, once);
    }

    @PostMapping("/{id}/withdrawal")
    Recorded withdraw(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return routines.act(id, of -> Keeping.withdraw(of, said.reason(), by), by, once);
    }

    /** It is used again. */
    @PostMapping("/{id}/resumption")
    Recorded takeUp(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return routines.act(id, of -> Keeping.takeUp(of, said.reason(), by), by, once);
    }
}
