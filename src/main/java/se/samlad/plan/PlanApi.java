package se.samlad.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.plan.PlanFact.State;
import se.samlad.plan.PlanFact.Work;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Done;
import se.samlad.web.Say;

/** Annual plans, for programs and forms. Days are ISO dates, Stockholm's; times are RFC 3339; money is whole SEK. */
@RestController
class PlanApi {

    static final String YEAR = "/api" + PlanPages.PATH + "/{year}";
    static final String ONE = "/api" + PlanPages.ACTIVITIES + "/{id}";

    record Why(@Nullable String reason) {}

    record Budgeting(@Nullable Long sek, @Nullable String reference) {}

    record Adopting(@Nullable LocalDate on, @Nullable String reference) {}

    record Presenting(@Nullable LocalDate on, @Nullable String to) {}

    record Word(
            String actor,
            String function,
            Instant at,
            State state,
            boolean nothingNew,
            @Nullable String text) {

        static Word of(Activity.Said said) {
            return new Word(
                    said.by().actor(),
                    said.by().function(),
                    said.at(),
                    said.what().state(),
                    said.what().nothingNew(),
                    said.what().text());
        }
    }

    /**
     * An activity.
     *
     * @param taken whether its owner has said that it takes it on
     * @param late whether its last day has passed, or its owner says so
     * @param said how it stood, in its owner's words, the earliest first
     * @param version what a change is drawn from
     */
    record Shown(
            UUID id,
            int year,
            String goalArea,
            String title,
            @Nullable String owner,
            List<String> partners,
            LocalDate from,
            LocalDate by,
            @Nullable Long sek,
            @Nullable Long spent,
            String measure,
            @Nullable String followUp,
            State state,
            boolean taken,
            boolean late,
            @Nullable LocalDate expected,
            @Nullable String declined,
            List<Word> said,
            UUID version) {

        static Shown of(Activity of, LocalDate today) {
            Work as = of.as();
            return new Shown(
                    of.id(),
                    of.year(),
                    as.goalArea(),
                    as.title(),
                    as.owner(),
                    as.partners(),
                    as.from(),
                    as.by(),
                    as.sek(),
                    of.spent(),
                    as.measure(),
                    as.followUp(),
                    of.state(),
                    of.isTaken(),
                    of.isLate(today),
                    of.expected(),
                    of.declined(),
                    of.said().stream().map(Word::of).toList(),
                    of.drawn());
        }
    }

    /** @param title null: the goals have no such area any longer */
    record Area(String code, @Nullable String title, List<Shown> activities) {}

    /**
     * A year's plan, goal area by goal area.
     *
     * @param withoutActivity codes of goal areas
     * @param version what an adoption is drawn from; null: there is nothing yet
     */
    record Whole(
            int year,
            PlanFact.@Nullable Budgeted budget,
            PlanFact.@Nullable Adopted adopted,
            PlanFact.@Nullable Presented presented,
            long planned,
            long spent,
            List<Area> areas,
            List<String> withoutActivity,
            List<UUID> withoutOwner,
            List<UUID> late,
            @Nullable UUID version) {}

    private final YearPlans plans;

    PlanApi(YearPlans plans) {
        this.plans = plans;
    }

    private static LocalDate today(Say say) {
        return OrdinaryForums.day(say.now());
    }

    private static List<UUID> ids(List<Activity> of) {
        return of.stream().map(Activity::id).toList();
    }

    @GetMapping(YEAR)
    Whole year(@PathVariable int year, Viewer viewer, Say say) {
        var today = today(say);
        var up = plans.followUp(year, today, viewer);
        var areas = up.areas().stream()
                .map(row -> new Area(
                        row.code(),
                        row.area() == null ? null : row.area().title(say.language()),
                        row.activities().stream()
                                .map(each -> Shown.of(each, today))
                                .toList()))
                .toList();
        return new Whole(
                year,
                up.settled().budget(),
                up.settled().adopted(),
                up.settled().presented(),
                up.planned(),
                up.spent(),
                areas,
                up.withoutActivity().stream().map(FollowUp.Row::code).toList(),
                ids(up.withoutOwner()),
                ids(up.late()),
                up.settled().drawn());
    }

    @GetMapping(ONE)
    Shown one(@PathVariable UUID id, Viewer viewer, Say say) {
        return Shown.of(plans.get(id, viewer), today(say));
    }

    /** Any member proposes one; it is its owner's when the owner has said something of it itself (A4). */
    @PostMapping(YEAR + "/activities")
    Done plan(@PathVariable int year, @RequestBody Planning.Wording said, Acting by, Once once, Say say) {
        var recorded = plans.plan(year, said, today(say), by, once);
        return new Done(recorded, PlanPages.ACTIVITIES + "/" + recorded.id());
    }

    /** Whole, as it is from now on. */
    @PostMapping(ONE)
    Recorded change(
            @PathVariable UUID id, @RequestBody Planning.Wording said, DrawnFrom from, Acting by, Once once, Say say) {
        return plans.change(id, said, from, today(say), by, once);
    }

    /** How it stands, by its owner; with {@code nothingNew} as it was last said. */
    @PostMapping(ONE + "/state")
    Recorded state(@PathVariable UUID id, @RequestBody Planning.Standing said, Acting by, Once once, Say say) {
        return plans.act(id, of -> Planning.state(of, said, today(say), by), by, once);
    }

    /** Its owner does not take it on. */
    @PostMapping(ONE + "/refusal")
    Recorded decline(@PathVariable UUID id, @RequestBody Why said, Acting by, Once once) {
        return plans.act(id, of -> Planning.decline(of, said.reason(), by), by, once);
    }

    @PostMapping(YEAR + "/budget")
    Recorded budget(
            @PathVariable int year, @RequestBody Budgeting said, DrawnFrom from, Acting by, Once once, Say say) {
        return plans.settle(
                year,
                from,
                Plans.Settled::budgetDrawn,
                (settled, n) -> Planning.budget(year, said.sek(), said.reference(), today(say), by),
                by,
                once);
    }

    /** The heads adopt the plan, said by who chairs them. */
    @PostMapping(YEAR + "/adoption")
    Recorded adopt(@PathVariable int year, @RequestBody Adopting said, DrawnFrom from, Acting by, Once once, Say say) {
        boolean chairs = plans.chairs(by);
        return plans.settle(
                year,
                from,
                (settled, n) -> Planning.adopt(year, settled, n, said.on(), said.reference(), chairs, today(say)),
                by,
                once);
    }

    @PostMapping(YEAR + "/presentation")
    Recorded present(@PathVariable int year, @RequestBody Presenting said, Acting by, Once once, Say say) {
        return plans.settle(
                year,
                DrawnFrom.UNSTATED,
                (settled, n) -> Planning.present(year, settled, said.on(), said.to(), today(say), by),
                by,
                once);
    }

    /** The plan was not adopted, or not so. */
    @PostMapping(YEAR + "/reopening")
    Recorded reopen(@PathVariable int year, @RequestBody Why said, Acting by, Once once) {
        boolean chairs = plans.chairs(by);
        return plans.settle(
                year,
                DrawnFrom.UNSTATED,
                (settled, n) -> Planning.reopen(year, settled, said.reason(), chairs),
                by,
                once);
    }
}
