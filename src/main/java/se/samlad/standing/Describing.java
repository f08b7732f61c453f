package se.samlad.standing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.standing.Description.Falls;
import se.samlad.standing.Description.Hanging;
import se.samlad.web.Due;

/** The rules for the register. Pure: no clock, no database, no Spring. */
final class Describing {

    static final int HANGING = 12;
    static final int SHORTEST = 5;
    static final int LONGEST = 480;
    static final int MONTHS = 60;
    private static final int NAME = 120;
    private static final int DEPUTIES = 6;
    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 5;

    private Describing() {}

    /** What falls due, as it is sent; all may be missing. */
    record Row(
            @Nullable Falls what,
            @Nullable Integer month,
            @Nullable String name,
            @Nullable String nameEn) {}

    /** A forum as it is sent, whole; all may be missing. */
    record Said(
            Due.@Nullable Forum kind,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String task,
            @Nullable String taskEn,
            @Nullable String chair,
            @Nullable String standIn,
            @Nullable Boolean everyone,
            @Nullable List<@Nullable String> members,
            @Nullable String subject,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable List<@Nullable String> months,
            @Nullable Integer week,
            @Nullable Integer day,
            @Nullable String at,
            @Nullable Integer minutes,
            @Nullable String room,
            @Nullable String online,
            @Nullable Integer holds,
            @Nullable List<@Nullable Row> hanging) {}

    /** By which functions an actor takes part, as it is sent. */
    record Seating(
            @Nullable String function,
            @Nullable List<@Nullable String> deputies,
            @Nullable LocalDate until) {}

    /** What the rules need to know of actors and functions. @param function by {@code actor/name} */
    record Known(Predicate<String> member, Function<String, Optional<se.samlad.access.Function>> function) {}

    /** The secretariat, which keeps what all have agreed on. */
    static boolean mayWrite(Viewer viewer) {
        return viewer.may(Mandate.ADMIT);
    }

    /** @throws NotMandated standing.who-writes */
    static void mustWrite(Acting by) {
        if (!mayWrite(by.viewer())) throw new NotMandated("standing.who-writes");
    }

    /** @throws Refused standing.…, text.missing, text.too-long, at the field; NotMandated standing.who-writes */
    static Description describe(Said said, Known known, Acting by) {
        mustWrite(by);
        var kind = said.kind();
        if (kind == null) throw new Refused("standing.kind").at("kind");
        var name = name(said.name(), "name");
        var english = Plain.isEmpty(said.nameEn()) ? name : name(said.nameEn(), "nameEn");
        var members = members(said, known);
        if (said.from() != null && said.until() != null && said.until().isBefore(said.from()))
            throw new Refused("standing.until").at("until");
        return new Description(
                kind,
                name,
                english,
                Plain.text(said.task(), "task"),
                Plain.optional(said.taskEn(), "taskEn"),
                chair(said.chair(), kind, known, "chair"),
                chair(said.standIn(), kind, known, "standIn"),
                members.isEmpty(),
                members,
                Plain.optionalTitle(said.subject(), "subject"),
                said.from(),
                said.until(),
                rhythm(said),
                Plain.optionalTitle(said.room(), "room"),
                Plain.optionalTitle(said.online(), "online"),
                within(said.holds(), 1, MONTHS, Description.HOLDS, "standing.holds", "holds"),
                hanging(said.hanging()));
    }

    private static String name(@Nullable String said, String field) {
        var name = Plain.title(said, field);
        if (name.length() > NAME) throw new Refused("text.too-long", field, NAME, name.length()).at(field);
        return name;
    }

    /** Empty: everyone. */
    private static List<String> members(Said said, Known known) {
        if (Boolean.TRUE.equals(said.everyone())) return List.of();
        var codes = new TreeSet<String>();
        for (var each : said.members() == null ? List.<String>of() : said.members()) {
            var code = each == null ? "" : each.strip();
            if (code.isEmpty()) continue;
            if (!known.member().test(code)) throw new Refused("standing.no-member", shortened(code)).at("members");
            codes.add(code);
        }
        if (codes.isEmpty()) throw new Refused("standing.members").at("members");
        return List.copyOf(codes);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static @Nullable String chair(@Nullable String said, Due.Forum kind, Known known, String field) {
        if (said == null || said.isBlank()) return null;
        var function = known.function()
                .apply(said.strip())
                .orElseThrow(() -> new Refused("standing.no-function", shortened(said)).at(field));
        if (!Description.bare(kind, "", "").fits(function.level())) throw new Refused("standing.level").at(field);
        return function.id();
    }

    /** No month: the forum meets when it is needed. */
    private static @Nullable Rhythm rhythm(Said said) {
        var months = new TreeSet<Integer>();
        for (var each : said.months() == null ? List.<String>of() : said.months())
            if (!Plain.isEmpty(each)) months.add(month(each));
        if (months.isEmpty()) return null;
        int week = within(said.week(), Rhythm.EVERY, Rhythm.LAST, 1, "standing.week", "week");
        int day = within(said.day(), 1, 7, 1, "standing.day", "day");
        int minutes = within(said.minutes(), SHORTEST, LONGEST, 60, "standing.minutes", "minutes");
        return new Rhythm(List.copyOf(months), week, day, time(said.at()), minutes);
    }

    private static int month(@Nullable String text) {
        for (int month = 1; month <= 12; month++) if (String.valueOf(month).equals(text)) return month;
        throw new Refused("standing.months").at("months");
    }

    private static String time(@Nullable String text) {
        if (Plain.isEmpty(text) || text == null) return "09:00";
        try {
            return LocalTime.parse(text.strip()).withSecond(0).withNano(0).toString();
        } catch (DateTimeException e) {
            throw new Refused("standing.time").at("at");
        }
    }

    private static int within(@Nullable Integer said, int least, int most, int usual, String refusal, String field) {
        if (said == null) return usual;
        if (said < least || said > most) throw new Refused(refusal, least, most).at(field);
        return said;
    }

    private static List<Hanging> hanging(@Nullable List<@Nullable Row> rows) {
        var all = new ArrayList<Hanging>();
        for (int i = 0; rows != null && i < rows.size(); i++) {
            var row = rows.get(i);
            var at = "hanging[" + i + "].";
            if (row == null || Plain.isEmpty(row.name()) && Plain.isEmpty(row.nameEn()) && row.month() == null)
                continue;
            if (row.month() == null || row.month() < 1 || row.month() > 12)
                throw new Refused("standing.months").at(at + "month");
            var what = row.what() == null ? Falls.DECISION : row.what();
            all.add(new Hanging(
                    what,
                    row.month(),
                    Plain.title(row.name(), at + "name"),
                    Plain.optionalTitle(row.nameEn(), at + "nameEn")));
        }
        if (all.size() > HANGING) throw new Refused("standing.hanging-most", HANGING).at("hanging");
        return List.copyOf(all);
    }

    /** @throws Refused standing.withdrawn, where the forum is; it is taken up again first */
    static void mustStand(OrdinaryForum forum) {
        if (forum.withdrawn() != null) throw new Refused("standing.withdrawn");
    }

    /**
     * @param from the first day without it; null: today
     * @throws NotMandated standing.who-writes; Refused standing.withdrawn, standing.withdraw-day at the field, text.missing
     */
    static StandingFact.Withdrawn withdraw(
            OrdinaryForum forum, @Nullable LocalDate from, @Nullable String reason, LocalDate today, Acting by) {
        mustWrite(by);
        mustStand(forum);
        var day = from == null ? today : from;
        var begins = forum.as().from();
        if (day.isBefore(today.minusYears(YEARS_BACK))
                || day.isAfter(today.plusYears(YEARS_AHEAD))
                || begins != null && day.isBefore(begins)) throw new Refused("standing.withdraw-day").at("from");
        return new StandingFact.Withdrawn(forum.code(), day, Plain.text(reason, "reason"));
    }

    /** @throws NotMandated standing.who-writes; Refused standing.not-withdrawn */
    static StandingFact.Resumed resume(OrdinaryForum forum, @Nullable String reason, Acting by) {
        mustWrite(by);
        if (forum.withdrawn() == null) throw new Refused("standing.not-withdrawn");
        return new StandingFact.Resumed(forum.code(), Plain.optional(reason, "reason"));
    }

    /** Whether one who acts so says by which functions its actor takes part. */
    static boolean maySeat(Acting by, boolean member) {
        return member && !by.function().onlyAdministers();
    }

    /**
     * An actor says it of itself (A4); the mandate must fit the level (A6).
     *
     * @param member whether the actor is in the forum
     * @throws NotMandated standing.not-in
     * @throws Refused standing.no-function, standing.level, standing.deputies, at the field
     */
    static StandingFact.Seated seat(String code, Description of, boolean member, Seating said, Known known, Acting by) {
        if (!maySeat(by, member)) throw new NotMandated("standing.not-in");
        var function = own(said.function(), known, by, "function");
        if (!of.fits(function.level())) throw new Refused("standing.level").at("function");
        var deputies = new ArrayList<String>();
        for (var each : said.deputies() == null ? List.<String>of() : said.deputies()) {
            if (Plain.isEmpty(each)) continue;
            var deputy = own(each, known, by, "deputies");
            if (!of.fits(deputy.level()) && !function.name().equals(deputy.deputyOf()))
                throw new Refused("standing.level").at("deputies");
            if (!deputy.name().equals(function.name()) && !deputies.contains(deputy.name()))
                deputies.add(deputy.name());
        }
        if (deputies.size() > DEPUTIES) throw new Refused("standing.deputies", DEPUTIES).at("deputies");
        return new StandingFact.Seated(code, by.actor(), function.name(), List.copyOf(deputies), said.until());
    }

    private static se.samlad.access.Function own(@Nullable String said, Known known, Acting by, String field) {
        var name = said == null ? "" : said.strip();
        var id = name.startsWith(by.actor() + "/") ? name : by.actor() + "/" + name;
        return known.function().apply(id).filter(f -> !f.onlyAdministers()).orElseThrow(() -> new Refused(
                        "standing.no-function", shortened(name))
                .at(field));
    }
}
