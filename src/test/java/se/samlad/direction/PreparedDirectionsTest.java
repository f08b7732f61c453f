package se.samlad.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import se.samlad.region.Regions;

class PreparedDirectionsTest {

    private static final List<String> CODES = List.of(
            "snow-and-ice", "long-power-cut", "time-critical-attack", "heat", "drinking-water", "social-unrest");

    private static DirectionFact.Prepared read(String code) {
        return ShippedDirections.ours(code);
    }

    @Test
    void allThreeAreWholeInBothLanguages_D1() {
        for (String code : CODES) {
            var p = read(code);
            assertThat(p.code()).isEqualTo(code);
            assertThat(p.priorities()).isNotEmpty();
            assertThat(p.limits()).isNotEmpty();
            assertThat(p.facts()).isNotEmpty();
            assertThat(p.assumptions()).isNotEmpty();
            assertThat(p.measures())
                    .isNotEmpty()
                    .allMatch(m -> !m.actors().isEmpty() || !m.groups().isEmpty());
            assertThat(p.messages()).isNotEmpty();
        }
    }

    @Test
    void whatIsLeftOutComesFromThePreparedOne_D2() {
        var empty = new ProposalForm(null, null, null, List.of(), null, null, "snow-and-ice", null, null);
        var filled = empty.startingFrom(read("snow-and-ice"));
        assertThat(filled.aim()).startsWith("Ingen ska komma till skada");
        assertThat(filled.priorities()).hasSize(5);
        assertThat(filled.limits()).isEmpty();
        assertThat(filled.measures()).hasSize(9);
    }

    @Test
    void thePreparedOnesNameActorsAndGroupsThatExist_D1() {
        var region = Regions.shipped();
        var actors = region.actors().stream().map(a -> a.code()).toList();
        var groups = new HashMap<String, List<String>>();
        region.groups().forEach(g -> groups.put(g.code(), g.actors()));
        for (String code : CODES) {
            var form = ProposalForm.of(read(code), true);
            var known = new Directing.Region(actors::contains, g -> groups.getOrDefault(g, List.of()));
            var said = Directing.propose(Cast.running(), Cast.DIRECTS, form, Cast.GOVERNOR, Cast.DIRECTION, 1, known);
            assertThat(said.measures()).hasSameSizeAs(read(code).measures());
        }
    }

    @Test
    void aTextWithoutALanguageIsRefused() {
        var yaml = new HashMap<>(ShippedDirections.yaml("/region/prepared/snow-and-ice.yaml"));
        yaml.put("aim", Map.of("sv", "Bara svenska"));
        assertThatThrownBy(() -> ShippedDirections.read(yaml)).hasMessageContaining("en is missing");
        yaml.put("aim", "text");
        assertThatThrownBy(() -> ShippedDirections.read(yaml)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyTextIsInBothLanguages() throws Exception {
        assertThat(texts("sv").keySet()).isEqualTo(texts("en").keySet());
    }

    private static Properties texts(String language) throws Exception {
        var texts = new Properties();
        try (var in =
                PreparedDirectionsTest.class.getResourceAsStream("/messages/direction_" + language + ".properties")) {
            texts.load(in);
        }
        return texts;
    }
}
