package se.samlad.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import se.samlad.region.Regions;

class CountyMapTest {

    private final CountyMap map = shipped();

    private static CountyMap shipped() {
        var plots = Regions.shipped().actors().stream()
                .filter(a -> a.scb() != null)
                .map(a -> new Plot(Objects.requireNonNull(a.scb()), a.code(), a.shortName(), List.of()))
                .toList();
        return CountyMap.of("01", plots);
    }

    /** With other areas, or no map of its own, a region is drawn from the outlines. */
    @Test
    void aRegionWithoutAMapIsDrawnFromItsOutlines() {
        var square = List.of(List.of(List.of(
                new double[] {18, 57},
                new double[] {19, 57},
                new double[] {19, 58},
                new double[] {18, 58},
                new double[] {18, 57})));
        var drawn = CountyMap.of("09", List.of(new Plot("0980", "rg", "Gotland", square)));
        var area = drawn.find("rg").orElseThrow();
        assertThat(area.d()).startsWith("M").endsWith("z").contains("L");
        assertThat(area.sign().x()).isBetween(200.0, 440.0);
        assertThat(drawn.viewBox()).element(2).isEqualTo(640);
        var part = CountyMap.of("01", List.of(new Plot("0160", "taby", "Täby", List.of())));
        assertThat(part.municipalities()).extracting(CountyMap.Area::name).containsExactly("Täby");
        assertThat(part.lens()).isNull();
        assertThat(CountyMap.of("09", List.of()).municipalities()).isEmpty();
    }

    @Test
    void hasAllMunicipalities() {
        assertThat(map.municipalities()).hasSize(26).allSatisfy(a -> {
            assertThat(a.code()).matches("01\\d\\d");
            assertThat(a.d()).startsWith("M");
        });
        assertThat(map.viewBoxText()).isEqualTo("0 0 640 758");
        assertThat(map.find("0160")).isEqualTo(map.find("taby")).isPresent();
    }

    @Test
    void aHoleLooksLikeAHole_C3() {
        var shaded = new Shaded(map, Map.of("0160", "RED", "nacka", "nonsense"), Map.of(), "");
        assertThat(shaded.shape(map.find("taby").orElseThrow())).isEqualTo("red");
        assertThat(shaded.shape(map.find("nacka").orElseThrow())).isEqualTo("none");
        assertThat(shaded.shape(map.find("salem").orElseThrow())).isEqualTo("none");
    }

    @Test
    void namesDoNotCoverEachOther() {
        var named = calm().named(16);
        assertThat(named).hasSizeGreaterThan(10).hasSizeLessThan(26);
        assertThat(calm().named(34)).hasSizeLessThan(named.size());
        assertThat(named).extracting(CountyMap.Area::name).contains("Norrtälje", "Värmdö");
    }

    /** Each area in trouble that has room for a name alone on the map has its name, and no other's name hides its sign. */
    @Test
    void whoIsInTroubleIsNamedFirst_C3() {
        for (var area : map.municipalities()) {
            if (area.label() == null) continue;
            var shaded = new Shaded(map, Map.of(area.actor(), "RED"), Map.of(), "");
            assertThat(shaded.named(16)).as(area.name()).contains(area);
            var other = shaded.named(16).stream()
                    .filter(each -> each != area)
                    .filter(each -> CountyMap.hides(each, Objects.requireNonNull(each.label()), area.sign(), 16));
            assertThat(other).as("over " + area.name()).isEmpty();
        }
    }

    private Shaded calm() {
        return new Shaded(map, Map.of(), Map.of(), "");
    }
}
