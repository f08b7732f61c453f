package se.samlad.goal;

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
import se.samlad.access.Level;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.goal.GoalFact.Kind;
import se.samlad.goal.GoalFact.Outcome;
import se.samlad.goal.Goals.Document;
import se.samlad.goal.Goals.Remark;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Done;
import se.samlad.web.Say;

/** Goals documents, for programs and forms. Days are ISO dates, Stockholm's; times are RFC 3339. */
@RestController
@RequestMapping("/api" + GoalPages.PATH)
class GoalApi {

    record Beginning(@Nullable Integer from) {}

    record Leaving(@Nullable String area, @Nullable String reason) {}

    record Remarking(
            @Nullable String area,
            @Nullable Kind kind,
            @Nullable String text) {}

    record Answering(
            @Nullable UUID remark,
            @Nullable Outcome outcome,
            @Nullable String text) {}

    record Meeting(
            @Nullable Level level,
            @Nullable LocalDate on,
            @Nullable String text) {}

    record Adopting(@Nullable LocalDate on, @Nullable String reference) {}

    record Presenting(@Nullable LocalDate on, @Nullable String to) {}

    record Why(@Nullable String reason) {}

    /** @param document that the area stands in @param version what an edit is drawn from */
    record Shown(
            String code,
            String title,
            String titleEn,
            String text,
            @Nullable String textEn,
            UUID document,
            UUID version) {

        static List<Shown> of(Document of) {
            return of.passages().stream()
                    .filter(each -> !each.out())
                    .map(each -> new Shown(
                            each.as().code(),
                            each.as().sv(),
                            each.as().en(),
                            each.as().text(),
                            each.as().textEn(),
                            of.id(),
                            each.drawn()))
                    .toList();
        }
    }

    /** @param area null: of the whole document @param outcome null: nobody has answered */
    record Said(
            UUID id,
            String actor,
            String function,
            Instant at,
            @Nullable String area,
            Kind kind,
            String text,
            @Nullable Outcome outcome,
            @Nullable String answer) {

        static Said of(Remark of) {
            var answer = of.answer();
            return new Said(
                    of.id(),
                    of.by().actor(),
                    of.by().function(),
                    of.at(),
                    of.said().area(),
                    of.said().kind(),
                    of.said().text(),
                    answer == null ? null : answer.outcome(),
                    answer == null ? null : answer.text());
        }
    }

    /** @param version what an adoption is drawn from */
    record Whole(
            UUID id,
            int from,
            int until,
            @Nullable UUID of,
            List<Shown> areas,
            List<Said> remarks,
            List<GoalFact.Workshop> workshops,
            GoalFact.@Nullable Adopted adopted,
            GoalFact.@Nullable Presented presented,
            @Nullable String ended,
            UUID version) {}

    private final GoalDocuments documents;

    GoalApi(GoalDocuments documents) {
        this.documents = documents;
    }

    private static LocalDate today(Say say) {
        return OrdinaryForums.day(say.now());
    }

    /** The goal areas that hold this year. */
    @GetMapping
    List<Shown> areas(Viewer viewer, Say say) {
        return documents
                .goals(viewer)
                .holding(today(say).getYear())
                .map(Shown::of)
                .orElse(List.of());
    }

    @GetMapping("/{id}")
    Whole get(@PathVariable UUID id, Viewer viewer) {
        var of = documents.get(id, viewer);
        return new Whole(
                of.id(),
                of.from(),
                of.until(),
                of.of(),
                Shown.of(of),
                of.remarks().stream().map(Said::of).toList(),
                of.workshops().stream().map(Goals.Note::said).toList(),
                of.adopted(),
                of.presented(),
                of.ended(),
                of.drawn());
    }

    /** Work on the goals for four years begins with the areas of the last ones. */
    @PostMapping
    Done begin(@RequestBody Beginning said, Acting by, Once once, Say say) {
        var recorded = documents.begin(said.from(), today(say), by, once);
        return new Done(recorded, GoalPages.PATH + "/" + recorded.id());
    }

    /** An area anew; without {@code area} it is a new one. */
    @PostMapping("/{id}/areas")
    Recorded write(@PathVariable UUID id, @RequestBody Aiming.Wording said, DrawnFrom from, Acting by, Once once) {
        return documents.write(id, said.area(), from, of -> Aiming.write(of, said, by), by, once);
    }

    /** The document has no such area any longer. */
    @PostMapping("/{id}/removal")
    Recorded takeOut(@PathVariable UUID id, @RequestBody Leaving said, DrawnFrom from, Acting by, Once once) {
        return documents.write(
                id, said.area(), from, of -> Aiming.takeOut(of, said.area(), said.reason(), by), by, once);
    }

    /** In the acting one's own name; without {@code area} on the whole document. */
    @PostMapping("/{id}/remarks")
    Recorded remark(@PathVariable UUID id, @RequestBody Remarking said, Acting by, Once once) {
        return documents.add(id, of -> Aiming.remark(of, said.area(), said.kind(), said.text(), by), by, once);
    }

    @PostMapping("/{id}/answers")
    Recorded answer(@PathVariable UUID id, @RequestBody Answering said, Acting by, Once once) {
        return documents.answer(
                id, said.remark(), of -> Aiming.answer(of, said.remark(), said.outcome(), said.text(), by), by, once);
    }

    @PostMapping("/{id}/workshops")
    Recorded workshop(@PathVariable UUID id, @RequestBody Meeting said, Acting by, Once once, Say say) {
        return documents.add(
                id, of -> Aiming.workshop(of, said.level(), said.on(), said.text(), today(say), by), by, once);
    }

    /** The council adopts the document, said by who chairs it. */
    @PostMapping("/{id}/adoption")
    Recorded adopt(@PathVariable UUID id, @RequestBody Adopting said, DrawnFrom from, Acting by, Once once, Say say) {
        boolean chairs = documents.chairs(by);
        return documents.adopt(
                id,
                from,
                (of, taken) -> Aiming.adopt(of, said.on(), said.reference(), chairs, taken, today(say)),
                by,
                once);
    }

    @PostMapping("/{id}/presentation")
    Recorded present(@PathVariable UUID id, @RequestBody Presenting said, Acting by, Once once, Say say) {
        return documents.act(id, of -> Aiming.present(of, said.on(), said.to(), today(say), by), by, once);
    }

    /** The document is worked on again: it was not adopted, or not so. */
    @PostMapping("/{id}/reopening")
    Recorded reopen(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        boolean chairs = documents.chairs(by);
        return documents.act(id, of -> Aiming.reopen(of, said.reason(), chairs), by, once);
    }

    /** Nobody works on the draft any longer. */
    @PostMapping("/{id}/ending")
    Recorded end(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return documents.act(id, of -> Aiming.end(of, said.reason(), by), by, once);
    }
}
