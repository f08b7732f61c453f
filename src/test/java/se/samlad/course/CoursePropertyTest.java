package se.samlad.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.course.Course.State;
import se.samlad.course.CourseFact.Heads;
import se.samlad.course.CourseFact.Wording;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;
import se.samlad.journal.By;
import se.samlad.journal.Labels;

/** Whatever is called and said, what is in force follows from attendance alone, and a withdrawn course lacks nobody (G6, A4). */
class CoursePropertyTest {

    private static final UUID STREAM = new UUID(7, 7);
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Labels MEMBERS = Labels.of("members");
    private static final List<String> ACTORS = List.of("taby", "nacka", "solna");
    private static final List<String> NAMES = List.of("tib", "chef");
    private static final int OCCASIONS = 4;

    /** Something that somebody records about an occasion. */
    record Step(String by, int about, CourseFact fact) {}

    private static Function function(String actor, String name) {
        return new Function(actor, name, name, name, Level.COORDINATING, Set.of(Mandate.REPORT), null, null);
    }

    private static Arbitrary<List<Heads>> heads() {
        return Arbitraries.of(
                List.of(),
                List.of(new Heads("tib", 2)),
                List.of(new Heads("chef", 1)),
                List.of(new Heads("tib", 1), new Heads("chef", 3)));
    }

    private static Arbitrary<CourseFact> facts() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, heads().map(CourseFact.Coming::new)),
                net.jqwik.api.Tuple.of(
                        8, Combinators.combine(Arbitraries.of(ACTORS), heads()).as(CourseFact.Attended::new)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new CourseFact.CalledOff("Sjuk"))));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(ACTORS), Arbitraries.integers().between(0, OCCASIONS - 1), facts())
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Wording> wordings() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(1, 12).injectNull(0.4))
                .as((months, season) -> new Wording(
                        CourseFact.Kind.COURSE,
                        "Rakel",
                        null,
                        "Tala",
                        List.of(Level.COORDINATING),
                        List.of(),
                        months,
                        season));
    }

    private static LocalDate day(int occasion) {
        return FIRST.plusMonths(5L * occasion);
    }

    private static By by(String actor) {
        return new By(actor + ".tib", actor, "tib");
    }

    private static Given given(Wording as, List<Step> steps) {
        var given = new Given(STREAM);
        var in = Envelope.at(Given.NOON, MEMBERS);
        given.add(given.nextId(), STREAM, by("ssr"), new CourseFact.Written(as), in);
        for (int i = 0; i < OCCASIONS; i++) {
            var called = new CourseFact.Called(day(i), null, "Här", null);
            var id = given.nextId();
            given.add(id, id, by("nacka"), called, in);
        }
        for (var step : steps)
            given.add(given.nextId(), new UUID(1, 2L + step.about()), by(step.by()), step.fact(), in);
        return given;
    }

    private static Course course(Given given) {
        return given.fold(Courses.VIEW).find(STREAM).orElseThrow();
    }

    /** The plain rule, by going through all that was said. */
    private static LocalDate last(List<Step> steps, String actor, String function) {
        var days = new ArrayList<LocalDate>();
        for (int i = 0; i < OCCASIONS; i++) {
            int about = i;
            var on = steps.stream().filter(step -> step.about() == about).toList();
            if (on.stream().anyMatch(step -> step.fact() instanceof CourseFact.CalledOff)) continue;
            var said = on.stream()
                    .filter(step -> step.fact() instanceof CourseFact.Attended a
                            && a.actor().equals(actor))
                    .toList();
            var own = said.stream().filter(step -> step.by().equals(actor)).toList();
            var counts = own.isEmpty() ? said : own;
            if (!counts.isEmpty()
                    && ((CourseFact.Attended) counts.getLast().fact())
                            .functions().stream().anyMatch(h -> h.function().equals(function))) days.add(day(i));
        }
        return days.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    @Property(tries = 300)
    void whatIsInForceFollowsFromAttendanceAlone_G6_A4(
            @ForAll("wordings") Wording as, @ForAll("steps") List<Step> steps) {
        var course = course(given(as, steps));
        for (var actor : ACTORS)
            for (var name : NAMES) {
                var last = last(steps, actor, name);
                for (int week = 70; week < 260; week += 9) {
                    var today = FIRST.plusWeeks(week);
                    var state = course.state(actor, name, today);
                    assertThat(state == State.NEVER).isEqualTo(last == null);
                    if (last == null) continue;
                    var until = last.plusMonths(as.months());
                    assertThat(state == State.RUN_OUT).isEqualTo(!today.isBefore(until));
                    assertThat(course.isInForce(actor, function(actor, name), today))
                            .isEqualTo(today.isBefore(until));
                    if (state == State.IN_FORCE && as.season() != null) {
                        var season = today;
                        while (season.getDayOfMonth() != 1 || season.getMonthValue() != as.season())
                            season = season.plusDays(1);
                        assertThat(until).isAfter(season);
                    }
                    if (state == State.RUNS_OUT) assertThat(as.season()).isNotNull();
                }
            }
    }

    @Property(tries = 100)
    void aWithdrawnCourseLacksNobodyUntilItIsWrittenAnew_G6(
            @ForAll("wordings") Wording as, @ForAll("steps") List<Step> steps) {
        var given = given(as, steps);
        var before = course(given);
        var in = Envelope.at(Given.NOON, MEMBERS);
        given.add(given.nextId(), STREAM, by("ssr"), new CourseFact.Withdrawn("Ersatt"), in);
        var withdrawn = course(given);
        given.add(given.nextId(), STREAM, by("ssr"), new CourseFact.Changed(as), in);
        var again = course(given);
        for (var actor : ACTORS) {
            var functions = NAMES.stream().map(name -> function(actor, name)).toList();
            for (int week = 0; week < 260; week += 13) {
                var today = FIRST.plusWeeks(week);
                assertThat(withdrawn.isLacking(actor, functions, today)).isFalse();
                assertThat(again.isLacking(actor, functions, today))
                        .isEqualTo(before.isLacking(actor, functions, today));
            }
        }
    }

    /** Attendance is asked of whom said that it would come, once, after the day and for a year. */
    @Property(tries = 200)
    void attendanceIsAskedForUntilSomebodyHasSaidIt_G6(
            @ForAll("wordings") Wording as, @ForAll("steps") List<Step> steps) {
        for (var of : course(given(as, steps)).occasions().values())
            for (var actor : ACTORS) {
                var coming = of.coming().get(actor);
                boolean asked = coming != null
                        && coming.number() > 0
                        && !of.isOff()
                        && !of.attended().containsKey(actor);
                assertThat(CourseWaiting.isUntold(of, actor, of.on())).isFalse();
                assertThat(CourseWaiting.isUntold(of, actor, of.on().plusDays(1)))
                        .isEqualTo(asked);
                assertThat(CourseWaiting.isUntold(of, actor, of.on().plusDays(365)))
                        .isEqualTo(asked);
                assertThat(CourseWaiting.isUntold(of, actor, of.on().plusDays(366)))
                        .isFalse();
                boolean silent = coming == null && !of.isOff() && !of.attended().containsKey(actor);
                assertThat(CourseWaiting.isUnanswered(of, actor, of.on().minusDays(30)))
                        .isEqualTo(silent);
                assertThat(CourseWaiting.isUnanswered(of, actor, of.on().minusDays(31)))
                        .isFalse();
                assertThat(CourseWaiting.isUnanswered(of, actor, of.on().plusDays(1)))
                        .isFalse();
            }
    }
}
