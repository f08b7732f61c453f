package se.samlad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What measures is compiled when it is run: this says in time when something that it uses has changed. */
class MeasuringCompilesTest {

    @Test
    void whatMeasuresFitsWhatIsMeasured(@TempDir Path out) throws IOException {
        try (var files = Files.list(Path.of("measure"))) {
            var sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(sources).isNotEmpty();
            var compiler = ToolProvider.getSystemJavaCompiler();
            var said = new StringWriter();
            try (var manager = compiler.getStandardFileManager(null, null, null)) {
                var options = List.of("-proc:none", "-d", out.toString(), "-cp", System.getProperty("java.class.path"));
                boolean fits = compiler.getTask(
                                said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                        .call();
                assertThat(fits).as(said.toString()).isTrue();
            }
        }
    }
}
