package se.samlad.course;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.course.CourseFact.Heads;
import se.samlad.course.CourseFact.Kind;
import se.samlad.course.CourseFact.Wording;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules for courses and exercises (G6). Pure: no clock, no database, no Spring. */
final class Training {

    static final int COURSES = 100;
    static final int OCCASIONS = 500;
    static final int LONGEST = 120;
    static final int MOST = 500;
    static final int SEATS = 5_000;
    private static final int NAMES = 50;
    private static final int ROWS = 200;
    private static final int YEARS_AHEAD = 3;

    private Training() {}

    /** A course as it is sent; all may be missing. @param season a month from 1 */
    record Said(
            @Nullable Kind kind,
            @Nullable String nameSv,
            @Nullable String nameEn,
            @Nullable String text,
            @Nullable List<@Nullable Level> forLevels,
            @Nullable List<@Nullable String> forFunctions,
            @Nullable Integer months,
            @Nullable Integer season) {}

    /** An occasion as it is sent. */
    record Calling(
            @Nullable LocalDate on,
            @Nullable LocalTime at,
            @Nullable String where,
            @Nullable Integer seats) {}

    /** A function and how many of its holders, as it is sent. @param number null: none */
    record Row(@Nullable String function, @Nullable Integer number) {}

    /** The secretariat writes the courses. */
    static boolean keeps(Viewer viewer) {
        return viewer.may(Mandate.ADMIT);
    }

    /** Any function that speaks for a member. */
    static boolean speaks(Acting by) {
        return by.viewer().isMember() && !by.function().onlyAdministers();
    }

    private static void mustSpeak(Acting by) {
        if (!speaks(by)) throw new NotMandated("course.members");
    }

    private static void mustKeep(Acting by) {
        if (!keeps(by.viewer())) throw new NotMandated("course.who-keeps");
    }

    /** @param known whether some actor has a function of the name @throws NotMandated course.who-keeps; Refused course.many, and as {@link #wording} */
    static CourseFact.Written write(int there, Said said, Predicate<String> known, Acting by) {
        mustKeep(by);
        if (there >= COURSES) throw new Refused("course.many", COURSES);
        return new CourseFact.Written(wording(said, known));
    }

    /** @throws NotMandated course.who-keeps; Refused course.same where nothing differs, and as {@link #wording} */
    static CourseFact.Changed change(Course of, Said said, Predicate<String> known, Acting by) {
        mustKeep(by);
        var next = wording(said, name -> known.test(name) || of.as().functions().contains(name));
        if (next.equals(of.as()) && !of.isWithdrawn()) throw new Refused("course.same");
        return new CourseFact.Changed(next);
    }

    /** @throws Refused course.kind-wrong, course.for-whom, course.function-wrong, course.functions-many, course.months-wrong, course.season-wrong, text.…, at the field */
    private static Wording wording(Said said, Predicate<String> known) {
        if (said.kind() == null) throw new Refused("course.kind-wrong").at("kind");
        var levels = Objects.requireNonNullElse(said.forLevels(), List.<@Nullable Level>of()).stream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        var functions = names(said.forFunctions(), known);
        if (levels.isEmpty() && functions.isEmpty()) throw new Refused("course.for-whom").at("forLevels");
        var months = said.months();
        if (months == null || months < 1 || months > LONGEST)
            throw new Refused("course.months-wrong", LONGEST).at("months");
        var season = said.season();
        if (season != null && (season < 1 || season > 12)) throw new Refused("course.season-wrong").at("season");
        return new Wording(
                said.kind(),
                Plain.title(said.nameSv(), "nameSv"),
                Plain.optionalTitle(said.nameEn(), "nameEn"),
                Plain.text(said.text(), "text"),
                levels,
                functions,
                months,
                season);
    }

    private static List<String> names(@Nullable List<@Nullable String> said, Predicate<String> known) {
        var all = new LinkedHashSet<String>();
        for (var each : said == null ? List.<@Nullable String>of() : said) {
            if (each == null || Plain.isEmpty(each)) continue;
            var name = each.strip();
            if (!known.test(name)) throw new Refused("course.function-wrong").at("forFunctions");
            all.add(name);
        }
        if (all.size() > NAMES) throw new Refused("course.functions-many", NAMES).at("forFunctions");
        return all.stream().sorted().toList();
    }

    /** @throws NotMandated course.who-keeps; Refused course.withdrawn, text.missing */
    static CourseFact.Withdrawn withdraw(Course of, @Nullable String reason, Acting by) {
        mustKeep(by);
        mustHold(of);
        return new CourseFact.Withdrawn(Plain.text(reason, "reason"));
    }

    private static void mustHold(Course of) {
        if (of.isWithdrawn()) throw new Refused("course.withdrawn");
    }

    /** @throws NotMandated course.members; Refused course.withdrawn, course.occasions-many; course.on-wrong, course.seats-wrong, text.… at the field */
    static CourseFact.Called call(Course of, Calling said, LocalDate today, Acting by) {
        mustSpeak(by);
        mustHold(of);
        if (of.occasions().size() >= OCCASIONS) throw new Refused("course.occasions-many", OCCASIONS);
        var on = said.on();
        if (on == null || on.isBefore(today) || on.isAfter(today.plusYears(YEARS_AHEAD)))
            throw new Refused("course.on-wrong", YEARS_AHEAD).at("on");
        var seats = said.seats();
        if (seats != null && (seats < 1 || seats > SEATS)) throw new Refused("course.seats-wrong", SEATS).at("seats");
        var at = said.at() == null ? null : said.at().withSecond(0).withNano(0);
        return new CourseFact.Called(on, at, Plain.title(said.where(), "where"), seats);
    }

    /** Whether the acting one's actor holds the occasion, or it is the secretariat. */
    static boolean mayCallOff(Occasion of, Acting by) {
        return speaks(by) && (holds(of, by) || keeps(by.viewer()));
    }

    static boolean holds(Occasion of, Acting by) {
        return speaks(by) && of.by().actor().equals(by.actor());
    }

    /** @throws NotMandated course.who-holds; Refused course.off, course.been, text.missing */
    static CourseFact.CalledOff callOff(Occasion of, @Nullable String reason, LocalDate today, Acting by) {
        if (!mayCallOff(of, by)) throw new NotMandated("course.who-holds");
        mustBeOn(of);
        if (of.on().isBefore(today)) throw new Refused("course.been");
        return new CourseFact.CalledOff(Plain.text(reason, "reason"));
    }

    private static void mustBeOn(Occasion of) {
        if (of.isOff()) throw new Refused("course.off");
    }

    /** In the acting one's own name (A4). @throws NotMandated course.members; Refused course.withdrawn, course.off, course.been, and as {@link #heads} */
    static CourseFact.Coming come(
            Course course,
            Occasion of,
            @Nullable List<@Nullable Row> said,
            List<Function> own,
            LocalDate today,
            Acting by) {
        mustSpeak(by);
        mustHold(course);
        mustBeOn(of);
        if (of.on().isBefore(today)) throw new Refused("course.been");
        return new CourseFact.Coming(heads(course, said, own));
    }

    /**
     * By the actor itself, or by who held the occasion where the actor has said nothing (A4).
     *
     * @param functions those of the actor that it is said of
     * @throws NotMandated course.members, course.who-notes
     * @throws Refused course.off, course.not-yet, course.said-itself, and as {@link #heads}
     */
    static CourseFact.Attended attend(
            Course course,
            Occasion of,
            String actor,
            @Nullable List<@Nullable Row> said,
            List<Function> functions,
            LocalDate today,
            Acting by) {
        mustSpeak(by);
        boolean own = by.actor().equals(actor);
        if (!own && !holds(of, by)) throw new NotMandated("course.who-notes");
        mustBeOn(of);
        if (of.on().isAfter(today)) throw new Refused("course.not-yet");
        if (!own && of.hasSaidItself(actor)) throw new Refused("course.said-itself");
        return new CourseFact.Attended(actor, heads(course, said, functions));
    }

    /** Each function once, those with none left out. @throws Refused course.not-for; course.rows-wrong, course.row-wrong, course.number-wrong at the field */
    private static List<Heads> heads(Course course, @Nullable List<@Nullable Row> said, List<Function> functions) {
        var concerned = course.concerned(functions).stream().map(Function::name).toList();
        if (concerned.isEmpty()) throw new Refused("course.not-for");
        var rows = said == null ? List.<@Nullable Row>of() : said;
        if (rows.size() > ROWS) throw new Refused("course.rows-wrong").at("functions");
        var all = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row == null) continue;
            var name = row.function() == null ? "" : row.function().strip();
            if (!concerned.contains(name) || all.containsKey(name))
                throw new Refused("course.row-wrong").at("functions[" + i + "].function");
            int number = row.number() == null ? 0 : row.number();
            if (number < 0 || number > MOST)
                throw new Refused("course.number-wrong", MOST).at("functions[" + i + "].number");
            all.put(name, number);
        }
        var heads = new ArrayList<Heads>();
        all.forEach((name, number) -> {
            if (number > 0) heads.add(new Heads(name, number));
        });
        return List.copyOf(heads);
    }
}
