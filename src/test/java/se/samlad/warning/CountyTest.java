package se.samlad.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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

    private final County county = County.stockholm();

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
            assertThat(reach.touches(County.CODE)).isEqualTo(reach.touchesCounty());
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
    void aSeaWarningReachesTheMunicipalitiesDrawn() {
        Reach reach = county.reach(named("Norra Östersjön", box(17.8, 58.7, 18.0, 58.95)));
        assertThat(reach.touch()).isEqualTo(Touch.SEA);
        assertThat(reach.municipalities()).containsExactly("0192");
    }

    @Test
    void whatLiesInAHoleIsNotTouched() {
        Polygon holed = new Polygon(List.of(
                ALL.polygons().getFirst().rings().getFirst(),
                box(18.9, 58.0, 25, 61).polygons().getFirst().rings().getFirst(),
                box(17.75, 59.2, 18.45, 59.45).polygons().getFirst().rings().getFirst()));
        Reach reach = county.reach(named("Stockholms län", new Shape(List.of(holed))));
        assertThat(reach.municipalities()).contains("0188", "0140").doesNotContain("0184", "0183", "0162");
    }

    @Test
    void aSmallShapeIsFoundByItsCorners() {
        Reach reach = county.reach(named("Stockholms län", box(18.063, 59.3325, 18.0635, 59.333)));
        assertThat(reach.municipalities()).containsExactly("0180");
    }

    private static Extent named(String name, @Nullable Shape shape) {
        return new Extent(List.of(new Area("", name, "")), "", shape);
    }

    private static Shape box(double west, double south, double east, double north) {
        return new Shape(List.of(new Polygon(List.of(Arrays.asList(
                new Point(west, south), new Point(east, south), new Point(east, north), new Point(west, north))))));
    }
}
