package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;
import static se.samlad.incident.Storm.BOARD;
import static se.samlad.incident.Storm.POLICE;
import static se.samlad.incident.Storm.TABY;
import static se.samlad.incident.Storm.minute;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * An exercise has its own clock, by which lateness and the future are judged; a real incident uses the real time (I3,
 * C5).
 */
class ExerciseClockTest {

    private static final Instant ATTACK = Instant.parse("2017-04-07T12:53:00Z");
    private final Storm replay = Storm.exercise(ATTACK);

    @Test
    void whatIsRealHasTheRealClock() {
        var real = Storm.signalled().now();
        assertThat(real.isExercise()).isFalse();
        assertThat(real.clock(minute(90))).isEqualTo(minute(90));
        refused("incident.not-an-exercise", () -> Handling.moveClock(real, TABY, minute(1)));
    }

    @Test
    void aClockOfItsOwnStandsUntilItIsMoved_I3() {
        assertThat(replay.now().clock(minute(500))).isEqualTo(ATTACK);
        replay.then(TABY, Handling.moveClock(replay.now(), TABY, ATTACK.plusSeconds(900)));
        assertThat(replay.now().clock(minute(500))).isEqualTo(ATTACK.plusSeconds(900));
        assertThat(replay.now().signalled()).isEqualTo(ATTACK);
    }

    @Test
    void aClockSetToTheRealTimeRuns() {
        var now = Storm.exercise(minute(0).plusSeconds(30)).now();
        assertThat(now.clock(minute(10))).isEqualTo(minute(10).plusSeconds(30));
    }

    @Test
    void anExerciseWithoutTimeShowsTheTimeThatItIs() {
        var form = new SignalForm("Övning", null, null, null, null, new SignalForm.Exercise(null), null, null, null);
        assertThat(Handling.signal(form, List.of("members"), minute(7)).exercise())
                .isEqualTo(minute(7));
        assertThat(Handling.signal(Storm.form("Skarpt"), List.of("members"), minute(7))
                        .exercise())
                .isNull();
    }

    @Test
    void theClockGoesForwardOnlyAndNotFar() {
        refused("incident.clock-back", () -> Handling.moveClock(replay.now(), TABY, ATTACK.minusSeconds(1)));
        refused("incident.clock-back", () -> Handling.moveClock(replay.now(), TABY, Instant.MIN));
        refused("occurred.unlikely", () -> Handling.moveClock(replay.now(), TABY, Instant.MAX));
    }

    @Test
    void whoStartedItOrConvenesMovesTheClock() {
        for (var who : List.of(TABY, BOARD))
            assertThat(Handling.moveClock(replay.now(), who, ATTACK.plusSeconds(60))
                            .now())
                    .isEqualTo(ATTACK.plusSeconds(60));
        notMandated("incident.clock-whose", () -> Handling.moveClock(replay.now(), POLICE, ATTACK.plusSeconds(60)));
    }

    /** The picture "as we knew it" at a time of the exercise is what was recorded until its clock went past that. */
    @Test
    void theLastTimeThatAClockShowed_C1() {
        var settings = List.of(
                new ExerciseClock(ATTACK, minute(0)),
                new ExerciseClock(ATTACK.plusSeconds(600), minute(5)),
                new ExerciseClock(ATTACK.plusSeconds(1200), minute(9)));
        assertThat(ExerciseClock.lastShowing(settings, ATTACK.minusSeconds(1))).contains(before(minute(0)));
        assertThat(ExerciseClock.lastShowing(settings, ATTACK)).contains(before(minute(5)));
        assertThat(ExerciseClock.lastShowing(settings, ATTACK.plusSeconds(1199)))
                .contains(before(minute(9)));
        assertThat(ExerciseClock.lastShowing(settings, ATTACK.plusSeconds(1200)))
                .isEmpty();
        assertThat(ExerciseClock.lastShowing(settings, Instant.MAX)).isEmpty();
        assertThat(ExerciseClock.lastShowing(List.of(), ATTACK)).isEmpty();
    }

    @Test
    void aRunningClockShowedEachTimeOnce_C1() {
        var running = new ExerciseClock(minute(10).plusSeconds(20), minute(10));
        assertThat(ExerciseClock.lastShowing(List.of(running), minute(15)))
                .contains(minute(15).minusSeconds(20));
        var set = new ExerciseClock(minute(60), minute(20));
        assertThat(ExerciseClock.lastShowing(List.of(running, set), minute(15)))
                .contains(minute(15).minusSeconds(20));
        assertThat(ExerciseClock.lastShowing(List.of(running, set), minute(40))).contains(before(minute(20)));
    }

    private static Instant before(Instant at) {
        return at.minusNanos(1_000);
    }

    @Test
    void lateIsWhatIsOverAnHourOldAndThenItSaysWhy_C5() {
        assertThat(at(minute(0), null, minute(60))).isEqualTo(minute(0));
        refused("occurred.late", () -> at(minute(0), null, minute(60).plusMillis(1)));
        refused("occurred.late", () -> at(minute(0), " ", minute(61)));
        assertThat(at(minute(0), "Nätet låg nere", minute(61))).isEqualTo(minute(0));
    }

    @Test
    void nothingHappensInTheFutureButClocksDiffer_C5() {
        assertThat(at(minute(12), null, minute(10))).isEqualTo(minute(10));
        refused("occurred.future", () -> at(minute(12).plusMillis(1), null, minute(10)));
        refused("occurred.future", () -> at(Instant.MAX, null, minute(10)));
        refused("occurred.too-early", () -> at(Instant.MIN, "Därför", minute(10)));
    }

    @Test
    void latenessIsJudgedByTheExercisesClock_C5() {
        var then = ATTACK.plusSeconds(900);
        replay.then(TABY, new IncidentFact.ClockMoved(then));
        assertThat(Occurred.at(replay.now(), null, null, minute(999))).isEqualTo(then);
        assertThat(Occurred.at(replay.now(), ATTACK, null, minute(999))).isEqualTo(ATTACK);
        refused("occurred.future", () -> Occurred.at(replay.now(), minute(0), null, minute(999)));
        refused("occurred.late", () -> Occurred.at(replay.now(), then.minusSeconds(3_601), null, minute(999)));
    }

    private static @Nullable Instant at(Instant stated, @Nullable String lateBecause, Instant now) {
        return Occurred.at(Storm.signalled().now(), stated, lateBecause, now);
    }
}
