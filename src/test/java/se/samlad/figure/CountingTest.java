package se.samlad.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.NOON;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.conference.ConferenceFact;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;
import se.samlad.journal.By;
import se.samlad.journal.Reader;
import se.samlad.trial.TrialFact;

/** What the journal shows of an incident, by both clocks, with the entries that it was counted from (G3, I3). */
class CountingTest {

    private static Counted the(Indicator indicator, Storm storm) {
        return storm.figures().stream()
                .filter(each -> each.indicator() == indicator)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + indicator));
    }

    private static @Nullable Long value(Indicator indicator, Storm storm) {
        return storm.figures().stream()
                .filter(each -> each.indicator() == indicator)
                .findFirst()
                .map(Counted::shown)
                .orElse(null);
    }

    private static Storm called() {
        return new Storm().signal(0).convene(4);
    }

    @Test
    void minutesRunFromTheSignal_I3() {
        var storm = called().gather(22).staff(41).picture(52).publish(88);
        assertThat(value(Indicator.NOTIFIED, storm)).isEqualTo(4);
        assertThat(value(Indicator.CONFERENCE, storm)).isEqualTo(22);
        assertThat(value(Indicator.STAFF, storm)).isEqualTo(41);
        assertThat(value(Indicator.PICTURE, storm)).isEqualTo(52);
        assertThat(value(Indicator.MESSAGE, storm)).isEqualTo(88);
        assertThat(the(Indicator.MESSAGE, storm).marks())
                .extracting(Mark::what)
                .containsExactly(Mark.What.SIGNAL, Mark.What.MESSAGE);
    }

    /** Said to have been quick, and written in the evening: both are shown. */
    @Test
    void lateLoggingDoesNotLookLikeSpeed_C5() {
        var storm = called().writtenLater(400).gather(22);
        assertThat(the(Indicator.CONFERENCE, storm).shown()).isEqualTo(22);
        assertThat(the(Indicator.CONFERENCE, storm).shownRecorded()).isEqualTo(422);
    }

    @Test
    void anExercisesClockIsNotTheOneThatRecords() {
        var storm = new Storm().signal(0, NOON).convene(4);
        assertThat(the(Indicator.NOTIFIED, storm).exercise()).isTrue();
        assertThat(the(Indicator.NOTIFIED, storm).shownRecorded()).isNull();
    }

    /** Of the four that were called besides the convener: two are half, four are nine in ten and all. */
    @Test
    void acknowledgementsByHowManyHaveAnswered_I3() {
        var storm = called().acknowledge(4, "lst")
                .acknowledge(9, "nacka")
                .acknowledge(6, "taby")
                .acknowledge(14, "solna");
        assertThat(value(Indicator.ACKNOWLEDGED_50, storm)).isEqualTo(9);
        assertThat(value(Indicator.ACKNOWLEDGED_90, storm)).as("three of four").isNull();
        storm.acknowledge(19, "polisen").acknowledge(30, "polisen");
        assertThat(value(Indicator.ACKNOWLEDGED_90, storm)).isEqualTo(19);
        assertThat(value(Indicator.ACKNOWLEDGED_100, storm)).isEqualTo(19);
        assertThat(the(Indicator.ACKNOWLEDGED_50, storm).marks()).hasSize(4);
    }

    @Test
    void oneActorsOwnFiguresRunFromItsCall() {
        var storm = called().acknowledge(9, "nacka")
                .gather(22)
                .propose(30, "nacka", "taby")
                .agree(40)
                .stance(50, "nacka");
        var own = Counting.of(storm.given.fold(Courses.ONE).seen(Reader.ALL), "nacka");
        assertThat(own)
                .extracting(Counted::indicator)
                .containsExactlyInAnyOrder(Indicator.ACKNOWLEDGED_100, Indicator.STANCES, Indicator.MEASURES);
        assertThat(own.getFirst().shown()).isEqualTo(5);
    }

    @Test
    void thePicturesAgeAtEachDecision() {
        var storm = called().decide(10)
                .picture(20)
                .decide(25)
                .picture(60)
                .decide(90)
                .decide(100);
        assertThat(value(Indicator.PICTURE_AGE, storm)).as("5, 30 and 40").isEqualTo(30);
        assertThat(the(Indicator.PICTURE_AGE, storm).marks()).hasSize(5);
    }

    @Test
    void stancesInTimeAndMeasuresCarriedOut_D3() {
        var storm = called().propose(30, "taby", "nacka", "solna")
                .agree(40)
                .stance(50, "taby")
                .stance(161, "nacka");
        storm.carryOut(60, "taby", Progress.DONE)
                .carryOut(61, "nacka", Progress.DONE)
                .carryOut(70, "nacka", Progress.CANNOT);
        assertThat(the(Indicator.STANCES, storm).value())
                .as("nacka's came after two hours")
                .isEqualTo(1);
        assertThat(the(Indicator.STANCES, storm).whole()).isEqualTo(3);
        assertThat(the(Indicator.MEASURES, storm).value())
                .as("nacka's last word is that it can't")
                .isEqualTo(1);
        assertThat(the(Indicator.MEASURES, storm).shown()).isEqualTo(33);
    }

    /** Of the five called, three report before the first conference. Two never do: their holes last until the end. */
    @Test
    void reportsInTimeAndHoursOfHoles_C3() {
        var storm = called().report(10, "lst")
                .report(15, "taby")
                .report(20, "nacka")
                .gather(22)
                .report(124, "nacka");
        assertThat(value(Indicator.HOLES, storm)).as("nobody knows yet").isNull();
        storm.standDown(304);
        assertThat(value(Indicator.REPORTS, storm)).isEqualTo(60);
        assertThat(value(Indicator.HOLES, storm))
                .as("6 + 11 + 16 + 300 + 300 minutes")
                .isEqualTo(10);
    }

    @Test
    void aReportThatIsWrittenAfterwardsIsNotInTimeByTheOtherClock() {
        var storm = called().report(10, "lst")
                .writtenLater(30)
                .report(15, "taby")
                .writtenLater(0)
                .gather(22);
        assertThat(the(Indicator.REPORTS, storm).value()).isEqualTo(2);
        assertThat(the(Indicator.REPORTS, storm).recorded()).isEqualTo(1);
    }

    @Test
    void aYearIsTheMedianOfTimesAndTheShareOfAllTogether() {
        var times = List.of(called().gather(22), called().gather(10), called().gather(300)).stream()
                .map(storm -> the(Indicator.CONFERENCE, storm))
                .toList();
        assertThat(Counted.together(Indicator.CONFERENCE, times).value()).isEqualTo(22);
        assertThat(Counted.together(Indicator.CONFERENCE, times.subList(0, 2)).value())
                .isEqualTo(16);
        var one = the(Indicator.STANCES, called().propose(1, "taby").agree(2).stance(3, "taby"));
        var other = the(
                Indicator.STANCES, called().propose(1, "taby", "nacka", "solna").agree(2));
        assertThat(Counted.together(Indicator.STANCES, List.of(one, other)).value())
                .isEqualTo(25);
        assertThat(Counted.together(Indicator.STANCES, List.of())).isNull();
    }

    private static void say(Given given, int minute, String actor, se.samlad.journal.Fact fact) {
        var at = NOON.plusSeconds(60L * minute);
        given.add(given.nextId(), new UUID(3, 3), new By(actor, actor, "tib"), fact, Envelope.at(at, Storm.ALL));
    }

    /** A7. */
    @Test
    void summariesThatWereTakenHome() {
        var given = new Given(new UUID(3, 3));
        var agenda = new ConferenceFact.Agenda(NOON, 30, List.of(), List.of());
        say(
                given,
                0,
                "lst",
                new ConferenceFact.CalledFirst(
                        Storm.FORUM,
                        null,
                        null,
                        null,
                        ConferenceFact.Kind.WEEKLY,
                        List.of(),
                        agenda,
                        List.of("taby", "nacka"),
                        "lst/tib",
                        false));
        say(given, 40, "lst", new ConferenceFact.Closed(null, null));
        say(given, 50, "taby", new ConferenceFact.TakenHome(new UUID(3, 3)));
        say(given, 55, "solna", new ConferenceFact.TakenHome(new UUID(3, 3)));
        var figures = Counting.of(given.fold(Courses.ONE).seen(Reader.ALL), null);
        assertThat(figures).singleElement().returns(50L, Counted::shown);
    }

    @Test
    void testCallsThatReached_R4() {
        var given = new Given(new UUID(4, 4));
        var taby = new TrialFact.Asked(new UUID(4, 1), "taby", "taby/tib", List.of());
        var nacka = new TrialFact.Asked(new UUID(4, 2), "nacka", "nacka/tib", List.of());
        say(given, 0, "ssr", new TrialFact.Begun(Instant.EPOCH, true, List.of(taby, nacka)));
        say(given, 5, "taby", new TrialFact.Answered(taby.id()));
        assertThat(Counting.of(given.fold(Courses.ONE).seen(Reader.ALL), null))
                .as("it goes on")
                .isEmpty();
        say(given, 60, "ssr", new TrialFact.Ended());
        assertThat(Counting.of(given.fold(Courses.ONE).seen(Reader.ALL), null))
                .singleElement()
                .returns(50L, Counted::shown);
        assertThat(Counting.of(given.fold(Courses.ONE).seen(Reader.ALL), "taby"))
                .singleElement()
                .returns(100L, Counted::shown);
    }
}
