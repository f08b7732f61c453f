package se.samlad.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samlad.given.Given.refused;
import static se.samlad.report.Cast.POLICE;
import static se.samlad.report.Cast.TABY;
import static se.samlad.report.Cast.corrected;
import static se.samlad.report.Cast.ended;
import static se.samlad.report.Cast.minute;
import static se.samlad.report.Cast.noted;
import static se.samlad.report.Cast.reported;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.access.NotMandated;
import se.samlad.journal.Labels;

/** What an actor has said stands until it is ended or replaced (C4). */
class StandsTest {

    private final Cast given = new Cast();

    @Test
    void anUpdateOfOneLineLeavesWhatStands_C4() {
        var first =
                given.says(TABY, 0, reported(null, Status.RED, "av", Map.of("needs", "plogbil", "forecast", "snö")));
        given.says(TABY, 20, reported(null, Status.ORANGE, "på", Map.of("forecast", "sol")));
        var said = given.situation().find("taby", null).orElseThrow();
        assertThat(said.said().lasting()).isEqualTo(Map.of("needs", "plogbil", "forecast", "sol"));
        assertThat(said.since("needs")).isEqualTo(new Stated.Since(minute(0), first.id(), null));
        assertThat(said.since("forecast").at()).isEqualTo(minute(20));
        assertThat(said.before()).isEqualTo(Status.RED);
        given.says(TABY, 30, reported(null, Status.GREEN, "klart", Map.of("forecast", "sol")));
        given.on(first, TABY, 30, ended("needs", "forecast"));
        said = given.situation().find("taby", null).orElseThrow();
        assertThat(said.said().lasting()).isEqualTo(Map.of("forecast", "sol"));
        assertThat(said.since("forecast").at())
                .as("the same text is as old as it was")
                .isEqualTo(minute(20));
    }

    @Test
    void aCorrectionTakesBackOnlyWhatItsReportStated_C5() {
        given.says(TABY, 0, reported(null, Status.YELLOW, "av", Map.of("needs", "plogbil")));
        var second = given.says(TABY, 20, reported(null, Status.RED, "9 200", Map.of("forecast", "snö")));
        given.on(second, TABY, 20, corrected(second, null, Status.ORANGE, "2 900"));
        var said = given.situation().find("taby", null).orElseThrow();
        assertThat(said.said().lasting()).isEqualTo(Map.of("needs", "plogbil"));
        assertThat(said.before()).isEqualTo(Status.YELLOW);
        assertThat(said.mended()).isEqualTo(new Stated.Mended(minute(500), Status.RED, "9 200"));
    }

    @Test
    void whatIsCarriedFromACorrectedReportIsCarriedAsCorrected_C5() {
        var first =
                given.says(TABY, 0, reported(null, Status.RED, "av", Map.of("needs", "plogbil", "forecast", "snö")));
        given.says(TABY, 20, reported(null, Status.RED, "på", Map.of()));
        var better = new ReportFact.Corrected(
                first.id(), "Fel", minute(30), Cast.own(null, Status.RED, "av").with(Map.of("needs", "bandvagn")));
        given.on(first, TABY, 0, better);
        var said = given.situation().find("taby", null).orElseThrow();
        assertThat(said.said().lasting()).isEqualTo(Map.of("needs", "bandvagn"));
        assertThat(said.said().happened()).isEqualTo("på");
        assertThat(said.since("needs").at()).isEqualTo(minute(0));
    }

    @Test
    void aSecretNeedStandsOnlyForThoseWhoSeeIt_S1() {
        var secret = Labels.of("actor:lst");
        given.says(POLICE, 0, reported(null, Status.RED, "hemligt", Map.of("needs", "skydd")), secret);
        given.says(POLICE, 5, reported(null, Status.YELLOW, "öppet", Map.of()));
        assertThat(given.situation().find("polisen", null).orElseThrow().said().needs())
                .isEqualTo("skydd");
        var open = given.entries().stream()
                .filter(e -> e.labels().all().contains("incident:" + Cast.INCIDENT))
                .toList();
        assertThat(Situation.VIEW
                        .fold(open)
                        .find("polisen", null)
                        .orElseThrow()
                        .said()
                        .needs())
                .isNull();
    }

    /** Nobody ends what was stated anew since they read it. */
    @Test
    void whatIsEndedIsWhatStood_C4() {
        var first = given.says(TABY, 0, reported(null, Status.RED, "x", Map.of("needs", "plogbil", "forecast", "snö")));
        var again = given.says(TABY, 1, reported(null, Status.RED, "x", Map.of("needs", "två plogbilar")));
        assertThat(ending("needs", "measures", "nonsense", first.id().toString()))
                .isEqualTo(Map.of(again.id(), stood("needs", "två plogbilar")));
        assertThat(ending("needs:" + first.id(), "forecast:" + first.id()))
                .isEqualTo(Map.of(first.id(), stood("forecast", "snö")));
        assertThat(ending("needs:" + again.id())).containsOnlyKeys(again.id());
        assertThat(ending("measures")).isEmpty();
    }

    private static ReportFact.Ended stood(String field, String text) {
        return new ReportFact.Ended(List.of(new ReportFact.Ended.Standing(field, text)));
    }

    private Map<UUID, ReportFact.Ended> ending(String... ended) {
        var said = new Sent.Report(
                null,
                Status.RED,
                "x",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(ended),
                null,
                null,
                null);
        return Reporting.ended(said, given.situation(), TABY);
    }

    /** What a report for all ends of one for a few is told to those few alone. */
    @Test
    void theEndOfASecretNeedIsAsSecret_S1() {
        var secret = Labels.of("actor:lst");
        var narrow = given.says(POLICE, 0, reported(null, Status.RED, "hemligt", Map.of("needs", "skydd")), secret);
        given.says(POLICE, 5, reported(null, Status.YELLOW, "öppet", Map.of()));
        var end = given.on(narrow, POLICE, 5, ended("needs"));
        assertThat(end.labels()).isEqualTo(narrow.labels());
        assertThat(given.situation().find("polisen", null).orElseThrow().said().needs())
                .isNull();
    }

    @Test
    void onlyTheActorItselfEndsItsNeed_A4() {
        var need = given.says(TABY, 0, noted(ReportFact.Kind.NEED, "En plogbil"));
        assertThat(Reporting.met(need, given.situation(), TABY, " i väg "))
                .isEqualTo(new ReportFact.NeedMet("En plogbil", "i väg"));
        assertThatThrownBy(() -> Reporting.met(need, given.situation(), POLICE, null))
                .isInstanceOf(NotMandated.class);
        given.on(need, TABY, 1, new ReportFact.NeedMet("En plogbil", null));
        refused("report.not-a-need", () -> Reporting.met(need, given.situation(), TABY, null));
    }
}
