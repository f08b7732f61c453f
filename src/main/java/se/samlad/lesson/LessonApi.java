package se.samlad.lesson;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Marking;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.lesson.Lesson.State;
import se.samlad.web.Done;

/** Lessons, for programs and forms. Times are RFC 3339, days ISO dates in Stockholm. */
@RestController
class LessonApi {

    static final String PATH = "/api" + LessonPages.PATH;

    /** @param good notable good practice @param marking by default those that the incident was opened to, or all members */
    record Noting(
            @Nullable String observation,
            @Nullable String cause,
            @Nullable UUID incident,
            @Nullable Boolean good,
            @Nullable Marking marking) {}

    record Correcting(
            @Nullable String observation,
            @Nullable String cause,
            @Nullable Boolean good,
            @Nullable String reason) {}

    record Words(@Nullable String text) {}

    /** @param stands false: the owner declines it, or it is taken back */
    record Answering(
            @Nullable UUID measure,
            @Nullable Boolean stands,
            @Nullable String text) {}

    /** @param measure left out: the acting one's only one @param done false: it is not, whatever was said before */
    record Carrying(
            @Nullable UUID measure,
            @Nullable Boolean done,
            @Nullable String text) {}

    /** @param in the incident, exercise or test call @param on a day; left out: today */
    record Testing(
            @Nullable UUID in,
            @Nullable String on,
            @Nullable Boolean worked,
            @Nullable String text) {}

    record Again(@Nullable String text, @Nullable UUID incident) {}

    record Ending(@Nullable String reason, @Nullable UUID into) {}

    /** @param due the earliest day of a measure that is not done; null: there is none */
    record Listed(
            UUID id,
            String observation,
            State state,
            boolean good,
            String actor,
            Instant at,
            @Nullable LocalDate due,
            boolean late) {}

    /** @param answered whether the owner has said its own word; what others propose waits for it @param version what a revision is drawn from */
    record Promise(
            UUID id,
            UUID version,
            String what,
            String owner,
            LocalDate by,
            @Nullable UUID activity,
            boolean answered,
            boolean stands,
            boolean done) {

        static Promise of(Measure m) {
            var said = m.said();
            return new Promise(
                    m.id(),
                    m.drawn(),
                    said.what(),
                    said.owner(),
                    said.by(),
                    said.activity(),
                    !m.waits(),
                    !m.isOut(),
                    m.done() != null);
        }
    }

    record Test(
            UUID in, LocalDate on, boolean worked, @Nullable String text, String actor) {}

    /** @param version what a correction of the observation is drawn from @param lessonVersion of the lesson; null: there is none */
    record Whole(
            Listed of,
            @Nullable String cause,
            @Nullable UUID incident,
            UUID version,
            @Nullable String lesson,
            @Nullable UUID lessonVersion,
            List<Promise> measures,
            List<Test> tests,
            long again) {}

    private final Lessons lessons;

    LessonApi(Lessons lessons) {
        this.lessons = lessons;
    }

    @PostMapping(PATH)
    Done note(@RequestBody Noting said, Acting by, Once once) {
        var recorded = lessons.observe(
                new Lessons.Observing(
                        said.observation(), said.cause(), said.incident(), null, said.good(), said.marking()),
                by,
                once);
        return new Done(recorded, LessonPages.PATH + "/" + recorded.id());
    }

    /** What was observed, corrected; the earlier words stay. */
    @PostMapping(PATH + "/{id}/correction")
    Recorded correct(@PathVariable UUID id, @RequestBody Correcting said, DrawnFrom from, Acting by, Once once) {
        return lessons.step(
                id,
                from,
                of -> of.says().drawn(),
                of -> Learning.reword(of, said.observation(), said.cause(), said.good(), said.reason(), by),
                by,
                once);
    }

    /** What is to be learnt; again, to put it otherwise. */
    @PostMapping(PATH + "/{id}/lesson")
    Recorded learn(@PathVariable UUID id, @RequestBody Words said, DrawnFrom from, Acting by, Once once) {
        return lessons.step(
                id, from, of -> of.says().lessonDrawn(), of -> Learning.learn(of, said.text(), by), by, once);
    }

    /**
     * A measure with owner and day, or with {@code measure} one that is otherwise from now on. Without {@code owner} it is the
     * acting one's; another's waits for its own word.
     */
    @PostMapping(PATH + "/{id}/measure")
    Recorded measure(@PathVariable UUID id, @RequestBody Learning.Planned said, DrawnFrom from, Acting by, Once once) {
        return lessons.measure(id, said, from, by, once);
    }

    /** The owner's own word on what was proposed to it (A4). */
    @PostMapping(PATH + "/{id}/own-word")
    Recorded answer(@PathVariable UUID id, @RequestBody Answering said, DrawnFrom from, Acting by, Once once) {
        return lessons.step(
                id,
                from,
                of -> of.measure(said.measure()).map(Measure::drawn).orElse(null),
                of -> Learning.answer(of, said.measure(), said.stands(), said.text(), by),
                by,
                once);
    }

    /** By the owner itself; {@code "done": false} takes it back. */
    @PostMapping(PATH + "/{id}/done")
    Recorded done(@PathVariable UUID id, @RequestBody Carrying said, Acting by, Once once) {
        return lessons.step(id, of -> Learning.done(of, said.measure(), said.done(), said.text(), by), by, once);
    }

    /** What was done, tested in an incident, an exercise or a test call. */
    @PostMapping(PATH + "/{id}/tested")
    Recorded test(@PathVariable UUID id, @RequestBody Testing said, Acting by, Once once) {
        return lessons.test(id, said, by, once);
    }

    /** The same again, in the acting one's own name. */
    @PostMapping(PATH + "/{id}/again")
    Recorded again(@PathVariable UUID id, @RequestBody Again said, Acting by, Once once) {
        return lessons.again(id, said.text(), said.incident(), by, once);
    }

    @PostMapping(PATH + "/{id}/ending")
    Recorded end(@PathVariable UUID id, @RequestBody Ending said, Acting by, Once once) {
        return lessons.end(id, said.reason(), said.into(), by, once);
    }

    /** The latest first. @param state left out: in any state */
    @GetMapping(PATH)
    List<Listed> all(@RequestParam(name = "state", required = false) @Nullable State state, Viewer viewer) {
        return lessons.seenBy(viewer).stream()
                .filter(lesson -> state == null || lesson.state() == state)
                .map(this::listed)
                .toList();
    }

    private Listed listed(Lesson of) {
        return new Listed(
                of.id(),
                of.says().observation(),
                of.state(),
                of.says().good(),
                of.by().actor(),
                of.at(),
                of.due().orElse(null),
                of.isLate(lessons.today()));
    }

    @GetMapping(PATH + "/{id}")
    Whole one(@PathVariable UUID id, Viewer viewer) {
        var of = lessons.get(id, viewer);
        return new Whole(
                listed(of),
                of.says().cause(),
                of.first().incident(),
                of.says().drawn(),
                of.says().lesson(),
                of.says().lessonDrawn(),
                of.measures().stream().map(Promise::of).toList(),
                of.steps(LessonFact.Tested.class).stream().map(LessonApi::test).toList(),
                of.steps(LessonFact.Again.class).size());
    }

    private static Test test(Lesson.Step step) {
        var t = (LessonFact.Tested) step.fact();
        return new Test(t.in(), t.on(), t.worked(), t.text(), step.by().actor());
    }
}
