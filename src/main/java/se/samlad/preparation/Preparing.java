package se.samlad.preparation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Seat;
import se.samlad.direction.DirectionFact.PreparedAdopted;
import se.samlad.direction.PreparedDirections.Ground;
import se.samlad.direction.PreparedDirections.Standing;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.web.Letters;

/** The rules for preparing directions (D1). Pure: no clock, no database, no Spring. */
final class Preparing {

    static final int SCALE = 5;
    static final int ITEMS = 60;
    private static final int PLACES = 100;
    private static final int LINE = 500;
    private static final int LINES = 30;
    private static final int YEARS = 6;

    private Preparing() {}

    /** Any function that speaks for a member. */
    static boolean speaks(Acting by) {
        return by.viewer().isMember() && !by.function().onlyAdministers();
    }

    private static void mustSpeak(Acting by) {
        if (!speaks(by)) throw new NotMandated("preparation.members");
    }

    /** @param taken whether the code is another's @throws NotMandated preparation.members; Refused text.missing at the field */
    static PreparationFact.Raised raise(
            @Nullable String title, @Nullable String risk, Predicate<String> taken, Acting by) {
        mustSpeak(by);
        var name = Plain.title(title, "title");
        return new PreparationFact.Raised(Letters.code(name, "event", taken), name, Plain.text(risk, "risk"));
    }

    /** In the acting one's own name (A4). @throws NotMandated preparation.members; Refused preparation.scale at the field */
    static PreparationFact.Weighed weigh(
            String code,
            @Nullable Integer likelihood,
            @Nullable Integer consequence,
            @Nullable String text,
            Acting by) {
        mustSpeak(by);
        return new PreparationFact.Weighed(
                code, scale(likelihood, "likelihood"), scale(consequence, "consequence"), Plain.optional(text, "text"));
    }

    private static int scale(@Nullable Integer said, String field) {
        if (said == null || said < 1 || said > SCALE) throw new Refused("preparation.scale", SCALE).at(field);
        return said;
    }

    /** @throws NotMandated seat.COORDINATING; Refused preparation.place-wrong at the field, text.missing */
    static PreparationFact.Ordered order(String code, @Nullable Integer place, @Nullable String reason, Acting by) {
        Seat.COORDINATING.mustBeOf(by);
        if (place != null && (place < 1 || place > PLACES))
            throw new Refused("preparation.place-wrong", PLACES).at("place");
        return new PreparationFact.Ordered(code, place, Plain.text(reason, "reason"));
    }

    /** @throws NotMandated seat.COORDINATING; Refused preparation.level-wrong, preparation.day at the field, text.missing */
    static PreparationFact.Discussed discuss(
            String code,
            @Nullable Level level,
            @Nullable LocalDate on,
            @Nullable String text,
            LocalDate today,
            Acting by) {
        Seat.COORDINATING.mustBeOf(by);
        if (level == null) throw new Refused("preparation.level-wrong").at("level");
        return new PreparationFact.Discussed(code, level, day(on, today), Plain.text(text, "text"));
    }

    /** The secretariat, and who keeps the adopted one up to date. */
    static boolean mayWord(@Nullable Standing of, Acting by) {
        return by.may(Mandate.ADMIT) || isOwner(of, by);
    }

    private static boolean isOwner(@Nullable Standing of, Acting by) {
        var adopted = of == null ? null : of.adopted();
        return speaks(by) && adopted != null && adopted.owner().equals(by.actor());
    }

    /** @throws NotMandated preparation.who-words; Refused text.…, preparation.lines-most at the field */
    static Ground ground(
            @Nullable Standing of,
            @Nullable String title,
            @Nullable String when,
            @Nullable List<@Nullable String> facts,
            @Nullable List<@Nullable String> assumptions,
            Acting by) {
        if (!mayWord(of, by)) throw new NotMandated("preparation.who-words");
        return new Ground(
                Plain.title(title, "title"),
                Plain.text(when, "when"),
                lines(facts, "facts", LINES),
                lines(assumptions, "assumptions", LINES));
    }

    private static List<String> lines(@Nullable List<@Nullable String> said, String field, int most) {
        var all = new LinkedHashSet<String>();
        for (var each : said == null ? List.<@Nullable String>of() : said) {
            if (Plain.isEmpty(each)) continue;
            var line = Plain.text(each, field).replaceAll("\\s+", " ");
            if (line.length() > LINE) throw new Refused("text.too-long", field, LINE, line.length()).at(field);
            all.add(line);
        }
        if (all.size() > most) throw new Refused("preparation.lines-most", most).at(field);
        return List.copyOf(new ArrayList<>(all));
    }

    /**
     * @param chairs whether the acting one chairs the heads (F1)
     * @param mayOwn whether an actor may keep it up to date
     * @throws NotMandated preparation.who-adopts
     * @throws Refused preparation.text-first, preparation.adopted; preparation.owner-wrong, preparation.review-wrong, preparation.day at the field
     */
    static PreparedAdopted adopt(
            String code,
            @Nullable Standing of,
            Adoption said,
            boolean chairs,
            Predicate<String> mayOwn,
            LocalDate today) {
        if (!chairs) throw new NotMandated("preparation.who-adopts");
        if (of == null) throw new Refused("preparation.text-first");
        if (!of.isDraft()) throw new Refused("preparation.adopted");
        var owner = said.owner() == null ? "" : said.owner().strip();
        if (!mayOwn.test(owner)) throw new Refused("preparation.owner-wrong").at("owner");
        return new PreparedAdopted(
                code,
                of.latest().version(),
                day(said.on(), today),
                Plain.optionalTitle(said.reference(), "reference"),
                owner,
                ahead(said.reviewBy(), "reviewBy", today));
    }

    /** An adoption as it is sent. */
    record Adoption(
            @Nullable LocalDate on,
            @Nullable String reference,
            @Nullable String owner,
            @Nullable LocalDate reviewBy) {}

    private static LocalDate ahead(@Nullable LocalDate day, String field, LocalDate today) {
        if (day == null || !day.isAfter(today) || day.isAfter(today.plusYears(YEARS)))
            throw new Refused("preparation.review-wrong").at(field);
        return day;
    }

    private static LocalDate day(@Nullable LocalDate on, LocalDate today) {
        var day = on == null ? today : on;
        if (day.isAfter(today) || day.isBefore(today.minusYears(YEARS))) throw new Refused("preparation.day").at("on");
        return day;
    }

    static boolean mayStand(Acting by) {
        return by.viewer().isMember() && by.may(Mandate.STANCE);
    }

    /** In the acting one's own name (A4). @throws NotMandated preparation.who-stands; Refused preparation.not-adopted, text.missing */
    static PreparationFact.Stood stand(
            String code, @Nullable Standing of, @Nullable Boolean behind, @Nullable String reason, Acting by) {
        if (!mayStand(by)) throw new NotMandated("preparation.who-stands");
        var adopted = of == null ? null : of.adopted();
        if (adopted == null) throw new Refused("preparation.not-adopted");
        if (behind == null) throw new Refused("preparation.behind").at("behind");
        return new PreparationFact.Stood(
                code,
                adopted.version(),
                behind,
                behind ? Plain.optional(reason, "reason") : Plain.text(reason, "reason"));
    }

    static boolean mayReview(@Nullable Standing of, Acting by) {
        return of != null && of.adopted() != null && mayWord(of, by);
    }

    /** @throws NotMandated preparation.who-words; Refused preparation.not-adopted, preparation.review-wrong at the field */
    static PreparationFact.Reviewed review(
            String code,
            @Nullable Standing of,
            @Nullable LocalDate next,
            @Nullable String text,
            LocalDate today,
            Acting by) {
        if (of == null || of.adopted() == null) throw new Refused("preparation.not-adopted");
        if (!mayWord(of, by)) throw new NotMandated("preparation.who-words");
        return new PreparationFact.Reviewed(code, ahead(next, "next", today), Plain.optional(text, "text"));
    }

    /** The actor's own. @throws NotMandated preparation.members; Refused preparation.lines-most at the field */
    static PreparationFact.Checklist keep(String code, @Nullable List<@Nullable String> items, Acting by) {
        mustSpeak(by);
        return new PreparationFact.Checklist(code, lines(items, "items", ITEMS));
    }

    /** @throws NotMandated preparation.members; Refused preparation.no-item at the field */
    static PreparationFact.Ticked tick(
            UUID incident,
            Checklists own,
            @Nullable String code,
            @Nullable String item,
            @Nullable Boolean done,
            Acting by) {
        mustSpeak(by);
        var list = code == null ? "" : code.strip();
        var line = item == null ? "" : item.strip();
        if (!own.items(list).contains(line)) throw new Refused("preparation.no-item").at("item");
        return new PreparationFact.Ticked(incident, list, line, !Boolean.FALSE.equals(done));
    }
}
