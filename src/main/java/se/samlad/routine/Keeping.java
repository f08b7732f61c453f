package se.samlad.routine;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.routine.Routine.Fault;
import se.samlad.routine.RoutineFact.Kind;
import se.samlad.routine.RoutineFact.Result;
import se.samlad.routine.RoutineFact.Text;

/** The rules for keeping routines, templates and supports (G7, R1, R4). Pure: no clock, no database, no Spring. */
final class Keeping {

    static final int MOST = 300;
    private static final int YEARS = 6;
    /** A path of our own, so that the link leads nowhere else. */
    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_-][A-Za-z0-9/_.?=&-]{0,198})?");

    private Keeping() {}

    /** The text as it is sent. @param kind null: as it was */
    record Wording(
            @Nullable Kind kind,
            @Nullable String title,
            @Nullable String titleEn,
            @Nullable String text,
            @Nullable String textEn,
            @Nullable String owner,
            @Nullable LocalDate reviewBy,
            @Nullable String fallback,
            @Nullable String fallbackEn,
            @Nullable String beyond,
            @Nullable String beyondEn,
            @Nullable String skilled,
            @Nullable String skilledEn,
            @Nullable String path) {}

    /** Any function that speaks for a member. */
    static boolean speaks(Acting by) {
        return by.viewer().isMember() && !by.function().onlyAdministers();
    }

    static boolean owns(Routine of, Acting by) {
        return speaks(by) && of.as().owner().equals(by.actor());
    }

    static boolean mayBegin(Acting by) {
        return by.may(Mandate.ADMIT);
    }

    /** The secretariat, and who keeps it up to date. */
    static boolean mayKeep(Routine of, Acting by) {
        return mayBegin(by) || owns(of, by);
    }

    /** Besides those who keep it, who reported the fault: its actor, in whatever function. */
    static boolean mayEnd(Routine of, Fault fault, Acting by) {
        return mayKeep(of, by) || speaks(by) && fault.by().actor().equals(by.actor());
    }

    /** @throws NotMandated routine.who-begins; Refused routine.most, and as {@link #rewrite} */
    static RoutineFact.Written begin(int there, Wording said, Predicate<String> mayOwn, LocalDate today, Acting by) {
        if (!mayBegin(by)) throw new NotMandated("routine.who-begins");
        if (there >= MOST) throw new Refused("routine.most", MOST).at("title");
        if (said.kind() == null) throw new Refused("routine.kind").at("kind");
        return written(said.kind(), said, mayOwn, today);
    }

    /**
     * @param mayOwn whether an actor may keep it up to date
     * @throws NotMandated routine.who-keeps
     * @throws Refused routine.withdrawn; at the field routine.kind-stays, routine.owner-wrong, routine.review-wrong,
     *     routine.path-wrong, text.missing, text.too-long
     */
    static RoutineFact.Written rewrite(Routine of, Wording said, Predicate<String> mayOwn, LocalDate today, Acting by) {
        mustKeep(of, by);
        mustBeInUse(of);
        var kind = of.as().kind();
        if (said.kind() != null && said.kind() != kind) throw new Refused("routine.kind-stays").at("kind");
        return written(kind, said, mayOwn, today);
    }

    private static RoutineFact.Written written(Kind kind, Wording said, Predicate<String> mayOwn, LocalDate today) {
        var title = new Text(Plain.title(said.title(), "title"), Plain.optionalTitle(said.titleEn(), "titleEn"));
        var text = text(said.text(), said.textEn(), "text");
        var fallback = text(said.fallback(), said.fallbackEn(), "fallback");
        var beyond = text(said.beyond(), said.beyondEn(), "beyond");
        var skilled = kind == Kind.SUPPORT ? text(said.skilled(), said.skilledEn(), "skilled") : null;
        var owner = said.owner() == null ? "" : said.owner().strip();
        if (!mayOwn.test(owner)) throw new Refused("routine.owner-wrong").at("owner");
        return new RoutineFact.Written(
                kind,
                title,
                text,
                owner,
                ahead(said.reviewBy(), "reviewBy", today),
                fallback,
                beyond,
                skilled,
                path(said.path()));
    }

    private static Text text(@Nullable String sv, @Nullable String en, String field) {
        return new Text(Plain.text(sv, field), Plain.optional(en, field + "En"));
    }

    private static @Nullable String path(@Nullable String said) {
        if (said == null || Plain.isEmpty(said)) return null;
        var path = said.strip();
        if (!PATH.matcher(path).matches()) throw new Refused("routine.path-wrong").at("path");
        return path;
    }

    /** It still holds. @throws NotMandated routine.who-keeps; Refused routine.withdrawn, routine.review-wrong at the field */
    static RoutineFact.Reviewed review(
            Routine of, @Nullable LocalDate next, @Nullable String text, LocalDate today, Acting by) {
        mustKeep(of, by);
        mustBeInUse(of);
        return new RoutineFact.Reviewed(ahead(next, "next", today), Plain.optional(text, "text"));
    }

    private static LocalDate ahead(@Nullable LocalDate day, String field, LocalDate today) {
        if (day == null || !day.isAfter(today) || day.isAfter(today.plusYears(YEARS)))
            throw new Refused("routine.review-wrong", YEARS).at(field);
        return day;
    }

    /**
     * In the acting one's own name (A4).
     *
     * @param on null: today
     * @throws NotMandated routine.members
     * @throws Refused routine.withdrawn, routine.only-supports; routine.result, routine.day, text.missing at the field
     */
    static RoutineFact.Tested test(
            Routine of,
            @Nullable LocalDate on,
            @Nullable Result result,
            @Nullable String text,
            LocalDate today,
            Acting by) {
        mustBeSupport(of, by);
        if (result == null) throw new Refused("routine.result").at("result");
        var day = on == null ? today : on;
        if (day.isAfter(today) || day.isBefore(today.minusYears(YEARS)))
            throw new Refused("routine.day", YEARS).at("on");
        return new RoutineFact.Tested(
                day, result, result == Result.WORKED ? Plain.optional(text, "text") : Plain.text(text, "text"));
    }

    /** In the acting one's own name (A4). @throws NotMandated routine.members; Refused as {@link #test} */
    static RoutineFact.FaultReported report(Routine of, @Nullable String text, Acting by) {
        mustBeSupport(of, by);
        return new RoutineFact.FaultReported(Plain.text(text, "text"));
    }

    /** @throws NotMandated routine.who-ends; Refused routine.no-fault at the field, routine.fault-over */
    static RoutineFact.FaultEnded end(Routine of, @Nullable UUID fault, @Nullable String text, Acting by) {
        var there = of.fault(fault).orElseThrow(() -> new Refused("routine.no-fault").at("fault"));
        if (!mayEnd(of, there, by)) throw new NotMandated("routine.who-ends");
        if (!there.goesOn()) throw new Refused("routine.fault-over");
        return new RoutineFact.FaultEnded(there.id(), Plain.optional(text, "text"));
    }

    /** @throws NotMandated routine.who-keeps; Refused routine.withdrawn, routine.fault-on, text.missing */
    static RoutineFact.Withdrawn withdraw(Routine of, @Nullable String reason, Acting by) {
        mustKeep(of, by);
        mustBeInUse(of);
        if (of.fails()) throw new Refused("routine.fault-on");
        return new RoutineFact.Withdrawn(Plain.text(reason, "reason"));
    }

    /** @throws NotMandated routine.who-keeps; Refused routine.in-use, text.missing */
    static RoutineFact.TakenUp takeUp(Routine of, @Nullable String reason, Acting by) {
        mustKeep(of, by);
        if (of.withdrawn() == null) throw new Refused("routine.in-use");
        return new RoutineFact.TakenUp(Plain.text(reason, "reason"));
    }

    private static void mustKeep(Routine of, Acting by) {
        if (!mayKeep(of, by)) throw new NotMandated("routine.who-keeps");
    }

    private static void mustBeInUse(Routine of) {
        if (of.withdrawn() != null) throw new Refused("routine.withdrawn");
    }

    private static void mustBeSupport(Routine of, Acting by) {
        if (!speaks(by)) throw new NotMandated("routine.members");
        mustBeInUse(of);
        if (!of.isSupport()) throw new Refused("routine.only-supports");
    }
}
