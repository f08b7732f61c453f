package se.samlad.report;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.refused;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.Marking;

/** What the composer's form means. */
class ComposedTest {

    @Test
    void aRowIsOneField() {
        assertThat(said(null, "Rad"))
                .isEqualTo(new Sent.Note(ReportFact.Kind.NOTE, "Rad", null, null, null, null, null, null));
    }

    @Test
    void aStatusAndATextAreAReport_C4() {
        assertThat(said("RED", "Väg 76 är igendriven")).isEqualTo(Cast.report(Status.RED, "Väg 76 är igendriven"));
    }

    @Test
    void eachKindIsItself() {
        for (ReportFact.Kind kind : ReportFact.Kind.values())
            assertThat(((Sent.Note) said(kind.name(), "x")).kind()).isEqualTo(kind);
        assertThat(said("RELAY", "x")).isInstanceOf(Sent.Relay.class);
        refused("report.kind", () -> said("PURPLE", "x"));
    }

    @Test
    void whatBelongsToAnotherKindIsNeverDropped() {
        refused("report.not-for-kind", () -> filled("NOTE", null, "följder", null));
        refused("report.not-for-kind", () -> filled("RED", "skäl", null, null));
        refused("report.not-for-kind", () -> filled("NEED", null, null, "Elnätet"));
        refused("report.not-for-kind", () -> filled("RELAY", "skäl", null, "Elnätet"));
        assertThat(filled("RED", " ", "följder", "")).isInstanceOf(Sent.Report.class);
    }

    @Test
    void whatIsNoLongerTickedIsEnded() {
        assertThat(stood(List.of("needs:1", "forecast:2"), List.of("forecast:2"))
                        .ended())
                .containsExactly("needs:1");
        assertThat(stood(List.of("needs:1"), null).ended()).containsExactly("needs:1");
        assertThat(stood(List.of("needs:1"), List.of("needs:1")).ended()).isNull();
        assertThat(stood(null, null).ended()).isNull();
    }

    private static Sent.Report stood(@Nullable List<String> stood, @Nullable List<String> stands) {
        return (Sent.Report) new Composed(
                        "RED", "x", null, null, null, null, null, null, null, stood, stands, null, null, null, null,
                        null, null, null, null, null, null)
                .said();
    }

    @Test
    void chosenActorsAreNeverSharedWider_S1() {
        refused("report.share-whom", () -> shared("chosen", List.of(), "", ""));
        refused("report.share-which", () -> shared("incident", List.of("lst"), "", ""));
        assertThat(shared("chosen", List.of("lst", "polisen"), "OSL 18:1", "").marking())
                .isEqualTo(new Marking(List.of("actor:lst", "actor:polisen"), "OSL 18:1", null));
        assertThat(shared("chosen", List.of("lst"), "OSL 18:1", "OSL 19:1").marking())
                .isEqualTo(new Marking(List.of("actor:lst"), "OSL 19:1", null));
        assertThat(shared("incident", List.of(), "", "").marking()).isNull();
    }

    private static Sent said(String kind, String text) {
        return new Composed(
                        kind, text, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        null, null, null, null, null)
                .said();
    }

    private static Sent filled(String kind, String reason, String consequences, String about) {
        return new Composed(
                        kind,
                        "x",
                        reason,
                        consequences,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        about,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                .said();
    }

    private static Sent.Note shared(String share, List<String> to, String ground, String other) {
        return (Sent.Note) new Composed(
                        "NOTE", "x", null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        share, to, ground, other, "")
                .said();
    }
}
