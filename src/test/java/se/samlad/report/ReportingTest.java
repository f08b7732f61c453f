package se.samlad.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samlad.given.Given.refused;
import static se.samlad.report.Cast.CARE;
import static se.samlad.report.Cast.OFFICE;
import static se.samlad.report.Cast.POLICE;
import static se.samlad.report.Cast.REGION;
import static se.samlad.report.Cast.TABY;
import static se.samlad.report.Cast.TRAFFIC;
import static se.samlad.report.Cast.confirmed;
import static se.samlad.report.Cast.corrected;
import static se.samlad.report.Cast.correction;
import static se.samlad.report.Cast.minute;
import static se.samlad.report.Cast.noted;
import static se.samlad.report.Cast.own;
import static se.samlad.report.Cast.report;
import static se.samlad.report.Cast.reported;

import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samlad.access.Marking;
import se.samlad.access.NotMandated;

class ReportingTest {

    private final Cast given = new Cast();

    private static final Sent.Report NOTHING_NEW =
            new Sent.Report(true, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    @Test
    void aReportSaysStatusAndWhatHasHappened_C4() {
        assertThat(Reporting.report(TABY, report(Status.RED, "Huvudledning av")))
                .isEqualTo(reported(null, Status.RED, "Huvudledning av"));
    }

    @Test
    void aReportKeepsAllThatC4Covers_C4() {
        var said = new Sent.Report(
                null,
                Status.ORANGE,
                "hände",
                "följder",
                "åtgärder",
                "resurser",
                "behov",
                "kommuniceras",
                "prognos",
                ReportFact.Certainty.LIKELY,
                "källa",
                null,
                null,
                "sent",
                null);
        assertThat(Reporting.report(TABY, said))
                .isEqualTo(new ReportFact.Reported(
                        new ReportFact.OwnPicture(
                                null,
                                Status.ORANGE,
                                "hände",
                                "följder",
                                "åtgärder",
                                "resurser",
                                "behov",
                                "kommuniceras",
                                "prognos",
                                ReportFact.Certainty.LIKELY,
                                "källa"),
                        "sent"));
    }

    @Test
    void aUnitReportsForItself_A6() {
        assertThat(Reporting.report(TRAFFIC, report(Status.RED, "Inga bussar"))
                        .said()
                        .unit())
                .isEqualTo("trafik");
        assertThat(Reporting.report(REGION, report(Status.RED, "Inga bussar"))
                        .said()
                        .unit())
                .isNull();
    }

    @Test
    void nobodyCanSendWhoseReportItIs_A4() {
        for (Class<?> sent : Sent.class.getPermittedSubclasses())
            assertThat(Arrays.stream(sent.getRecordComponents()).map(c -> c.getName()))
                    .doesNotContain("actor", "unit", "function");
    }

    @Test
    void aReportNeedsTheMandate() {
        assertThatThrownBy(() -> Reporting.report(OFFICE, report(Status.RED, "x")))
                .isInstanceOf(NotMandated.class)
                .hasMessage("report.mandate");
        assertThatThrownBy(() -> Reporting.own(given.situation(), OFFICE)).isInstanceOf(NotMandated.class);
    }

    @Test
    void aReportNeedsAStatusAndAText_C4() {
        refused("report.status", () -> Reporting.report(TABY, report(null, "x")));
        refused("text.missing", () -> Reporting.report(TABY, report(Status.RED, null)));
        refused("text.missing", () -> Reporting.report(TABY, report(Status.RED, " \u0007\n\u202E ")));
    }

    @Test
    void nothingNewCitesTheLastReport_C1() {
        var old = given.says(TABY, 0, reported(null, Status.RED, "Huvudledning av"));
        var last = Reporting.own(given.situation(), TABY);
        assertThat(Reporting.nothingNew(last, TABY, NOTHING_NEW)).isEqualTo(confirmed(old, null));
    }

    @Test
    void nothingNewNeedsSomethingOldOfOnesOwn_C1() {
        given.says(POLICE, 0, reported(null, Status.GREEN, "Lugnt"));
        given.says(TRAFFIC, 0, reported("trafik", Status.RED, "Inga bussar"));
        refused("report.nothing-to-confirm", () -> Reporting.own(given.situation(), TABY));
        refused("report.nothing-to-confirm", () -> Reporting.own(given.situation(), REGION));
        refused("report.nothing-to-confirm", () -> Reporting.own(given.situation(), CARE));
        assertThat(Reporting.own(given.situation(), TRAFFIC).unit()).isEqualTo("trafik");
    }

    @Test
    void nothingNewSaysNothingElse_C1() {
        given.says(TABY, 0, reported(null, Status.RED, "Huvudledning av"));
        var last = Reporting.own(given.situation(), TABY);
        var said = new Sent.Report(
                true, null, "ändå något", null, null, null, null, null, null, null, null, null, null, null, null);
        refused("report.nothing-new-alone", () -> Reporting.nothingNew(last, TABY, said));
        var shared = new Sent.Report(
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Marking(null, null, null));
        refused("report.nothing-new-alone", () -> Reporting.nothingNew(last, TABY, shared));
    }

    @Test
    void aCorrectionCitesTheLatestAndSaysWhy_C5() {
        var first = given.says(TABY, 0, reported(null, Status.YELLOW, "9 200 hushåll"));
        var fact = Reporting.correct(first, first.id(), TABY, correction("2 900 hushåll", "Omkastat"), minute(9));
        assertThat(fact.corrects()).isEqualTo(first.id());
        assertThat(fact.reason()).isEqualTo("Omkastat");
        assertThat(fact.correctedAt()).isEqualTo(minute(9));
        assertThat(fact.said()).isEqualTo(own(null, Status.RED, "2 900 hushåll"));
    }

    @Test
    void aCorrectionOfACorrectionCorrectsTheLatest_C5() {
        var first = given.says(TABY, 0, reported(null, Status.YELLOW, "9 200"));
        var second = given.on(first, TABY, 0, corrected(first, null, Status.YELLOW, "2 900"));
        var third = given.on(first, TABY, 0, corrected(second, null, Status.YELLOW, "2 901"));
        assertThat(given.situation().correctionOf(first.subject())).contains(third.id());
        assertThat(given.situation().correctionOf(second.subject())).contains(third.id());
    }

    @Test
    void aCorrectionSaysWhy_C5() {
        var first = given.says(TABY, 0, reported(null, Status.YELLOW, "9 200"));
        for (String no : new String[] {null, "", " \n "})
            refused(
                    "report.reason",
                    () -> Reporting.correct(first, first.id(), TABY, correction("2 900", no), minute(1)));
    }

    @Test
    void onlyTheOwnIsCorrected_A4() {
        var taby = given.says(TABY, 0, reported(null, Status.YELLOW, "9 200"));
        notOwn(() -> Reporting.correct(taby, taby.id(), POLICE, correction("0", "Nej"), minute(1)));
        var row = given.says(TABY, 0, noted(ReportFact.Kind.NOTE, "Rad"));
        notOwn(() -> Reporting.correct(row, row.id(), POLICE, new Sent.NoteCorrection("0", "Nej"), minute(1)));
    }

    @Test
    void aUnitCorrectsItsOwnOnlyAndTheActorAnyOfItsUnits_A6() {
        var traffic = given.says(TRAFFIC, 0, reported("trafik", Status.RED, "Inga bussar"));
        var region = given.says(REGION, 0, reported(null, Status.RED, "Allt"));
        notOwn(() -> Reporting.correct(traffic, traffic.id(), CARE, correction("0", "Nej"), minute(1)));
        notOwn(() -> Reporting.correct(region, region.id(), TRAFFIC, correction("0", "Nej"), minute(1)));
        assertThat(Reporting.correct(traffic, traffic.id(), REGION, correction("Några", "Så"), minute(1))
                        .said()
                        .unit())
                .isEqualTo("trafik");
    }

    @Test
    void nothingNewIsNotCorrectedButReportedAnew() {
        var first = given.says(TABY, 0, reported(null, Status.YELLOW, "9 200"));
        var same = given.on(first, TABY, 5, confirmed(first, null));
        refused(
                "report.correct-anew",
                () -> Reporting.correct(same, first.id(), TABY, correction("2 900", "Fel"), minute(9)));
    }

    @Test
    void aDecisionHasAReason_C5() {
        var without = new Sent.Note(ReportFact.Kind.DECISION, "E18 först", " ", null, null, null, null, null);
        refused("report.decision-reason", () -> Reporting.note(without));
        var with = new Sent.Note(ReportFact.Kind.DECISION, "E18 först", "Ambulansväg", null, null, null, null, null);
        assertThat(Reporting.note(with).reason()).isEqualTo("Ambulansväg");
    }

    @Test
    void aRowSaysWhatKindItIs() {
        refused("report.kind", () -> Reporting.note(new Sent.Note(null, "x", null, null, null, null, null, null)));
        assertThat(Reporting.note(
                        new Sent.Note(ReportFact.Kind.NEED, "Två bandvagnar", null, null, null, null, null, null)))
                .isEqualTo(noted(ReportFact.Kind.NEED, "Två bandvagnar"));
    }

    /** What changes nothing in the picture is not folded for it; what does is. */
    @ParameterizedTest
    @EnumSource
    void aRowIsOfThePictureWhereItChangesWhatThePictureShows(ReportFact.Kind kind) {
        var fact = Reporting.note(new Sent.Note(kind, "Rad", "Därför", null, null, null, null, null));
        assertThat(fact.kind()).isEqualTo(kind);
        given.says(TABY, 0, reported(null, Status.RED, "Huvudledning av"));
        var before = given.situation();
        given.says(TABY, 1, new ReportFact.Noted(kind, "Rad", "Därför", null, null, null));
        if (!(fact instanceof ReportFact.Pictured))
            assertThat(given.situation()).isEqualTo(before);
        assertThat(fact instanceof ReportFact.Pictured)
                .isEqualTo(kind == ReportFact.Kind.NEED || kind == ReportFact.Kind.DECISION);
    }

    @Test
    void whatIsRelayedSaysWhomItIsAbout_C3() {
        refused(
                "text.missing",
                () -> Reporting.relay(new Sent.Relay(" ", "Strömlöst", "per telefon", null, null, null, null)));
        assertThat(Reporting.relay(new Sent.Relay("Elnätet", "Strömlöst", " ", null, null, null, null)))
                .isEqualTo(new ReportFact.Relayed("Elnätet", "Strömlöst", null, null, null));
    }

    private static void notOwn(ThrowingCallable asked) {
        assertThatThrownBy(asked).isInstanceOf(NotMandated.class).hasMessage("report.correct-whose");
    }
}
