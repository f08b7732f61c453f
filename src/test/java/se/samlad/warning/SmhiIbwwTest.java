package se.samlad.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.samlad.warning.Read.Skipped;
import se.samlad.warning.Warning.Area;
import se.samlad.warning.Warning.Color;
import se.samlad.warning.Warning.Form;
import se.samlad.warning.Warning.Severity;
import se.samlad.warning.Warning.Shape;
import se.samlad.warning.Warning.Span;
import se.samlad.warning.Warning.Status;

/** The impact-based format, as in SMHI's test feed of September 2021, and our own exercise in the same format. */
class SmhiIbwwTest {

    private final Read september = Bodies.readReal(Bodies.IBWW);
    private final County county = Counties.stockholm();

    @Test
    void everyAreaOfEveryWarningIsAWarning() {
        assertThat(september.form()).isEqualTo(Form.SMHI_IBWW);
        assertThat(september.complete()).isTrue();
        assertThat(september.skipped()).isEmpty();
        assertThat(september.warnings())
                .extracting(Warning::id)
                .containsExactly("smhi:ibww:2:4", "smhi:ibww:3:5", "smhi:ibww:4:6");
        assertThat(Bodies.readReal(Bodies.IBWW_FLOODING).warnings())
                .extracting(Warning::id)
                .containsExactly("smhi:ibww:6:54", "smhi:ibww:6:55");
    }

    @Test
    void theFireMessageIsReadInFull() {
        Warning fire = september.warnings().get(1);
        assertThat(fire.headline())
                .isEqualTo("Risk för gräsbrand: TEST Södermanlands län, Stockholms län, Uppsala län");
        assertThat(fire.texts().en().headline())
                .isEqualTo("Grass fire: TEST Södermanland County, Stockholm County, Uppsala County");
        assertThat(fire.texts().sv().event()).isEqualTo("Brandrisk");
        assertThat(fire.texts().sv().level()).isEqualTo("Meddelande");
        assertThat(fire.grade()).isEqualTo(new Warning.Grade(Severity.MINOR, Color.MESSAGE, "MESSAGE"));
        assertThat(fire.sent()).isEqualTo(Instant.parse("2021-09-20T08:58:12.173Z"));
        assertThat(fire.span())
                .isEqualTo(new Span(Instant.parse("2021-09-16T08:00:00Z"), Instant.parse("2021-09-18T14:00:00Z")));
        assertThat(fire.extent().areas())
                .containsExactly(
                        new Area("4", "Södermanlands län", "Södermanland County"),
                        new Area("1", "Stockholms län", "Stockholm County"),
                        new Area("3", "Uppsala län", "Uppsala County"));
        assertThat(fire.texts().sv().text())
                .startsWith("Händelsebeskrivning\nTESTMEDDELANDE Stor risk för att gräsbrand uppstår")
                .contains("\n\nVar\nTEST  Södermanlands, Stockholms och Uppsala län från området kring Eskilstuna")
                .endsWith("Hur kan det påverka mig\nStor risk för att gräsbrand uppstår och lätt sprids i torrt"
                        + " fjolårsgräs. \nStor försiktighet bör iakttas vid eldning utomhus.");
    }

    @Test
    void textsThatBeginWithTestAreATestWhereverTheyStand() {
        assertThat(september.warnings()).allMatch(w -> w.origin().status() == Status.TEST && w.pretended());
        assertThat(Bodies.readReal(Bodies.IBWW_FLOODING).warnings())
                .allMatch(w -> w.origin().status() == Status.TEST);
        assertThat(statusOf("Testebo kommun")).isEqualTo(Status.ACTUAL);
        assertThat(statusOf("ÖVNING Stockholms län")).isEqualTo(Status.EXERCISE);
        assertThat(statusOf("Övningsmeddelande")).isEqualTo(Status.EXERCISE);
    }

    @Test
    void levelsBecomeSeverities() {
        assertThat(september.warnings())
                .extracting(w -> w.grade().severity())
                .containsExactly(Severity.MODERATE, Severity.MINOR, Severity.MODERATE);
        assertThat(gradeOf("RED").severity()).isEqualTo(Severity.EXTREME);
        assertThat(gradeOf("ORANGE").severity()).isEqualTo(Severity.SEVERE);
        assertThat(gradeOf("PURPLE")).isEqualTo(new Warning.Grade(Severity.UNKNOWN, Color.UNKNOWN, "PURPLE"));
    }

    @Test
    void noEndIsAnOpenEnd() {
        Warning flow = september.warnings().get(2);
        assertThat(flow.span()).isEqualTo(new Span(Instant.parse("2021-09-16T11:36:00Z"), null));
        Warning backwards = onlyOf(Bodies.ibww(
                "1", "\"approximateStart\":\"2025-01-03T00:00:00Z\",\"approximateEnd\":\"2025-01-02T00:00:00Z\","));
        assertThat(backwards.span().expires()).isNull();
    }

    @Test
    void whatIsSaidOfTheWholeWarningIsSaidOfEachArea() {
        Read flooding = Bodies.readReal(Bodies.IBWW_FLOODING);
        assertThat(flooding.warnings()).hasSize(2);
        assertThat(flooding.warnings().get(1).texts().sv().text())
                .startsWith("Händelsebeskrivning\nTESTMEDDELANDE Översvämningar förväntas")
                .contains("\n\nVad händer\nRisk för påverkan på tågtrafik")
                .contains("mindre vägar.\nTEST Översvämning av permanentbostäder.\nTEST")
                .doesNotContain("\\n");
        assertThat(flooding.warnings()).allMatch(w -> w.grade().color() == Color.ORANGE);
        assertThat(flooding.warnings().getFirst().headline()).isEqualTo("Översvämning: Essunga kommun");
    }

    @Test
    void shapesLackingALevelAreMendedAndLinesKept() {
        for (Warning warning : september.warnings()) {
            Shape shape = Objects.requireNonNull(warning.extent().shape());
            assertThat(shape.polygons()).hasSize(1);
            assertThat(shape.polygons().getFirst().rings()).hasSize(1);
            assertThat(shape.polygons().getFirst().rings().getFirst()).hasSize(5);
        }
        Shape essunga = Objects.requireNonNull(Bodies.readReal(Bodies.IBWW_FLOODING)
                .warnings()
                .getFirst()
                .extent()
                .shape());
        assertThat(essunga.polygons().getFirst().rings().getFirst()).hasSize(6);
    }

    @Test
    void namedAreasDecideAndAWrongShapeOnlyMakesItUncertain() {
        assertThat(september.warnings())
                .extracting(w -> county.reach(w.extent()).touch())
                .containsExactly(County.Touch.NONE, County.Touch.COUNTY, County.Touch.NONE);
        County.Reach fire = county.reach(september.warnings().get(1).extent());
        assertThat(fire.municipalities()).hasSize(26);
        assertThat(fire.certain()).isFalse();
        assertThat(Bodies.readReal(Bodies.IBWW_FLOODING).warnings())
                .noneMatch(w -> county.reach(w.extent()).touchesCounty());
    }

    @Test
    void theSnowstormIsARedExerciseForTheWholeCounty() {
        Read read = Bodies.read(Bodies.scene("smhi-warning.json"));
        assertThat(read.skipped()).isEmpty();
        Warning snow = read.warnings().getFirst();
        assertThat(snow.id()).isEqualTo("smhi:ibww:9001:9101");
        assertThat(snow.origin().status()).isEqualTo(Status.EXERCISE);
        assertThat(snow.grade()).isEqualTo(new Warning.Grade(Severity.EXTREME, Color.RED, "RED"));
        assertThat(snow.sent()).isEqualTo(Instant.parse("2026-01-14T08:52:00Z"));
        assertThat(snow.span().expires()).isEqualTo(Instant.parse("2026-01-16T05:00:00Z"));
        County.Reach reach = county.reach(snow.extent());
        assertThat(reach.touch()).isEqualTo(County.Touch.COUNTY);
        assertThat(reach.municipalities()).hasSize(26);
        assertThat(reach.certain()).isTrue();
        assertThat(snow.texts().en().text()).contains("EXERCISE");
    }

    @Test
    void oneBadAreaDoesNotCostTheOthers() {
        String two = """
                [{"id":"7","warningAreas":[{"id":"1","published":"2025-01-02T03:04:05Z"},{"id":2},{"published":"2025-01-02T03:04:05Z"},5]},
                {"warningAreas":[]},{"id":8},{"id":9,"warningAreas":"x"},{"id":{},"warningAreas":[]}, "text", null]""";
        Read read = Bodies.read(two);
        assertThat(read.warnings()).extracting(Warning::id).containsExactly("smhi:ibww:7:1");
        assertThat(read.skipped())
                .containsExactly(
                        new Skipped("smhi:ibww:7:2", "feed.skipped.missing", "published"),
                        new Skipped("smhi:ibww:7:", "feed.skipped.missing", "id"),
                        new Skipped("smhi:ibww:7:", "feed.skipped.wrong-type", "warningAreas"),
                        new Skipped("", "feed.skipped.missing", "id"),
                        new Skipped("smhi:ibww:8:", "feed.skipped.missing", "warningAreas"),
                        new Skipped("smhi:ibww:9:", "feed.skipped.wrong-type", "warningAreas"),
                        new Skipped("", "feed.skipped.wrong-type", "id"),
                        new Skipped("", "feed.skipped.wrong-type", "warning"),
                        new Skipped("", "feed.skipped.wrong-type", "warning"));
    }

    @Test
    void ofTwoWithTheSameIdTheLaterStands() {
        String late = Bodies.ibww("1", "").replace("2025-01-02T03", "2025-01-02T04");
        for (List<String> order : List.of(List.of(late, Bodies.ibww("1", "")), List.of(Bodies.ibww("1", ""), late))) {
            Read read = Bodies.read("[" + String.join(",", order) + "]");
            assertThat(read.received()).isEqualTo(2);
            assertThat(read.warnings())
                    .extracting(Warning::sent)
                    .containsExactly(Instant.parse("2025-01-02T04:04:05Z"));
            assertThat(read.skipped()).containsExactly(new Skipped("smhi:ibww:1:1", "feed.skipped.duplicate", "id"));
        }
    }

    @Test
    void oneWarningAloneIsReadButIsNoFullList() {
        Read read = Bodies.read(Bodies.ibww("1", ""));
        assertThat(read.warnings()).hasSize(1);
        assertThat(read.complete()).isFalse();
    }

    private static Status statusOf(String areaName) {
        return onlyOf(Bodies.ibww("1", "\"areaName\":{\"sv\":\"" + areaName + "\"},"))
                .origin()
                .status();
    }

    private static Warning.Grade gradeOf(String code) {
        return onlyOf(Bodies.ibww("1", "").replace("ORANGE", code)).grade();
    }

    private static Warning onlyOf(String warning) {
        Read read = Bodies.read("[" + warning + "]");
        assertThat(read.skipped()).isEmpty();
        assertThat(read.warnings()).hasSize(1);
        return read.warnings().getFirst();
    }
}
