package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page asks for its style once, and gets all of it. */
class WholeSheetsTest {

    private static final Path SHEETS = Path.of("src/main/resources/static/css");
    private static final Pattern IMPORT = Pattern.compile("@import url\\(\"(.*?)\"\\);");

    @ParameterizedTest
    @ValueSource(strings = {"samlad.css", "public.css"})
    void aSheetHoldsThoseThatItImports(String name) throws Exception {
        var answer = Running.anybody().page("/css/" + name);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("@import");
        var imported = IMPORT.matcher(Files.readString(SHEETS.resolve(name)))
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(imported).isNotEmpty();
        for (var each : imported) assertThat(answer.body()).contains(Files.readString(SHEETS.resolve(each)));
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
