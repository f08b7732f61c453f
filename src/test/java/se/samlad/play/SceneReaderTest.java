package se.samlad.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in a scene is refused by name before the first call. */
class SceneReaderTest {

    private static final String HEAD = """
            id: s
            title: {sv: s, en: s}
            about: {sv: s, en: s}
            start: 2026-01-14T09:52:00+01:00
            steps:
            """;
    private static final String STEP = "  - {at: \"+00:00\", as: lst.tib, do: {sv: a, en: b}, get: /api/actors}\n";

    @TempDir
    Path folder;

    @Test
    void aPlainSceneIsRead() {
        Scene scene = SceneReader.read(
                HEAD + STEP.replace("}\n", ", expect: {answer: {$.a: 2026-01-14, $.b: no, $.c: 7}}}\n"));
        assertThat(scene.steps()).hasSize(1);
        assertThat(scene.steps().getFirst().expected().answer())
                .containsEntry("$.a", new Matcher.Equals("2026-01-14"))
                .containsEntry("$.b", new Matcher.Equals("no"))
                .containsEntry("$.c", new Matcher.Equals(7));
    }

    /** What is done for many is written once; a number stays a number, and names that a step keeps are left alone. */
    @Test
    void stepsBelowEachAreWrittenOutForEachOfItsRows() {
        Scene scene = SceneReader.read(HEAD + STEP + """
                  - each: [{who: taby, level: 2}, {who: nacka, level: 3}]
                    steps:
                      - {at: "+00:00", as: "{who}.tib", do: {sv: "Till {who}", en: b}, post: "/api/{who}", body: {level: "{level}"}, keep: {it: $.id}}
                      - {at: "+00:00", as: "{who}.tib", do: {sv: a, en: b}, get: "/api/{who}/{it}"}
                  - each: 3
                    steps:
                      - {at: "+00:0{n}", as: lst.tib, do: {sv: a, en: b}, get: "/api/{n}"}
                """);
        assertThat(scene.steps()).hasSize(8);
        assertThat(scene.steps().get(3).as()).containsExactly("nacka.tib");
        assertThat(scene.steps().get(3).body()).isEqualTo(java.util.Map.of("level", 3));
        assertThat(scene.steps().get(4).call().path()).isEqualTo("/api/nacka/{it}");
        assertThat(scene.steps().get(7).call().path()).isEqualTo("/api/3");
        assertThat(scene.steps().get(7).at()).isEqualTo(java.time.Duration.ofMinutes(3));
        assertThatThrownBy(() -> SceneReader.read(HEAD + "  - {each: 3000, steps: [{}]}\n"))
                .isInstanceOf(SceneRefused.class);
        assertThatThrownBy(() -> SceneReader.read(HEAD + "  - {each: [1], steps: [{}]}\n"))
                .isInstanceOf(SceneRefused.class);
        assertThatThrownBy(() -> SceneReader.read(HEAD + "  - {each: x, steps: []}\n"))
                .isInstanceOf(SceneRefused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "get: /api/actors; gett: /api/actors; okänt fält ”gett”",
                "get: /api/actors; 'get: /a, exspect: {}'; okänt fält ”exspect”",
                "get: /api/actors; 'get: /a, post: /b'; antingen post eller get",
                "get: /api/actors; 'get: /a, body: {}'; ingen body",
                "get: /api/actors; 'post: /a, body: {}, file: x'; antingen body eller file",
                "get: /api/actors; 'get: //evil.example/a'; ska börja med ett snedstreck",
                "get: /api/actors; 'get: \"http://evil.example/a\"'; ska börja med ett snedstreck",
                "get: /api/actors; 'get: \"/a/{x}\"'; {x} används innan något steg har sparat det",
                "get: /api/actors; 'post: /a, body: {t: [\"{x}\"]}'; {x} används innan",
                "get: /api/actors; 'get: /a, keep: {x: id}'; är ingen väg i ett svar",
                "get: /api/actors; 'get: /a, keep: {now: $.id}'; går inte att använda som namn",
                "get: /api/actors; 'get: /a, expect: {status: tvåhundra}'; ”status” ska vara ett heltal",
                "get: /api/actors; 'get: /a, expect: {answer: {$.a: {innehåller: x}}}'; okänt fält ”innehåller”",
                "get: /api/actors; 'get: /a, expect: {answer: {$.a: {size: 1, atLeast: 1}}}'; ange en enda form",
                "get: /api/actors; 'get: /a, expect: {then: [{get: /b, expect: {then: []}}]}'; then kan inte stå",
                "lst.tib; '[a, b], keep: {x: $.id}'; keep går bara med ett enda konto",
                "+00:00; 00:12; ska skrivas som +HH:MM",
                "+00:00; +00:61; ska skrivas som +HH:MM",
                "en: b; eng: b; okänt fält ”eng”",
            })
    void aMistakeIsNamed(String right, String wrong, String said) {
        String step = STEP.replace(right, wrong.replaceAll("^'|'$", ""));
        assertThat(refused(HEAD + step)).contains(said).contains("steps[1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "id: s; ide: s; okänt fält ”ide”",
                "2026-01-14T09:52:00+01:00; 2026-01-14T09:52:00; ska vara en tid med tidszon",
                "steps:; stegs:; okänt fält ”stegs”",
                "id: s; id: [s]; ”id” ska vara en text",
                "id: s; id: !!java.net.URL [http://x]; YAML",
                "id: s; id: {a: 1, a: 2}; YAML",
            })
    void aMistakeOfTheHeadIsNamed(String right, String wrong, String said) {
        assertThat(refused(HEAD.replace(right, wrong) + STEP)).contains(said);
    }

    @Test
    void whatIsNotASceneAtAllIsRefused() {
        assertThat(refused("")).contains("scene");
        assertThat(refused("[1, 2]")).contains("scene");
        assertThat(refused("a: [")).contains("YAML");
        assertThat(refused("\u0000\u0001")).contains("YAML");
        assertThat(refused(HEAD)).contains("steps");
        assertThat(refused("--- a\n--- b\n")).contains("YAML");
    }

    @Test
    void bombsAreRefusedAndNotUnfolded() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)));
        }
        assertThat(refused(bomb.toString())).contains("YAML");
        assertThat(refused("a: " + "[".repeat(100_000))).contains("YAML");
        assertThat(refused("a: &a [*a]")).isNotBlank();
        assertThat(refused(HEAD + STEP.repeat(2_001))).contains("2,000");
        Path big = Files.write(folder.resolve("big.yaml"), new byte[SceneReader.MOST_BYTES + 1]);
        assertThatThrownBy(() -> SceneReader.read(big))
                .isInstanceOfSatisfying(SceneRefused.class, refused -> assertThat(refused.in(Texts.in("en")))
                        .contains("larger"));
    }

    private static String refused(String yaml) {
        try {
            SceneReader.read(yaml);
        } catch (SceneRefused refused) {
            assertThat(refused.in(Texts.in("en"))).isNotBlank();
            return refused.in(Texts.in("sv"));
        }
        throw new AssertionError("read without a word");
    }
}
