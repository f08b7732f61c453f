package se.samlad.report;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.refused;
import static se.samlad.report.Cast.minute;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import se.samlad.incident.ExerciseClock;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.IncidentFact.Concern;

/** When it happened, and when a report is asked for. */
class ReportWhenTest {

    @Test
    void whatIsNotStatedIsNow() {
        assertThat(se.samlad.incident.Occurred.at(real(), null, null, minute(100)))
                .isNull();
        assertThat(se.samlad.incident.Occurred.at(exercise(50), null, null, minute(100)))
                .isEqualTo(minute(50));
    }

    @Test
    void lateSaysWhy_C5() {
        refused("occurred.late", () -> se.samlad.incident.Occurred.at(real(), minute(39), null, minute(100)));
        refused("occurred.late", () -> se.samlad.incident.Occurred.at(real(), minute(39), "  ", minute(100)));
        assertThat(se.samlad.incident.Occurred.at(real(), minute(39), "Ute på insats", minute(100)))
                .isEqualTo(minute(39));
        assertThat(se.samlad.incident.Occurred.at(real(), minute(40), null, minute(100)))
                .isEqualTo(minute(40));
    }

    @Test
    void nothingHasHappenedInTheFuture_C5() {
        refused("occurred.future", () -> se.samlad.incident.Occurred.at(real(), minute(103), "x", minute(100)));
        refused("occurred.future", () -> se.samlad.incident.Occurred.at(exercise(50), minute(60), "x", minute(100)));
        refused("occurred.future", () -> se.samlad.incident.Occurred.at(real(), Instant.MAX, "x", minute(100)));
    }

    @Test
    void nothingHappenedLongBeforeTheIncident() {
        refused("occurred.too-early", () -> se.samlad.incident.Occurred.at(real(), Instant.MIN, "x", minute(100)));
        refused(
                "occurred.too-early",
                () -> se.samlad.incident.Occurred.at(real(), minute(-1441 * 366), "x", minute(100)));
    }

    @Test
    void whoHasNotReportedIsAskedFromTheActivation_C3() {
        assertThat(since(real(), Optional.empty(), 20)).contains(minute(10));
    }

    @Test
    void whoIsCalledInLaterIsAskedFromThen_F3() {
        var called = ReportWaiting.since(
                real(), Optional.empty(), Cast.TABY.function(), Optional.of(minute(18)), minute(20));
        assertThat(called).contains(minute(18));
    }

    @Test
    void whoHasReportedIsAskedAgainAfterTwoHours_C3() {
        var given = new Cast();
        var report = given.says(Cast.TABY, 15, Cast.reported(null, Status.RED, "x"));
        assertThat(since(real(), given.situation().find("taby", null), 134)).isEmpty();
        assertThat(since(real(), given.situation().find("taby", null), 135)).contains(minute(135));
        given.on(report, Cast.TABY, 60, Cast.confirmed(report, null));
        assertThat(since(real(), given.situation().find("taby", null), 135)).isEmpty();
    }

    @Test
    void whoIsNotConcernedIsNotAsked_F3() {
        var none = incident(null, "taby", Concern.NONE);
        assertThat(since(none, Optional.empty(), 20)).isEmpty();
        var indirect = incident(null, "taby", Concern.INDIRECT);
        assertThat(since(indirect, Optional.empty(), 20)).isPresent();
    }

    private static Optional<Instant> since(Incident incident, Optional<Stated> last, int now) {
        return ReportWaiting.since(incident, last, Cast.TABY.function(), Optional.empty(), minute(now));
    }

    private static Incident real() {
        return incident(null, "salem", Concern.DIRECT);
    }

    private static Incident exercise(int shows) {
        return incident(new ExerciseClock(minute(shows), minute(100)), "salem", Concern.DIRECT);
    }

    private static Incident incident(@Nullable ExerciseClock clock, String actor, Concern concern) {
        var said = new IncidentFact.Signalled("Snöstorm", null, null, null, List.of("members"), null);
        var weighed = new Incident.Assessment(Cast.TABY.by(), minute(10), true, null, true, null);
        return new Incident(
                new Incident.Signal(Cast.INCIDENT, Cast.ALL, Cast.TABY.by(), minute(0), said),
                "Snöstorm",
                clock,
                new Incident.Course(Incident.State.ACTIVATED, weighed, null),
                HashTreePMap.singleton(actor, concern));
    }
}
