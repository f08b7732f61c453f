package se.samlad.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.actor.Actor;
import se.samlad.region.Regions;

/** Scene 3 as data: it can be read, and names only actors and accounts of the region. */
class SnowstormSceneTest {

    private static final Path REGION = Path.of("src/main/resources/region");
    private static Scene scene;
    private static Map<?, ?> region;

    @BeforeAll
    static void read() throws IOException {
        scene = SceneReader.read(Path.of("scenes/snowstorm.yaml"));
        region = (Map<?, ?>) PlainYaml.load(Files.readString(REGION.resolve("stockholm.yaml")), 1_000_000);
    }

    @Test
    void itsAccountsAreThoseOfTheDemo() {
        Set<String> accounts = names("accounts", "account");
        Set<String> used = new HashSet<>();
        for (Scene.Step step : scene.steps()) {
            used.addAll(step.as());
            step.expected().then().forEach(look -> used.add(look.as()));
        }
        used.remove("");
        assertThat(accounts).containsAll(used).hasSize(143);
    }

    @Test
    void itsActorsAndGroupsAreThoseOfTheRegion_A1() {
        Set<String> actors = names("actors", "code");
        Set<String> groups = names("groups", "code");
        for (Scene.Step step : scene.steps()) {
            assertThat(actors).containsAll(all(step.body(), Set.of("actor", "actors", "callIn", "release")));
            assertThat(groups).containsAll(all(step.body(), Set.of("groups")));
            assertThat(names("standingForums", "code")).containsAll(all(step.body(), Set.of("to")));
        }
    }

    @Test
    void theClockOnlyGoesForward() {
        assertThat(scene.steps()).isSortedAccordingTo(java.util.Comparator.comparing(Scene.Step::at));
        assertThat(scene.clock()).isNotNull();
    }

    @Test
    void atLeastTwentyOfThe37Report_C3() {
        Set<String> reporters = new HashSet<>();
        scene.steps().stream()
                .filter(step -> step.call().path().endsWith("/reports")
                        && step.expected().status() == 201)
                .forEach(step -> step.as().forEach(account -> reporters.add(account.replaceAll("\\..*", ""))));
        assertThat(reporters).hasSizeGreaterThanOrEqualTo(20).contains("region", "polisen", "trafikverket");
    }

    @Test
    void twelveOf26MunicipalitiesStandBehindClosingSchools_D3() {
        Map<Object, Integer> stances = new java.util.HashMap<>();
        for (Scene.Step step : scene.steps()) {
            if (step.body() instanceof Map<?, ?> body
                    && "{schools}".equals(body.get("measure"))
                    && step.expected().status() == 201) {
                stances.merge(body.get("stance"), step.as().size(), Integer::sum);
            }
        }
        assertThat(stances).isEqualTo(Map.of("ACCEPTS", 12, "ADAPTS", 4, "DECLINES", 1));
    }

    @Test
    void theRegionHas37PartiesEachRepresentedAtEveryLevel_A1_A6() {
        var parties = Regions.shipped().actors().stream().filter(Actor::member).toList();
        assertThat(parties).hasSize(37);
        for (var party : parties)
            assertThat(Regions.shipped().functionsOf(party.code()))
                    .as(party.code())
                    .extracting(Function::level)
                    .contains(Level.values());
    }

    @Test
    void preparedDirectionsNameKnownActorsAndGroups_D1() throws IOException {
        for (String code : List.of(
                "snow-and-ice", "long-power-cut", "time-critical-attack", "heat", "drinking-water", "social-unrest")) {
            String text = Files.readString(REGION.resolve("prepared").resolve(code + ".yaml"));
            Object prepared = PlainYaml.load(text, 1_000_000);
            assertThat(prepared).isInstanceOf(Map.class).extracting("code").isEqualTo(code);
            assertThat(names("actors", "code")).containsAll(all(prepared, Set.of("actors")));
            assertThat(names("groups", "code")).containsAll(all(prepared, Set.of("groups")));
            assertThat(all(prepared, Set.of("sv"))).hasSameSizeAs(all(prepared, Set.of("en")));
        }
    }

    @Test
    void mapAndPopulationHoldThe26MunicipalitiesByTheirCodes_A1_A5() throws IOException {
        Map<Object, Object> codes = new java.util.HashMap<>();
        for (Map<?, ?> actor : list(region.get("actors"))) {
            if ("municipality".equals(actor.get("kind"))) codes.put(actor.get("code"), actor.get("scb"));
        }
        Map<?, ?> map = tools.jackson.databind.json.JsonMapper.shared()
                .readValue(Path.of("src/main/resources/geo/01/county-map.json"), Map.class);
        Map<Object, Object> drawn = new java.util.HashMap<>();
        for (Map<?, ?> municipality : list(map.get("municipalities"))) {
            drawn.put(municipality.get("actor"), municipality.get("code"));
            assertThat(String.valueOf(municipality.get("d"))).startsWith("M").endsWith("z");
        }
        assertThat(codes).hasSize(26).isEqualTo(drawn);

        var days = (Map<?, ?>) ((Map<?, ?>) region.get("population")).get("counts");
        assertThat(Set.copyOf(((Map<?, ?>) days.get("2024-12-31")).keySet())).isEqualTo(Set.copyOf(codes.values()));
        var half = (Map<?, ?>) days.get("2014-06-30");
        assertThat(String.valueOf(half.get("0182"))).isEqualTo("95182");
        assertThat(half.containsKey("0120")).isFalse();
    }

    private static Set<String> names(String list, String field) {
        Set<String> names = new HashSet<>();
        list(region.get(list)).forEach(item -> names.add(String.valueOf(item.get(field))));
        return names;
    }

    private static List<String> all(Object node, Set<String> fields) {
        List<String> found = new java.util.ArrayList<>();
        if (node instanceof List<?> list) list.forEach(item -> found.addAll(all(item, fields)));
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> found.addAll(fields.contains(name) ? texts(value) : all(value, fields)));
        }
        return found;
    }

    private static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private static List<Map<?, ?>> list(Object node) {
        return ((List<?>) node)
                .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
    }
}
