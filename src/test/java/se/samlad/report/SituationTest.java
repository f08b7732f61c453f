package se.samlad.report;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.report.Cast.CARE;
import static se.samlad.report.Cast.POLICE;
import static se.samlad.report.Cast.REGION;
import static se.samlad.report.Cast.TABY;
import static se.samlad.report.Cast.TRAFFIC;
import static se.samlad.report.Cast.confirmed;
import static se.samlad.report.Cast.corrected;
import static se.samlad.report.Cast.minute;
import static se.samlad.report.Cast.noted;
import static se.samlad.report.Cast.reported;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.samlad.journal.Labels;

class SituationTest {

    private final Cast given = new Cast();

    @Test
    void holesAreShownInTheOrderAsked_C3() {
        given.says(TABY, 0, reported(null, Status.RED, "Huvudledning av"));
        given.says(TRAFFIC, 0, reported("trafik", Status.RED, "Inga bussar"));
        assertThat(given.situation().missing(List.of("salem", "region", "taby", "nykvarn")))
                .containsExactly("salem", "nykvarn");
        assertThat(Situation.NOTHING_SAID.missing(List.of("b", "a"))).containsExactly("b", "a");
    }

    @Test
    void aRowInTheLogIsNoReportAndFillsNoHole_C3() {
        given.says(TABY, 0, noted(ReportFact.Kind.NOTE, "Rad"));
        given.says(TABY, 0, new ReportFact.Relayed("nykvarn", "Telefonen är nere", null, null, null));
        assertThat(given.situation().missing(List.of("taby", "nykvarn"))).containsExactly("taby", "nykvarn");
    }

    @Test
    void everyStatementSaysWhoAndWhenAndWhenItWasRecorded_C3() {
        var entry = given.says(TABY, 3, reported(null, Status.RED, "Huvudledning av"));
        var said = given.situation().find("taby", null).orElseThrow();
        assertThat(said.by()).isEqualTo(TABY.by());
        assertThat(said.occurredAt()).isEqualTo(minute(3));
        assertThat(said.recordedAt()).isEqualTo(entry.recordedAt());
        assertThat(said.entry()).isEqualTo(entry.id());
        assertThat(said.isConfirmed()).isFalse();
    }

    @Test
    void theLatestThatHappenedHolds_C5() {
        given.says(TABY, 10, reported(null, Status.RED, "ny"));
        given.says(TABY, 5, reported(null, Status.GREEN, "sen rapport om tidigare"));
        assertThat(given.situation().find("taby", null).orElseThrow().status()).isEqualTo(Status.RED);
    }

    @Test
    void ofTwoInTheSameMinuteTheLastWrittenHolds() {
        given.says(TABY, 10, reported(null, Status.RED, "först"));
        given.says(TABY, 10, reported(null, Status.GREEN, "sedan"));
        assertThat(given.situation().find("taby", null).orElseThrow().status()).isEqualTo(Status.GREEN);
    }

    @Test
    void unitsStandBesideTheWhole_A6() {
        given.says(REGION, 0, reported(null, Status.YELLOW, "helheten"));
        given.says(CARE, 1, reported("vard", Status.ORANGE, "vården"));
        given.says(TRAFFIC, 2, reported("trafik", Status.RED, "trafiken"));
        var situation = given.situation();
        assertThat(situation.find("region", null).orElseThrow().status()).isEqualTo(Status.YELLOW);
        assertThat(situation.unitsOf("region")).extracting(Stated::unit).containsExactly("trafik", "vard");
        assertThat(situation.unitsOf("taby")).isEmpty();
    }

    @Test
    void nothingNewRenewsTheAgeOnly_C1() {
        var first = given.says(TABY, 0, reported(null, Status.RED, "Huvudledning av"));
        given.on(first, TABY, 90, confirmed(first, null));
        var said = given.situation().find("taby", null).orElseThrow();
        assertThat(said.renewedAt()).isEqualTo(minute(90));
        assertThat(said.occurredAt()).isEqualTo(minute(0));
        assertThat(said.entry()).isEqualTo(first.id());
        assertThat(said.isConfirmed()).isTrue();
    }

    @Test
    void nothingNewAboutAnEarlierReportRenewsNothing_C1() {
        var first = given.says(TABY, 0, reported(null, Status.RED, "först"));
        given.says(TABY, 10, reported(null, Status.GREEN, "sedan"));
        given.on(first, TABY, 90, confirmed(first, null));
        assertThat(given.situation().find("taby", null).orElseThrow().renewedAt())
                .isEqualTo(minute(10));
    }

    @Test
    void nothingNewFromAUnitRenewsItsOwnOnly_A6() {
        var traffic = given.says(TRAFFIC, 0, reported("trafik", Status.RED, "trafiken"));
        given.says(REGION, 0, reported(null, Status.RED, "helheten"));
        given.on(traffic, TRAFFIC, 60, confirmed(traffic, "trafik"));
        assertThat(given.situation().find("region", null).orElseThrow().isConfirmed())
                .isFalse();
        assertThat(given.situation().find("region", "trafik").orElseThrow().isConfirmed())
                .isTrue();
    }

    @Test
    void aCorrectionHoldsInsteadAndKeepsTheAge_C5() {
        var first = given.says(TABY, 0, reported(null, Status.RED, "9 200"));
        given.on(first, TABY, 30, confirmed(first, null));
        var better = given.on(first, TABY, 0, corrected(first, null, Status.ORANGE, "2 900"));
        var said = given.situation().find("taby", null).orElseThrow();
        assertThat(said.said().happened()).isEqualTo("2 900");
        assertThat(said.entry()).isEqualTo(better.id());
        assertThat(said.report()).isEqualTo(first.id());
        assertThat(said.renewedAt()).isEqualTo(minute(30));
        assertThat(said.correctedAt()).isEqualTo(minute(500));
    }

    @Test
    void aCorrectedReportCanBeConfirmed_C1() {
        var first = given.says(TABY, 0, reported(null, Status.RED, "9 200"));
        given.on(first, TABY, 0, corrected(first, null, Status.ORANGE, "2 900"));
        given.on(first, TABY, 60, confirmed(first, null));
        assertThat(given.situation().find("taby", null).orElseThrow().renewedAt())
                .isEqualTo(minute(60));
    }

    @Test
    void aCorrectionOfAnEarlierReportDoesNotPushOutTheLater_C5() {
        var first = given.says(TABY, 0, reported(null, Status.RED, "9 200"));
        given.says(TABY, 10, reported(null, Status.GREEN, "allt igång"));
        given.on(first, TABY, 0, corrected(first, null, Status.ORANGE, "2 900"));
        assertThat(given.situation().find("taby", null).orElseThrow().said().happened())
                .isEqualTo("allt igång");
    }

    @Test
    void aCorrectionInTheSameMinuteDoesNotPushOutTheLaterWritten_C5() {
        var first = given.says(TABY, 10, reported(null, Status.RED, "9 200"));
        given.says(TABY, 10, reported(null, Status.GREEN, "allt igång"));
        given.on(first, TABY, 10, corrected(first, null, Status.ORANGE, "2 900"));
        assertThat(given.situation().find("taby", null).orElseThrow().said().happened())
                .isEqualTo("allt igång");
    }

    @Test
    void needsAreBoundedAndCorrected_C5() {
        var first = given.says(TABY, 0, noted(ReportFact.Kind.NEED, "behov 0"));
        for (int i = 1; i < 50; i++) given.says(TABY, i, noted(ReportFact.Kind.NEED, "behov " + i));
        assertThat(texts("taby")).hasSize(Situation.NEEDS).endsWith("behov 48", "behov 49");
        var last = given.entries().getLast();
        given.on(last, TABY, 49, new ReportFact.NoteCorrected(last.id(), "behov nio", "Fel", minute(20)));
        given.on(first, TABY, 0, new ReportFact.NoteCorrected(first.id(), "glömt", "Fel", minute(20)));
        assertThat(texts("taby")).hasSize(Situation.NEEDS).endsWith("behov 48", "behov nio");
        given.on(last, TABY, 50, new ReportFact.NeedMet("behov nio", null));
        given.on(last, TABY, 51, new ReportFact.NeedMet("behov nio", null));
        assertThat(texts("taby")).hasSize(Situation.NEEDS - 1).endsWith("behov 48");
    }

    @Test
    void whatIsRelayedIsBoundedAndKeptApart_C3() {
        for (int i = 0; i < 100; i++)
            given.says(POLICE, i, new ReportFact.Relayed("Elnätet", "nr " + i, "telefon", null, null));
        var relayed = given.situation().relayed();
        assertThat(relayed).hasSize(Situation.RELAYED);
        assertThat(relayed.getLast().text()).isEqualTo("nr 99");
        assertThat(given.situation().byUnit()).isEmpty();
    }

    @Test
    void whatIsSaidOfASecretReportIsSharedAsItIs_S1() {
        var secret = given.says(POLICE, 0, reported(null, Status.RED, "hemligt"), Labels.of("actor:lst"));
        given.on(secret, POLICE, 0, corrected(secret, null, Status.RED, "rättat"));
        given.on(secret, POLICE, 30, confirmed(secret, null));
        assertThat(given.entries()).allMatch(e -> e.labels().equals(secret.labels()));
    }

    private List<String> texts(String actor) {
        return given.situation().needs().get(actor).stream().map(Passed::text).toList();
    }
}
