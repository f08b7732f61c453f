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

/** Scene 3 as data: it can be read, and names only actors and accounts of the region. */
class SnowstormSceneTest {

    private static final Path REGION = Path.of("src/main/resources/region");
    private static Scene scene;
    private static Map<?, ?> region;

    @BeforeAll
    static void read() throws IOException {
        scene = SceneReader.read(Path.of("scenes/snowstorm.yaml"));
        region = (Map<?, ?>) PlainYaml.load(Files.readString(REGION.resolve("actors.yaml")), 1_000_000);
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
        assertThat(accounts).containsAll(used).hasSize(106);
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
        List<Map<?, ?>> parties = list(region.get("actors")).stream()
                .filter(actor -> Boolean.TRUE.equals(actor.get("member")))
                .toList();
        assertThat(parties).hasSize(37);
        for (Map<?, ?> party : parties) {
            List<Map<?, ?>> functions = list(party.get("functions"));
            assertThat(functions.stream().map(function -> String.valueOf(function.get("level"))))
                    .as("%s", party.get("code"))
                    .contains("DIRECTING", "COORDINATING", "EXECUTING");
            Set<Object> known =
                    new HashSet<>(functions.stream().map(f -> f.get("name")).toList());
            assertThat(functions).allSatisfy(f -> assertThat(known).containsAll((List<?>) f.get("deputies")));
        }
    }

    @Test
    void accountsHoldFunctionsThatExist_A6() {
        Set<String> functions = new HashSet<>();
        for (Map<?, ?> actor : list(region.get("actors"))) {
            list(actor.get("functions")).forEach(f -> functions.add(actor.get("code") + "/" + f.get("name")));
        }
        assertThat(list(region.get("accounts")))
                .allSatisfy(account -> assertThat(functions).containsAll(texts(account.get("functions"))));
    }

    @Test
    void preparedDirectionsNameKnownActorsAndGroups_D1() throws IOException {
        for (String code : List.of("snow-and-ice", "long-power-cut", "time-critical-attack")) {
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
                .readValue(Path.of("src/main/resources/geo/county-map.json"), Map.class);
        Map<Object, Object> drawn = new java.util.HashMap<>();
        for (Map<?, ?> municipality : list(map.get("municipalities"))) {
            drawn.put(municipality.get("actor"), municipality.get("code"));
            assertThat(String.valueOf(municipality.get("d"))).startsWith("M").endsWith("z");
        }
        assertThat(codes).hasSize(26).isEqualTo(drawn);

        List<String> rows = Files.readAllLines(REGION.resolve("population.csv"));
        assertThat(rows.stream()
                        .filter(row -> row.matches("\\d{4},2024-12-31,\\d+"))
                        .map(row -> row.substring(0, 4)))
                .containsExactlyInAnyOrderElementsOf(
                        codes.values().stream().map(String::valueOf).toList());
        assertThat(rows).contains("0182,2014-06-30,95182", "0120,2014-06-30,");
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
