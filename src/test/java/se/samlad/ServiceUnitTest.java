package se.samlad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit that an archive carries is one that systemd takes, and sets nothing that Samlad does not know. */
class ServiceUnitTest {

    private static final Path UNIT = Path.of("src/main/package/samlad.service");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    Path folder;

    @Test
    void itsSettingsAreOurs() throws Exception {
        var help = Files.readString(Path.of("src/main/java/se/samlad/Serve.java"));
        assertThat(Pattern.compile("SAMLAD_[A-Z_]+")
                        .matcher(Files.readString(UNIT))
                        .results())
                .isNotEmpty()
                .allMatch(setting -> help.contains("\"" + setting.group() + "\""));
    }

    /** Also with the lines for TLS, which are commented out. */
    @Test
    void systemdTakesIt() throws Exception {
        assumeThat(ANALYZE).exists();
        var unit = Files.readString(UNIT).replace("/opt/samlad/samlad", "/bin/true");
        var withTls = unit.replaceAll("(?m)^#(LoadCredential|Environment|AmbientCapabilities)=", "$1=");
        assertThat(withTls).isNotEqualTo(unit);
        for (var each : new String[] {unit, withTls}) {
            var file = Files.writeString(folder.resolve("samlad.service"), each);
            var analyze = new ProcessBuilder(ANALYZE.toString(), "verify", "--man=no", file.toString())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(analyze.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(analyze.waitFor()).as(said).isZero();
            assertThat(said).isEmpty();
        }
    }
}
