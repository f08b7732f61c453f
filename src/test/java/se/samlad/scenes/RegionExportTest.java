package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samlad.region.Regions;

/** The commands {@code samlad region check} and {@code samlad region export}, as the one who runs an installation gives them. */
class RegionExportTest {

    private record Said(int status, String text) {
        static Said of(String... arguments) throws IOException, InterruptedException {
            var process = Node.java(List.of(arguments));
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        }
    }

    @Test
    void whatIsExportedIsTheSameRegion_alsoWhenItIsStopped(@TempDir Path folder) throws Exception {
        var ground = Ground.here();
        var database = ground.database();
        Running.apart(database, Map.of()).close();
        var db = ground.url(database) + "?user=" + ground.user() + "&password=" + ground.password();
        var exported = Said.of("region", "export", "--db", db);
        assertThat(exported.status()).as(exported.text()).isZero();
        assertThat(Regions.parse(exported.text().getBytes(StandardCharsets.UTF_8))
                        .sound())
                .isEqualTo(Regions.shipped().withoutAccounts());
        var file = Files.writeString(folder.resolve("region.yaml"), exported.text());
        assertThat(Said.of("region", "check", file.toString()).status()).isZero();
    }

    @Test
    void anEmptyInstallationSaysWhatToDo() throws Exception {
        var ground = Ground.here();
        var db = ground.url(ground.database()) + "?user=" + ground.user() + "&password=" + ground.password();
        var said = Said.of("region", "export", "--db", db);
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.text()).contains("no region here yet");
        var nowhere = Said.of("region", "export", "--data", "/tmp/there-is-no-such");
        assertThat(nowhere.status()).isEqualTo(2);
        assertThat(nowhere.text()).contains("There is no database in");
    }

    @Test
    void aMistakeIsALineForEach_andExitOne(@TempDir Path folder) throws Exception {
        var text = Files.readString(Path.of("src/main/resources/region/gotland.yaml"))
                .replace("kind: police", "kind: polise")
                .replace("scb: \"0980\"", "scb: abc");
        var said = Said.of(
                "region",
                "check",
                Files.writeString(folder.resolve("wrong.yaml"), text).toString());
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text().lines())
                .anyMatch(line ->
                        line.contains("polise") && line.contains("police") && line.matches("(line|rad) \\d+, .*"))
                .anyMatch(line -> line.contains("abc"));
        assertThat(Said.of("region", "check", folder.resolve("none.yaml").toString())
                        .status())
                .isEqualTo(2);
        assertThat(Said.of("region", "--help").text()).contains("samlad region check FILE");
    }
}
