package se.samlad.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.casework.AllCases.Row;
import se.samlad.casework.CaseFact.Outcome;
import se.samlad.casework.CaseFact.Sheet;
import se.samlad.casework.Standing.State;
import se.samlad.casework.Standing.Turn;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.web.Done;
import se.samlad.web.Version;

/** Cases, for programs and forms. Times are RFC 3339. */
@RestController
class CaseApi {

    record Raising(@Nullable String title, @Nullable String text) {}

    record Words(@Nullable String text) {}

    record Why(@Nullable String reason) {}

    record Deciding(@Nullable Outcome outcome, @Nullable String reason) {}

    record Starting(@Nullable String owner, @Nullable List<@Nullable String> partners) {}

    record Work(
            @Nullable List<Working.@Nullable Planned> parts,
            @Nullable Long budget,
            @Nullable Long spent) {}

    record Merging(@Nullable UUID into, @Nullable String reason) {}

    /** @param since when it came to the state @param owner of its project; null: there is none */
    record Listed(
            UUID id,
            String title,
            State state,
            Turn turn,
            Instant since,
            String actor,
            Instant raisedAt,
            @Nullable String owner) {

        static Listed of(Row row) {
            var standing = row.standing();
            var project = standing.project();
            return new Listed(
                    row.id(),
                    row.title(),
                    standing.state(),
                    standing.turn(),
                    standing.since(),
                    row.by().actor(),
                    row.at(),
                    project == null ? null : project.owner());
        }
    }

    record Taken(
            String step,
            String actor,
            String function,
            Instant at,
            String text,
            @Nullable Outcome outcome) {

        static Taken of(Case.Step step) {
            return new Taken(
                    step.name(),
                    step.by().actor(),
                    step.by().function(),
                    step.at(),
                    step.text(),
                    step.fact() instanceof CaseFact.Decided decided ? decided.outcome() : null);
        }
    }

    /** @param same the actors that say that they have the same @param experience of those that have worked on it @param from the incident that it was left from */
    record Whole(
            UUID id,
            String title,
            String text,
            String actor,
            Instant raisedAt,
            State state,
            Turn turn,
            Instant since,
            List<Taken> same,
            List<Taken> experience,
            CaseFact.@Nullable Project project,
            CaseFact.@Nullable Work work,
            CaseFact.@Nullable Came from,
            List<Taken> steps,
            List<Part> sections) {}

    /** A section. @param version what an edit is drawn from @param versions the earliest first */
    record Part(UUID id, Sheet of, String heading, String text, UUID version, List<Written> versions) {

        static Part of(Section section) {
            var all = section.versions().stream().map(Written::of).toList();
            return new Part(section.id(), section.of(), section.heading(), section.text(), section.drawn(), all);
        }
    }

    /** @param at when it was recorded @param text empty: the section was taken out */
    record Written(UUID version, String actor, String function, Instant at, Instant occurredAt, String text) {

        static Written of(Version v) {
            return new Written(v.entry(), v.by().actor(), v.by().function(), v.at(), v.occurred(), v.text());
        }
    }

    private static final String PATH = "/api" + CasePages.PATH;

    private final Cases cases;

    CaseApi(Cases cases) {
        this.cases = cases;
    }

    private static Done at(UUID id, Recorded recorded) {
        return new Done(recorded, CasePages.PATH + "/" + id);
    }

    /** How the steps of cases are taken from now on, whole; by the secretariat. */
    @PostMapping("/api/case-steps")
    Recorded settle(@RequestBody Steps.Said said, DrawnFrom from, Acting by, Once once) {
        return cases.settle(said, from, by, once);
    }

    /** @param coordinating functions that act for the samordningsgruppen; empty: as usual @param days by state */
    record Settings(UUID version, List<String> coordinating, List<String> directing, Map<State, Integer> days) {}

    @GetMapping("/api/case-steps")
    Settings settings(Viewer viewer) {
        if (!viewer.isMember()) throw new NotThere();
        var steps = cases.steps();
        return new Settings(steps.version(), steps.coordinating(), steps.directing(), steps.days());
    }

    @PostMapping(PATH)
    Done raise(@RequestBody Raising said, Acting by, Once once) {
        var recorded = cases.raise(said.title(), said.text(), by, once);
        return at(recorded.id(), recorded);
    }

    @PostMapping(PATH + "/{id}/same")
    Done same(@PathVariable UUID id, @RequestBody Words said, Acting by, Once once) {
        return at(id, cases.say(id, of -> Working.same(of, said.text(), by), by, once));
    }

    @PostMapping(PATH + "/{id}/experience")
    Done experience(@PathVariable UUID id, @RequestBody Words said, Acting by, Once once) {
        return at(id, cases.say(id, of -> Working.experience(of, said.text(), by), by, once));
    }

    @PostMapping(PATH + "/{id}/examination")
    Recorded examine(@PathVariable UUID id, @RequestBody Words said, Acting by, Once once) {
        return cases.step(id, of -> Working.examine(of, said.text(), by), by, once);
    }

    @PostMapping(PATH + "/{id}/proposal")
    Recorded propose(@PathVariable UUID id, @RequestBody Words said, DrawnFrom from, Acting by, Once once) {
        return cases.step(id, Sheet.PROPOSAL, from, of -> Working.propose(of, said.text(), by), by, once);
    }

    @PostMapping(PATH + "/{id}/decision")
    Recorded decide(@PathVariable UUID id, @RequestBody Deciding said, DrawnFrom from, Acting by, Once once) {
        return cases.step(id, from, of -> Working.decide(of, said.outcome(), said.reason(), by), by, once);
    }

    @PostMapping(PATH + "/{id}/project")
    Recorded start(@PathVariable UUID id, @RequestBody Starting said, Acting by, Once once) {
        return cases.start(id, said.owner(), said.partners(), by, once);
    }

    /** How the project stands, by its owner in its own name. */
    @PostMapping(PATH + "/{id}/work")
    Recorded work(@PathVariable UUID id, @RequestBody Work said, DrawnFrom from, Acting by, Once once) {
        return cases.step(id, from, of -> Working.work(of, said.parts(), said.budget(), said.spent(), by), by, once);
    }

    /** By the project's owner, in its own name. */
    @PostMapping(PATH + "/{id}/report")
    Recorded report(@PathVariable UUID id, @RequestBody Words said, DrawnFrom from, Acting by, Once once) {
        return cases.step(id, Sheet.REPORT, from, of -> Working.report(of, said.text(), by), by, once);
    }

    /**
     * A section of the proposal or the report, which several write at once; without {@code section} it is a new one, and without
     * {@code text} it is taken out. The sections become the text of the step.
     */
    @PostMapping(PATH + "/{id}/sections")
    Recorded write(@PathVariable UUID id, @RequestBody Writing.Said said, DrawnFrom from, Acting by, Once once) {
        return cases.write(id, said, from, by, once);
    }

    @PostMapping(PATH + "/{id}/valuation")
    Recorded value(@PathVariable UUID id, @RequestBody Words said, DrawnFrom from, Acting by, Once once) {
        return cases.step(id, from, of -> Working.value(of, said.text(), by), by, once);
    }

    @PostMapping(PATH + "/{id}/follow-up")
    Recorded followUp(@PathVariable UUID id, @RequestBody Words said, Acting by, Once once) {
        return cases.step(id, of -> Working.followUp(of, said.text(), by), by, once);
    }

    @PostMapping(PATH + "/{id}/ending")
    Recorded end(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return cases.step(id, of -> Working.end(of, said.reason(), by), by, once);
    }

    /** The case goes on in another. */
    @PostMapping(PATH + "/{id}/merging")
    Recorded merge(@PathVariable UUID id, @RequestBody Merging said, Acting by, Once once) {
        return cases.merge(id, said.into(), said.reason(), by, once);
    }

    @PostMapping(PATH + "/{id}/resting")
    Recorded rest(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return cases.step(id, of -> Working.rest(of, said.reason(), by), by, once);
    }

    @PostMapping(PATH + "/{id}/resumption")
    Recorded resume(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return cases.step(id, of -> Working.resume(of, said.reason(), by), by, once);
    }

    /** What has waited longest is first. @param state left out: in any state */
    @GetMapping(PATH)
    List<Listed> all(@RequestParam(name = "state", required = false) @Nullable State state, Viewer viewer) {
        return cases.seenBy(viewer).stream()
                .filter(row -> state == null || row.standing().state() == state)
                .map(Listed::of)
                .toList();
    }

    @GetMapping(PATH + "/{id}")
    Whole one(@PathVariable UUID id, Viewer viewer) {
        var of = cases.get(id, viewer);
        var standing = of.standing();
        return new Whole(
                of.id(),
                of.raised().title(),
                of.raised().text(),
                of.by().actor(),
                of.at(),
                standing.state(),
                standing.turn(),
                standing.since(),
                told(of.others("same")),
                told(of.others("experience")),
                standing.project(),
                of.work(),
                of.came(),
                told(of.steps()),
                of.sections().stream().map(Part::of).toList());
    }

    private static List<Taken> told(List<Case.Step> steps) {
        return steps.stream().map(Taken::of).toList();
    }
}
