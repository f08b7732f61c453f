package se.samlad.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.plan.PlanFact.State;
import se.samlad.plan.PlanFact.Work;
import se.samlad.plan.Plans.Settled;

/** The rules for annual plans (G2). Pure: no clock, no database, no Spring. */
final class Planning {

    static final int FIRST = 2015;
    static final int AHEAD = 5;
    static final int ACTIVITIES = 300;
    private static final int LONGEST = 4;
    private static final int PARTNERS = 40;
    private static final long MOST_SEK = 10_000_000_000L;

    private Planning() {}

    /** An activity as it is sent; all may be missing. @param sek whole SEK @param because why, where the plan is adopted */
    record Wording(
            @Nullable String goalArea,
            @Nullable String title,
            @Nullable String owner,
            @Nullable List<@Nullable String> partners,
            @Nullable LocalDate from,
            @Nullable LocalDate by,
            @Nullable Long sek,
            @Nullable String measure,
            @Nullable String followUp,
            @Nullable String because) {}

    /** How it stands, as it is sent. */
    record Standing(
            @Nullable State state,
            @Nullable Boolean nothingNew,
            @Nullable String text,
            @Nullable LocalDate expectedBy,
            @Nullable Long spent) {}

    /** What the rules need to know. @param area whether the goals of the year have one of the code @param actor whether it may own */
    record Known(Predicate<String> area, Predicate<String> actor, LocalDate today) {}

    /** The secretariat keeps the plan. */
    static boolean keeps(Viewer viewer) {
        return viewer.may(Mandate.ADMIT);
    }

    /** Any function that speaks for a member. */
    static boolean speaks(Acting by) {
        return by.viewer().isMember() && !by.function().onlyAdministers();
    }

    /** @throws Refused plan.no-year */
    static void mustBeYear(int year, LocalDate today) {
        if (year < FIRST || year > today.getYear() + AHEAD)
            throw new Refused("plan.no-year", String.valueOf(FIRST), String.valueOf(today.getYear() + AHEAD));
    }

    /** Whether the acting one may put an activity into the year's plan: any member, but once it is adopted the secretariat. */
    static boolean mayPlan(Settled year, Acting by) {
        return speaks(by) && (!year.isAdopted() || keeps(by.viewer()));
    }

    /** Whether it may write it anew: who keeps the plan, who has it, and before the plan is adopted who proposed it. */
    static boolean mayChange(Activity of, Settled year, Acting by) {
        if (!speaks(by)) return false;
        if (keeps(by.viewer()) || of.isOf(by.actor())) return true;
        return !year.isAdopted() && of.versions().getFirst().by().actor().equals(by.actor());
    }

    /** @throws NotMandated plan.members, plan.who-plans; Refused plan.no-year, plan.many, and as {@link #work} */
    static PlanFact.Planned plan(int year, Settled settled, int there, Wording said, Known known, Acting by) {
        if (!speaks(by)) throw new NotMandated("plan.members");
        mustBeYear(year, known.today());
        if (!mayPlan(settled, by)) throw new NotMandated("plan.who-plans");
        if (there >= ACTIVITIES) throw new Refused("plan.many", ACTIVITIES);
        return new PlanFact.Planned(year, work(year, said, known), because(settled, said.because()));
    }

    /** @throws NotMandated plan.who-changes; Refused as {@link #work}, plan.same where nothing differs */
    static PlanFact.Changed change(Activity of, Settled settled, Wording said, Known known, Acting by) {
        if (!mayChange(of, settled, by)) throw new NotMandated("plan.who-changes");
        var work = work(of.year(), said, known);
        if (work.equals(of.as())) throw new Refused("plan.same");
        return new PlanFact.Changed(work, because(settled, said.because()));
    }

    /** @throws Refused text.missing for because, where the plan is adopted */
    private static @Nullable String because(Settled settled, @Nullable String said) {
        return settled.isAdopted() ? Plain.text(said, "because") : null;
    }

    /** @throws Refused plan.area, plan.owner, plan.partner, plan.partners, plan.from, plan.by, plan.sek, text.…, at the field */
    private static Work work(int year, Wording said, Known known) {
        var area = said.goalArea() == null ? "" : said.goalArea().strip();
        if (!known.area().test(area)) throw new Refused("plan.area").at("goalArea");
        var owner = Plain.isEmpty(said.owner()) || said.owner() == null
                ? null
                : said.owner().strip();
        if (owner != null && !known.actor().test(owner)) throw new Refused("plan.owner").at("owner");
        var from = said.from() == null ? LocalDate.of(year, 1, 1) : said.from();
        if (from.getYear() < year - 1 || from.getYear() > year)
            throw new Refused("plan.from", String.valueOf(year - 1), String.valueOf(year)).at("from");
        var by = said.by();
        if (by == null || by.isBefore(from) || by.getYear() < year || by.getYear() >= year + LONGEST)
            throw new Refused("plan.by", String.valueOf(year), String.valueOf(year + LONGEST - 1)).at("by");
        return new Work(
                area,
                Plain.title(said.title(), "title"),
                owner,
                partners(said.partners(), owner, known),
                from,
                by,
                sek(said.sek(), "sek"),
                Plain.text(said.measure(), "measure"),
                Plain.optional(said.followUp(), "followUp"));
    }

    private static List<String> partners(@Nullable List<@Nullable String> said, @Nullable String owner, Known known) {
        var all = new ArrayList<String>();
        for (var each : said == null ? List.<@Nullable String>of() : said) {
            if (Plain.isEmpty(each) || each == null) continue;
            var code = each.strip();
            if (code.equals(owner) || all.contains(code)) continue;
            if (!known.actor().test(code)) throw new Refused("plan.partner").at("partners");
            all.add(code);
        }
        if (all.size() > PARTNERS) throw new Refused("plan.partners", PARTNERS).at("partners");
        return List.copyOf(all);
    }

    private static @Nullable Long sek(@Nullable Long sek, String field) {
        if (sek != null && (sek < 0 || sek > MOST_SEK)) throw new Refused("plan.sek").at(field);
        return sek;
    }

    /** Whether the acting one says how the activity stands: its owner does (A4). */
    static boolean states(Activity of, Acting by) {
        return speaks(by) && of.isOf(by.actor());
    }

    /**
     * @throws NotMandated plan.no-owner, plan.not-owner
     * @throws Refused plan.state, plan.sek, plan.expected-when at the field; text.missing, where it is late or dropped and nothing says why
     */
    static PlanFact.Stated state(Activity of, Standing said, LocalDate today, Acting by) {
        if (of.owner() == null) throw new NotMandated("plan.no-owner");
        if (!states(of, by)) throw new NotMandated("plan.not-owner");
        if (Boolean.TRUE.equals(said.nothingNew())) return same(of);
        var state = said.state();
        if (state == null) throw new Refused("plan.state").at("state");
        boolean explained = state == State.LATE || state == State.DROPPED;
        var text = explained ? Plain.text(said.text(), "text") : Plain.optional(said.text(), "text");
        var expected = state == State.LATE ? said.expectedBy() : null;
        if (expected != null && (expected.isBefore(today) || expected.getYear() > of.year() + AHEAD))
            throw new Refused("plan.expected-when").at("expectedBy");
        return new PlanFact.Stated(state, false, text, expected, sek(said.spent(), "spent"));
    }

    /** As it was last said. */
    private static PlanFact.Stated same(Activity of) {
        var last = of.last();
        var expected = last == null ? null : last.what().expected();
        return new PlanFact.Stated(of.state(), true, null, expected, null);
    }

    /** @throws NotMandated plan.no-owner, plan.not-owner; Refused plan.over, text.missing */
    static PlanFact.Declined decline(Activity of, @Nullable String reason, Acting by) {
        if (of.owner() == null) throw new NotMandated("plan.no-owner");
        if (!states(of, by)) throw new NotMandated("plan.not-owner");
        if (of.isOver()) throw new Refused("plan.over");
        return new PlanFact.Declined(Plain.text(reason, "reason"));
    }

    /** @throws NotMandated plan.who-keeps; Refused plan.no-year, plan.sek at the field */
    static PlanFact.Budgeted budget(
            int year, @Nullable Long sek, @Nullable String reference, LocalDate today, Acting by) {
        if (!keeps(by.viewer())) throw new NotMandated("plan.who-keeps");
        mustBeYear(year, today);
        if (sek == null) throw new Refused("plan.sek").at("sek");
        return new PlanFact.Budgeted(
                year, Objects.requireNonNull(sek(sek, "sek")), Plain.optionalTitle(reference, "reference"));
    }

    /**
     * @param chairs whether the acting one chairs the heads (F1)
     * @throws NotMandated plan.who-adopts; Refused plan.no-year, plan.adopted, plan.empty, plan.day at the field
     */
    static PlanFact.Adopted adopt(
            int year,
            Settled settled,
            int there,
            @Nullable LocalDate on,
            @Nullable String reference,
            boolean chairs,
            LocalDate today) {
        if (!chairs) throw new NotMandated("plan.who-adopts");
        mustBeYear(year, today);
        if (settled.isAdopted()) throw new Refused("plan.adopted");
        if (there == 0) throw new Refused("plan.empty");
        return new PlanFact.Adopted(year, day(on, today), Plain.optionalTitle(reference, "reference"));
    }

    /** @throws NotMandated plan.who-keeps; Refused plan.not-adopted, plan.day at the field, text.missing */
    static PlanFact.Presented present(
            int year, Settled settled, @Nullable LocalDate on, @Nullable String to, LocalDate today, Acting by) {
        if (!keeps(by.viewer())) throw new NotMandated("plan.who-keeps");
        if (!settled.isAdopted()) throw new Refused("plan.not-adopted");
        return new PlanFact.Presented(year, day(on, today), Plain.title(to, "to"));
    }

    /** @throws NotMandated plan.who-adopts; Refused plan.not-adopted, text.missing */
    static PlanFact.Reopened reopen(int year, Settled settled, @Nullable String reason, boolean chairs) {
        if (!chairs) throw new NotMandated("plan.who-adopts");
        if (!settled.isAdopted()) throw new Refused("plan.not-adopted");
        return new PlanFact.Reopened(year, Plain.text(reason, "reason"));
    }

    /** A day that has been. */
    private static LocalDate day(@Nullable LocalDate on, LocalDate today) {
        var day = on == null ? today : on;
        if (day.isAfter(today) || day.isBefore(today.minusYears(LONGEST))) throw new Refused("plan.day").at("on");
        return day;
    }
}
