package se.samlad.goal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.goal.GoalFact.Area;
import se.samlad.goal.GoalFact.Kind;
import se.samlad.goal.GoalFact.Outcome;
import se.samlad.goal.Goals.Document;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.web.Letters;

/** The rules for goals documents (G1). Pure: no clock, no database, no Spring. */
final class Aiming {

    static final int YEARS = 4;
    static final int AREAS = 30;
    private static final int FIRST = 2015;
    private static final int AHEAD = 8;
    private static final int BACK = 20;

    private Aiming() {}

    /** An area as it is sent. @param area the code; null: a new one */
    record Wording(
            @Nullable String area,
            @Nullable String title,
            @Nullable String titleEn,
            @Nullable String text,
            @Nullable String textEn) {}

    /** The secretariat keeps the text that all work on. */
    static boolean mayWrite(Viewer viewer) {
        return viewer.may(Mandate.ADMIT);
    }

    /** @throws NotMandated goal.who-writes */
    private static void mustWrite(Acting by) {
        if (!mayWrite(by.viewer())) throw new NotMandated("goal.who-writes");
    }

    /** Any function that speaks for a member says what its actor thinks (A4). */
    static boolean mayRemark(Acting by) {
        return by.viewer().isMember() && !by.function().onlyAdministers();
    }

    /**
     * @param of the document that holds before it; null: there is none
     * @throws NotMandated goal.who-writes; Refused goal.years-wrong at the field
     */
    static GoalFact.Begun begin(@Nullable Integer from, @Nullable Document of, LocalDate today, Acting by) {
        mustWrite(by);
        if (from == null || from < FIRST || from > today.getYear() + AHEAD)
            throw new Refused("goal.years-wrong", String.valueOf(FIRST), String.valueOf(today.getYear() + AHEAD))
                    .at("from");
        return new GoalFact.Begun(
                from, from + YEARS - 1, of == null ? null : of.id(), of == null ? List.of() : of.areas());
    }

    /** @throws NotMandated goal.who-writes; Refused goal.adopted, goal.no-area, goal.areas, text.… at the field */
    static GoalFact.Written write(Document of, Wording said, Acting by) {
        mustWrite(by);
        mustBeOpen(of);
        var title = Plain.title(said.title(), "title");
        var code = Plain.isEmpty(said.area()) || said.area() == null ? fresh(of, title) : known(of, said.area());
        var english = Plain.isEmpty(said.titleEn()) ? title : Plain.title(said.titleEn(), "titleEn");
        return new GoalFact.Written(new Area(
                code, title, english, Plain.text(said.text(), "text"), Plain.optional(said.textEn(), "textEn")));
    }

    private static String known(Document of, String code) {
        return of.passage(code.strip()).map(each -> each.as().code()).orElseThrow(() -> new Refused("goal.no-area")
                .at("area"));
    }

    /** A code of its own, made of the title. */
    private static String fresh(Document of, String title) {
        if (of.areas().size() >= AREAS) throw new Refused("goal.areas", AREAS).at("title");
        return Letters.code(title, "area", code -> of.passage(code).isPresent());
    }

    /** @throws NotMandated goal.who-writes; Refused goal.adopted, goal.no-area at the field, text.missing */
    static GoalFact.TakenOut takeOut(Document of, @Nullable String area, @Nullable String reason, Acting by) {
        mustWrite(by);
        mustBeOpen(of);
        var there = of.area(area == null ? "" : area.strip()).orElseThrow(() -> new Refused("goal.no-area").at("area"));
        return new GoalFact.TakenOut(there.code(), Plain.text(reason, "reason"));
    }

    /** @throws NotMandated goal.members; Refused goal.adopted, goal.no-area, goal.kind at the field, text.missing */
    static GoalFact.Remarked remark(
            Document of, @Nullable String area, @Nullable Kind kind, @Nullable String text, Acting by) {
        if (!mayRemark(by)) throw new NotMandated("goal.members");
        mustBeOpen(of);
        var about = Plain.isEmpty(area) || area == null
                ? null
                : of.area(area.strip())
                        .orElseThrow(() -> new Refused("goal.no-area").at("area"))
                        .code();
        return new GoalFact.Remarked(about, kind == null ? Kind.REMARK : kind, Plain.text(text, "text"));
    }

    /**
     * @throws NotMandated goal.who-writes
     * @throws Refused goal.no-remark, goal.outcome at the field; text.missing, where a remark is not wholly taken and nothing says why
     */
    static GoalFact.Answered answer(
            Document of, @Nullable UUID remark, @Nullable Outcome outcome, @Nullable String text, Acting by) {
        mustWrite(by);
        if (remark == null || of.remark(remark).isEmpty()) throw new Refused("goal.no-remark").at("remark");
        if (outcome == null) throw new Refused("goal.outcome").at("outcome");
        var why = outcome == Outcome.TAKEN ? Plain.optional(text, "text") : Plain.text(text, "text");
        return new GoalFact.Answered(outcome, why);
    }

    /** @throws NotMandated goal.who-writes; Refused goal.adopted, goal.level, goal.day at the field, text.missing */
    static GoalFact.Workshop workshop(
            Document of,
            @Nullable Level level,
            @Nullable LocalDate on,
            @Nullable String text,
            LocalDate today,
            Acting by) {
        mustWrite(by);
        mustBeOpen(of);
        if (level == null) throw new Refused("goal.level").at("level");
        return new GoalFact.Workshop(level, day(on, today), Plain.text(text, "text"));
    }

    /**
     * @param chairs whether the acting one chairs the council (F1)
     * @param taken whether another one is adopted for any of its years
     * @throws NotMandated goal.who-adopts; Refused goal.adopted, goal.ended, goal.taken, goal.unanswered, goal.empty, goal.day at the field
     */
    static GoalFact.Adopted adopt(
            Document of,
            @Nullable LocalDate on,
            @Nullable String reference,
            boolean chairs,
            boolean taken,
            LocalDate today) {
        if (!chairs) throw new NotMandated("goal.who-adopts");
        mustBeOpen(of);
        if (taken) throw new Refused("goal.taken");
        if (of.areas().isEmpty()) throw new Refused("goal.empty");
        int open = of.unanswered().size();
        if (open > 0) throw new Refused("goal.unanswered", open);
        return new GoalFact.Adopted(day(on, today), Plain.optionalTitle(reference, "reference"));
    }

    /** @throws NotMandated goal.who-writes; Refused goal.not-adopted, goal.day at the field, text.missing */
    static GoalFact.Presented present(
            Document of, @Nullable LocalDate on, @Nullable String to, LocalDate today, Acting by) {
        mustWrite(by);
        if (!of.isAdopted()) throw new Refused("goal.not-adopted");
        return new GoalFact.Presented(day(on, today), Plain.title(to, "to"));
    }

    /** @param chairs as of {@link #adopt} @throws NotMandated goal.who-adopts; Refused goal.not-adopted, text.missing */
    static GoalFact.Reopened reopen(Document of, @Nullable String reason, boolean chairs) {
        if (!chairs) throw new NotMandated("goal.who-adopts");
        if (!of.isAdopted()) throw new Refused("goal.not-adopted");
        return new GoalFact.Reopened(Plain.text(reason, "reason"));
    }

    /** A day that has been. */
    private static LocalDate day(@Nullable LocalDate on, LocalDate today) {
        var day = on == null ? today : on;
        if (day.isAfter(today) || day.isBefore(today.minusYears(BACK))) throw new Refused("goal.day").at("on");
        return day;
    }

    /** @throws NotMandated goal.who-writes; Refused goal.adopted, goal.ended, text.missing */
    static GoalFact.Ended end(Document of, @Nullable String reason, Acting by) {
        mustWrite(by);
        mustBeOpen(of);
        return new GoalFact.Ended(Plain.text(reason, "reason"));
    }

    private static void mustBeOpen(Document of) {
        if (of.ended() != null) throw new Refused("goal.ended");
        if (of.isAdopted()) throw new Refused("goal.adopted");
    }
}
