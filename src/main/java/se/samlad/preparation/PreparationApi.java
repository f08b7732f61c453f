package se.samlad.preparation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Level;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.direction.DirectionFact.PreparedAdopted;
import se.samlad.incident.Incidents;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.preparation.Preparations.Prepared;
import se.samlad.preparation.Preparations.State;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Done;
import se.samlad.web.Say;

/** Types of event and what is prepared for them, for programs and forms. Days are ISO dates, Stockholm's. */
@RestController
class PreparationApi {

    private static final String PATH = "/api" + PreparationPages.PATH;
    private static final String ONE = PATH + "/{code}";

    record Raising(@Nullable String title, @Nullable String risk) {}

    record Weighing(
            @Nullable Integer likelihood,
            @Nullable Integer consequence,
            @Nullable String text) {}

    record Ordering(@Nullable Integer place, @Nullable String reason) {}

    record Discussing(
            @Nullable Level level,
            @Nullable LocalDate on,
            @Nullable String text) {}

    record Standing(@Nullable Boolean behind, @Nullable String reason) {}

    record Reviewing(@Nullable LocalDate next, @Nullable String text) {}

    record Keeping(@Nullable List<@Nullable String> items) {}

    record Ticking(
            @Nullable String code,
            @Nullable String item,
            @Nullable Boolean done) {}

    /** @param behind codes of the actors that stand behind the adopted version @param version what an edit is drawn from; null: no text */
    record Shown(
            String code,
            String title,
            State state,
            @Nullable Integer place,
            int weighed,
            @Nullable PreparedAdopted adopted,
            List<String> behind,
            List<String> notBehind,
            @Nullable LocalDate reviewBy,
            boolean overdue,
            List<String> checklist,
            @Nullable UUID version) {}

    private final Preparations preparations;
    private final Incidents incidents;

    PreparationApi(Preparations preparations, Incidents incidents) {
        this.preparations = preparations;
        this.incidents = incidents;
    }

    private static LocalDate today(Say say) {
        return OrdinaryForums.day(say.now());
    }

    /** How far each type of event has come; the texts are at {@code /api/prepared}. The checklist is the caller's own. */
    @GetMapping("/api/preparations")
    List<Shown> all(Viewer viewer, Say say) {
        var own = preparations.checklists(viewer);
        return preparations.all(viewer).stream()
                .map(each -> shown(each, own, say))
                .toList();
    }

    private static Shown shown(Prepared of, Checklists own, Say say) {
        var text = of.text();
        var adopted = text == null ? null : text.adopted();
        int version = adopted == null ? 0 : adopted.version();
        return new Shown(
                of.code(),
                of.title(say.language()),
                of.state(),
                of.event().place(),
                of.event().weighed().size(),
                adopted,
                of.event().standing(version, true),
                of.event().standing(version, false),
                of.reviewBy(),
                of.isOverdue(today(say)),
                own.items(of.code()),
                text == null ? null : text.drawn());
    }

    /** A type of event that may need a prepared direction. */
    @PostMapping(PATH)
    Done raise(@RequestBody Raising said, Acting by, Once once) {
        return new Done(preparations.raise(said.title(), said.risk(), by, once), PreparationPages.PATH);
    }

    @PostMapping(ONE + "/weighing")
    Recorded weigh(@PathVariable String code, @RequestBody Weighing said, Acting by, Once once) {
        return preparations.say(
                code, of -> Preparing.weigh(code, said.likelihood(), said.consequence(), said.text(), by), by, once);
    }

    @PostMapping(ONE + "/order")
    Recorded order(@PathVariable String code, @RequestBody Ordering said, Acting by, Once once) {
        return preparations.say(code, of -> Preparing.order(code, said.place(), said.reason(), by), by, once);
    }

    @PostMapping(ONE + "/discussions")
    Recorded discuss(@PathVariable String code, @RequestBody Discussing said, Acting by, Once once, Say say) {
        return preparations.say(
                code, of -> Preparing.discuss(code, said.level(), said.on(), said.text(), today(say), by), by, once);
    }

    /** The whole text anew; what is sent is Swedish, and a line that stood before keeps its translation. */
    @PostMapping(ONE + "/wording")
    Done word(@PathVariable String code, @RequestBody Preparations.Wording said, DrawnFrom from, Acting by, Once once) {
        return new Done(preparations.word(code, said, from, by, once), PreparationPages.PATH + "/" + code);
    }

    /** The heads adopt the latest version, said by who chairs them. */
    @PostMapping(ONE + "/adoption")
    Recorded adopt(
            @PathVariable String code,
            @RequestBody Preparing.Adoption said,
            DrawnFrom from,
            Acting by,
            Once once,
            Say say) {
        return preparations.adopt(code, said, from, today(say), by, once);
    }

    /** Whether the acting one's actor stands behind the adopted version. */
    @PostMapping(ONE + "/standing")
    Recorded stand(@PathVariable String code, @RequestBody Standing said, Acting by, Once once) {
        return preparations.say(
                code, of -> Preparing.stand(code, of.text(), said.behind(), said.reason(), by), by, once);
    }

    @PostMapping(ONE + "/review")
    Recorded review(@PathVariable String code, @RequestBody Reviewing said, Acting by, Once once, Say say) {
        return preparations.say(
                code, of -> Preparing.review(code, of.text(), said.next(), said.text(), today(say), by), by, once);
    }

    /** The acting one's own checklist, whole; nobody else sees it. */
    @PostMapping(ONE + "/checklist")
    Recorded keep(@PathVariable String code, @RequestBody Keeping said, DrawnFrom from, Acting by, Once once) {
        return preparations.keep(code, said.items(), from, by, once);
    }

    /** A line of one's own checklist, in an incident; with {@code done} false the tick is taken back. */
    @PostMapping("/api/incidents/{id}/checklist")
    Recorded tick(@PathVariable UUID id, @RequestBody Ticking said, Acting by, Once once) {
        incidents.get(id, by.viewer());
        return preparations.tick(id, said.code(), said.item(), said.done(), by, once);
    }
}
