package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;
import static se.samlad.incident.Storm.AIRPORT;
import static se.samlad.incident.Storm.BOARD;
import static se.samlad.incident.Storm.POLICE;
import static se.samlad.incident.Storm.RSIB;
import static se.samlad.incident.Storm.TABY;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.given.Given;
import se.samlad.incident.Incident.State;

/** An incident that a municipality answers for itself, in its own area (F5, F6). */
class LocallyTest {

    private static final String AREA = "0160";
    private static final Acting PEOPLE =
            Given.acting("taby", "admin", Level.EXECUTING, null, Mandate.ADMINISTER); // looks after people only

    private static final IncidentFact TAKEN = new IncidentFact.TakenLocally(AREA);
    private static final IncidentFact ENDED = new IncidentFact.StoodDown("Klart", List.of());
    private static final IncidentFact ANSWERED = new IncidentFact.Answered("Ordinarie ledning räcker", true);

    private static Storm in(State state) {
        var storm = Storm.signalled();
        return switch (state) {
            case SIGNALLED -> storm;
            case LOCAL -> storm.then(TABY, TAKEN);
            case ANSWERED -> storm.then(BOARD, ANSWERED);
            case ACTIVATED -> storm.then(BOARD, Storm.convened());
            case STOOD_DOWN -> storm.then(BOARD, Storm.convened()).then(BOARD, ENDED);
        };
    }

    @Test
    void theMunicipalityThatSignalledTakesItOnce_F5() {
        for (var state : List.of(State.SIGNALLED, State.ANSWERED)) {
            assertThat(Handling.takeLocally(in(state).now(), TABY, AREA)).isEqualTo(TAKEN);
            assertThat(in(state).then(TABY, TAKEN).now().state()).isEqualTo(State.LOCAL);
        }
        refused(
                "incident.local-already",
                () -> Handling.takeLocally(in(State.LOCAL).now(), TABY, AREA));
        refused(
                "incident.running",
                () -> Handling.takeLocally(in(State.ACTIVATED).now(), TABY, AREA));
        refused(
                "incident.ended",
                () -> Handling.takeLocally(in(State.STOOD_DOWN).now(), TABY, AREA));
        refused(
                "incident.local-area",
                () -> Handling.takeLocally(in(State.SIGNALLED).now(), TABY, null));
        for (var other : List.of(BOARD, RSIB, POLICE, AIRPORT, PEOPLE))
            notMandated(
                    "incident.local-whose",
                    () -> Handling.takeLocally(in(State.SIGNALLED).now(), other, AREA));
    }

    /** What is made from a warning is for all, and another can't be made from it. */
    @Test
    void aWarningsIncidentIsNobodysOwn_F5() {
        var warned = new Storm()
                .then(TABY, new IncidentFact.Signalled("Snö", null, null, "smhi:1", List.of("members"), null))
                .now();
        refused("incident.local-warning", () -> Handling.takeLocally(warned, TABY, AREA));
    }

    /** In no state may the municipality end what others convened, nor others end what it answers for itself. */
    @ParameterizedTest
    @EnumSource
    void itEndsItsOwnAndNoRegionalOne_F5_I5(State state) {
        var incident = in(state).now();
        assertThat(Handling.mayEnd(incident, TABY)).isEqualTo(state == State.LOCAL);
        assertThat(Handling.mayEnd(incident, BOARD)).isEqualTo(state == State.ACTIVATED);
        for (var other : List.of(POLICE, AIRPORT, PEOPLE))
            assertThat(Handling.mayEnd(incident, other)).isFalse();
        if (state == State.LOCAL) {
            assertThat(Handling.standDown(incident, TABY, "Plogat", List.of(), Set.of())
                            .reason())
                    .isEqualTo("Plogat");
            for (var other : List.of(BOARD, RSIB, POLICE, PEOPLE))
                notMandated("incident.local-whose", () -> end(incident, other));
            refused("incident.reason", () -> Handling.standDown(incident, TABY, " ", List.of(), Set.of()));
            refused(
                    "incident.open-measures",
                    () -> Handling.standDown(incident, TABY, "Plogat", List.of(), Set.of("m")));
        } else notMandated("incident.convene-mandate", () -> end(incident, TABY));
    }

    private static void end(Incident incident, Acting by) {
        Handling.standDown(incident, by, "Plogat", List.of(), Set.of());
    }

    /** It goes on until it is ended, nobody answers it, and it is regional from where a regional forum is convened. */
    @Test
    void itIsRegionalFromWhereAForumIsConvened_F6() {
        var local = in(State.LOCAL);
        assertThat(local.now().isOpen()).isTrue();
        refused("incident.local", () -> Handling.answer(local.now(), BOARD, "Räcker"));
        assertThat(local.then(BOARD, Storm.convened()).now().state()).isEqualTo(State.ACTIVATED);
        assertThat(local.then(TABY, TAKEN).now().state()).isEqualTo(State.ACTIVATED);
    }
}
