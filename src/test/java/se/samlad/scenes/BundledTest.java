package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A page asks for one script and one sheet, and gets all that they import. */
class BundledTest {

    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^(?:import .*|@import url\\()\"(?:\\./)?([a-z-]+\\.\\w+)\"");

    /** Whatever else is made shorter, these are not. */
    private static List<String> words(Path file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/css/samlad.css, '(?m)^ *(\\.[a-z][a-z-]+|--[a-z][a-z-]+)'",
        "/css/public.css, '(?m)^ *(\\.[a-z][a-z-]+|--[a-z][a-z-]+)'",
        "/js/samlad.js, '(?:querySelector|closest|addEventListener)(?:All)?\\(\"([^\"/]+)\"'"
    })
    void itHoldsThoseThatItImports(String path, String pattern) throws Exception {
        var answer = Running.anybody().page(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("@import").doesNotContainPattern("import[ *{\"]");
        var file = STATIC.resolve(path.substring(1));
        var imported = IMPORT.matcher(Files.readString(file))
                .results()
                .map(each -> file.resolveSibling(each.group(1)))
                .toList();
        assertThat(imported).isNotEmpty();
        for (var each : imported) {
            var words = words(each, pattern);
            if (!each.endsWith("base.css"))
                assertThat(words).as(each.toString()).isNotEmpty(); // it has tags only
            assertThat(words).allSatisfy(word -> assertThat(answer.body()).contains(word));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/css/samlad.css", "/css/tokens.css", "/js/live.js"})
    void itIsKeptForAnHourByWhoeverFetchedIt(String path) {
        var answer = Running.anybody().page(path);
        assertThat(answer.response().headers().firstValue("Cache-Control").orElse(""))
                .contains("max-age=3600")
                .contains("public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/css/", "/css/nowhere.css", "/css/..%2fjs%2flive.js", "/css/../application.properties"})
    void nothingElseIsThere(String path) {
        assertThat(Running.anybody().page(path).status()).isBetween(400, 404);
    }
}
