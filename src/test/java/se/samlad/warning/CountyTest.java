package se.samlad.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.warning.County.Reach;
import se.samlad.warning.County.Touch;
import se.samlad.warning.Warning.Area;
import se.samlad.warning.Warning.Extent;
import se.samlad.warning.Warning.Point;
import se.samlad.warning.Warning.Polygon;
import se.samlad.warning.Warning.Shape;

class CountyTest {

    private static final Shape AROUND_NORRTALJE = box(18.6, 59.7, 18.8, 59.8);
    private static final Shape ALL = box(17.0, 58.5, 19.9, 60.5);
    private static final Shape SKANE = box(13.0, 55.4, 14.0, 56.0);
    private static final Shape OPEN_SEA_IN_BOX = box(19.5, 58.65, 19.58, 58.7);

    /** A region that has no areas yet: nothing of the county is left out, and what can't be told is unknown. */
    @Test
    void aCountyWithoutAreas() {
        var bare = County.of(new County.Ground(
                "23", "Jämtlands län", "Jämtland County", new java.util.TreeMap<>(), java.util.Map.of()));
        var named =
                new Warning.Extent(java.util.List.of(new Warning.Area("", "Jämtlands län utom fjällen", "")), "", null);
        assertThat(bare.reach(named).touch()).isEqualTo(Touch.PART);
        var sea = new Warning.Extent(java.util.List.of(new Warning.Area("", "Bottenviken", "")), "", null);
        assertThat(bare.reach(sea).touch()).isEqualTo(Touch.UNKNOWN);
    }

    private final County county = Counties.stockholm();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Stockholms län | COUNTY | 26",
                "Södermanlands län, Stockholms län, Uppsala län | COUNTY | 26",
                "Västra Götalands län och Stockholms län | COUNTY | 26",
                "Stockholm County | COUNTY | 26",
                "Hela Sverige | COUNTY | 26",
                "Stockholms län utom Roslagskusten | PART | 26",
                "Stockholms län, Roslagskusten | PART | 26",
                "Stockholms läns kustland | PART | 26",
                "Norra Uppland och Roslagen | PART | 26",
                "Stockholms skärgård | PART | 26",
                "Norrtälje kommun | PART | 1",
                "Stockholms stad, Solna stad | PART | 2",
                "Norra Östersjön | SEA | 5",
                "ÅLANDS HAV | SEA | 1",
                "Uppsala län, Upplandskusten | NONE | 0",
                "Örebro län | NONE | 0",
                "Skärgårdshavet | NONE | 0",
                "Essunga kommun | NONE | 0",
                "Kattegatt | NONE | 0",
                "Trakten kring fjärden | UNKNOWN | 0",
                "'' | UNKNOWN | 0",
            })
    void namesSayWhatTheySayAndNoMore(String words, Touch touch, int municipalities) {
        for (Extent extent : List.of(named(words, null), new Extent(List.of(), words, null))) {
            Reach reach = county.reach(extent);
            assertThat(reach.touch()).isEqualTo(touch);
            assertThat(reach.municipalities()).hasSize(municipalities);
            assertThat(reach.touches(Counties.CODE)).isEqualTo(reach.touchesCounty());
        }
    }

    @Test
    void anEndlessNameIsLookedAtOnlyAtItsBeginning() {
        assertThat(county.reach(named("Stockholms län" + " norra".repeat(3_000), null))
                        .touch())
                .isEqualTo(Touch.PART);
        assertThat(county.reach(named("norra ".repeat(3_000) + "Stockholms län", null))
                        .touch())
                .isEqualTo(Touch.UNKNOWN);
    }

    @Test
    void anyOfSeveralAreasIsEnough() {
        Extent extent = new Extent(
                List.of(
                        new Area("3", "Uppsala län", ""),
                        new Area("99", "", ""),
                        new Area("48", "Norra Östersjön", "")),
                "",
                null);
        assertThat(county.reach(extent).touch()).isEqualTo(Touch.SEA);
    }

    @Test
    void wordsNarrowANamedCounty() {
        Extent extent = new Extent(List.of(new Area("1", "Stockholms län", "")), "Norrtälje kommun", null);
        assertThat(county.reach(extent).municipalities()).containsExactly("0188");
        assertThat(county.reach(extent).certain()).isTrue();
    }

    @Test
    void aShapeNarrowsANamedCounty() {
        Reach reach = county.reach(named("Stockholms län", AROUND_NORRTALJE));
        assertThat(reach.touch()).isEqualTo(Touch.PART);
        assertThat(reach.municipalities()).containsExactly("0188");
        assertThat(reach.certain()).isTrue();
        assertThat(county.reach(named("Stockholms län", ALL)).touch()).isEqualTo(Touch.COUNTY);
    }

    @Test
    void aShapeNeverMovesAWarning() {
        assertThat(county.reach(named("Uppsala län", ALL)).touch()).isEqualTo(Touch.NONE);
        Reach disagreeing = county.reach(named("Stockholms län", SKANE));
        assertThat(disagreeing.touch()).isEqualTo(Touch.COUNTY);
        assertThat(disagreeing.municipalities()).hasSize(26);
        assertThat(disagreeing.certain()).isFalse();
        assertThat(county.reach(named("Stockholms län", new Shape(List.of()))).certain())
                .isFalse();
        assertThat(county.reach(named("Stockholms län", null)).certain()).isTrue();
    }

    @Test
    void whereNothingIsNamedTheShapeTells() {
        assertThat(county.reach(named("", AROUND_NORRTALJE)).municipalities()).containsExactly("0188");
        assertThat(county.reach(named("", SKANE)).touch()).isEqualTo(Touch.NONE);
        assertThat(county.reach(named("", OPEN_SEA_IN_BOX)).touch()).isEqualTo(Touch.UNKNOWN);
        assertThat(county.reach(named("", new Shape(List.of()))).touch()).isEqualTo(Touch.UNKNOWN);
    }

    @Test
    void aNamedSeaAreaDecidesWhateverIsDrawn() {
        Reach reach = county.reach(named("Norra Östersjön", box(17.8, 58.7, 18.0, 58.95)));
        assertThat(reach.touch()).isEqualTo(Touch.SEA);
        assertThat(reach.municipalities()).contains("0117", "0120", "0136", "0188", "0192");
        assertThat(reach.certain()).isFalse();
    }

    @Test
    void whatLiesInAHoleIsNotTouched() {
        Polygon holed = new Polygon(List.of(
                ALL.polygons().getFirst().rings().getFirst(),
                box(18.9, 58.0, 25, 61).polygons().getFirst().rings().getFirst(),
                box(17.75, 59.2, 18.45, 59.45).polygons().getFirst().rings().getFirst()));
        Reach reach = county.reach(named("Stockholms län", new Shape(List.of(holed))));
        assertThat(reach.municipalities()).contains("0188", "0140").doesNotContain("0184", "0183");
    }

    @Test
    void aSmallShapeIsFoundByItsCorners() {
        Reach reach = county.reach(named("Stockholms län", box(18.063, 59.3325, 18.0635, 59.333)));
        assertThat(reach.municipalities()).containsExactly("0180");
    }

    @Test
    void aSeaDrawnByHandAlongTheCoastReachesEveryCoast() {
        for (var warning : Bodies.readReal("smhi-sea-by-hand.json").warnings()) {
            Reach reach = county.reach(warning.extent());
            assertThat(reach.touch()).isEqualTo(Touch.SEA);
            assertThat(reach.municipalities()).contains("0117", "0120", "0136", "0188", "0192");
            assertThat(reach.certain()).isFalse();
        }
    }

    /** Across the middle of Norrtälje, between all points of a coarse grid. */
    @Test
    void aNarrowStripIsFoundByItsRealEdges() {
        Reach reach = county.reach(named("", box(18.40, 59.8003, 18.60, 59.8004)));
        assertThat(reach.municipalities()).containsExactly("0188");
        assertThat(reach.certain()).isTrue();
        assertThat(county.reach(named("", box(17.0, 59.3301, 19.0, 59.3302))).municipalities())
                .contains("0180", "0182", "0125", "0120");
    }

    /** A river is a line there and back; a line that is closed into a ring encloses. */
    @ParameterizedTest
    @CsvSource({"LineString, ''", "MultiLineString, '['"})
    void aLineTouchesWhatItRunsThrough(String type, String open) {
        var line = "[[18.3,59.75],[18.6,59.8],[18.7,59.78]]";
        var drawn = "\"area\":{\"type\":\"" + type + "\",\"coordinates\":" + (open.isEmpty() ? line : "[" + line + "]")
                + "},";
        var warning =
                Bodies.read("[" + Bodies.ibww("1", drawn) + "]").warnings().getFirst();
        assertThat(county.reach(warning.extent()).municipalities()).containsExactly("0188");
    }

    /** A square of Täby's neighbours with a hole that holds all of Täby; and an island in the hole. */
    @Test
    void aHoleIsLeftOutAndAnIslandInItIsNot() {
        var outer = box(17.6, 59.2, 18.6, 59.7).polygons().getFirst().rings().getFirst();
        var hole = box(17.95, 59.38, 18.35, 59.52).polygons().getFirst().rings().getFirst();
        var island =
                box(18.05, 59.46, 18.08, 59.47).polygons().getFirst().rings().getFirst();
        var holed = county.reach(named("", new Shape(List.of(new Polygon(List.of(outer, hole))))));
        assertThat(holed.municipalities()).contains("0180", "0115").doesNotContain("0160");
        var island2 = county.reach(named("", new Shape(List.of(new Polygon(List.of(outer, hole, island))))));
        assertThat(island2.municipalities()).contains("0160");
    }

    /** Just outside of Norrtälje's northern border, where the outline is not exact. */
    @Test
    void whatOnlyTouchesABorderIsNotCertain() {
        Reach reach = county.reach(named("", box(18.2, 60.2136, 18.9, 60.5)));
        assertThat(reach.municipalities()).contains("0188");
        assertThat(reach.certain()).isFalse();
    }

    /** Open water, where no border is known: those whose land is nearest, and nobody for certain. */
    @Test
    void waterBelongsToTheNearestAndIsNotCertain() {
        Reach reach = county.reach(named("", box(19.2, 59.75, 19.3, 59.8)));
        assertThat(reach.municipalities()).containsExactly("0188");
        assertThat(reach.certain()).isFalse();
        assertThat(county.reach(named("", box(17.62, 59.34, 17.64, 59.35))).touchesCounty())
                .as("Mälaren")
                .isTrue();
    }

    /** A part of a shape never touches more than the whole. */
    @Property(tries = 300, seed = "20261130")
    void aLargerShapeNeverTouchesFewer(
            @ForAll @DoubleRange(min = 17.0, max = 19.6) double west,
            @ForAll @DoubleRange(min = 58.5, max = 60.3) double south,
            @ForAll @DoubleRange(min = 0.01, max = 1) double size,
            @ForAll @DoubleRange(min = 0, max = 1) double more) {
        Reach part = county.reach(named("", box(west, south, west + size, south + size)));
        Reach whole = county.reach(named("", box(west - more, south - more, west + size + more, south + size + more)));
        assertThat(whole.municipalities()).containsAll(part.municipalities());
    }

    private static Extent named(String name, @Nullable Shape shape) {
        return new Extent(List.of(new Area("", name, "")), "", shape);
    }

    private static Shape box(double west, double south, double east, double north) {
        return new Shape(List.of(new Polygon(List.of(Arrays.asList(
                new Point(west, south), new Point(east, south), new Point(east, north), new Point(west, north))))));
    }
}
