package se.samlad.report;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.refused;
import static se.samlad.report.Cast.TABY;
import static se.samlad.report.Cast.report;

import org.junit.jupiter.api.Test;

/** What people and programs may send as text. */
class HostileTextTest {

    @Test
    void aTextIsBounded() {
        assertThat(happened("å".repeat(20_000))).hasSize(20_000);
        refused("text.too-long", () -> happened("å".repeat(20_001)));
        refused("text.too-long", () -> happened("å".repeat(100_000)));
        refused("text.missing", () -> happened(""));
    }

    @Test
    void eachFieldIsBounded_C4() {
        var long_ = "x".repeat(20_001);
        refused("text.too-long", () -> details(long_, null, null, null, null, null, null));
        refused("text.too-long", () -> details(null, long_, null, null, null, null, null));
        refused("text.too-long", () -> details(null, null, long_, null, null, null, null));
        refused("text.too-long", () -> details(null, null, null, long_, null, null, null));
        refused("text.too-long", () -> details(null, null, null, null, long_, null, null));
        refused("text.too-long", () -> details(null, null, null, null, null, long_, null));
        refused("text.too-long", () -> details(null, null, null, null, null, null, "x".repeat(201)));
    }

    @Test
    void lettersOfAllScriptsAndSignsAreKept() {
        for (String text : new String[] {"🚒🧑‍🚒 på väg", "שלום", "مرحبا", "Å\u0308 <script>&amp;", "rad\nrad\ttabb"})
            assertThat(happened(text)).isEqualTo(text);
    }

    @Test
    void whatCantBeSeenIsTakenOut() {
        assertThat(happened("a\u0000b\u001Bc\u007Fd\u202Ee\u2066f\uFEFFg\r\nh")).isEqualTo("abcdefg\nh");
    }

    @Test
    void emptyDetailsAreNone_C4() {
        var fact = details("", " ", "\n", "\t", null, "", " ");
        assertThat(fact).isEqualTo(Cast.reported(null, Status.RED, "x"));
    }

    private static String happened(String text) {
        return Reporting.report(TABY, report(Status.RED, text)).said().happened();
    }

    private static ReportFact.Reported details(
            String consequences,
            String measures,
            String resources,
            String needs,
            String communication,
            String forecast,
            String source) {
        return Reporting.report(
                TABY,
                new Sent.Report(
                        null,
                        Status.RED,
                        "x",
                        consequences,
                        measures,
                        resources,
                        needs,
                        communication,
                        forecast,
                        null,
                        source,
                        null,
                        null,
                        null,
                        null));
    }
}
