package se.samlad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archive that {@code ./samlad package} makes, unpacked in an empty folder on a machine that has nothing: no JDK, no
 * Maven, no PATH. The folder is one that only its owner may enter; run by root, the database still starts.
 */
class InstalledIT {

    /** Left by the JVM that is told to end by SIGTERM. */
    private static final int TOLD_TO_END = 143;

    private static final String READY = "Samlad is ready: ";

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (var process : started) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void theArchiveRunsWhereThereIsNothingElse() throws Exception {
        var installed = unpacked(packed());
        assertThat(installed.resolve("samlad.service")).exists();

        var first = start(installed, "--demo", "--port", "0");
        var url = ready(first);
        assertThat(status(url + "/health")).isEqualTo(200);
        assertThat(status(url + "/sign-in")).isEqualTo(200);
        var played = start(installed, "play", "scenes/snowstorm.yaml", "--url", url);
        assertThat(said(played)).contains(" steg, 0 fel");
        assertThat(played.waitFor()).isZero();
        first.destroy();
        assertThat(first.waitFor()).isEqualTo(TOLD_TO_END);

        var verified = start(installed, "verify");
        assertThat(said(verified)).contains("entries, root ");
        assertThat(verified.waitFor()).isZero();
        var again = start(installed, "--port", "0");
        assertThat(status(ready(again) + "/public")).isEqualTo(200);
    }

    private Path packed() throws IOException, InterruptedException {
        var packing = new ProcessBuilder(
                "src/main/package/pack",
                "target/samlad.jar",
                "1.2.3",
                folder.resolve("out").toString());
        packing.environment().put("JAVA_HOME", System.getProperty("java.home"));
        packing.environment().put("SAMLAD_TRAINING", "briefly");
        packing.environment().put("SAMLAD_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        var process = packing.redirectErrorStream(true).start();
        var said = said(process);
        assertThat(process.waitFor()).as(said).isZero();
        return Path.of(said.lines().toList().getLast());
    }

    private Path unpacked(Path archive) throws IOException, InterruptedException {
        assertThat(archive.getFileName().toString()).matches("samlad-1\\.2\\.3-linux-(x86-64|arm64)\\.tar\\.gz");
        var empty = Files.createDirectory(folder.resolve("empty"));
        var tar = new ProcessBuilder("tar", "-C", empty.toString(), "-xzf", archive.toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        Files.delete(archive);
        try (var inside = Files.list(empty)) {
            return inside.toList().getFirst();
        }
    }

    /** The JVM ends where it can't use the cache that came along: the start would be slow without a word. */
    private Process start(Path installed, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(installed.resolve("samlad").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(installed.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "");
        builder.environment().put("SAMLAD_JAVA_OPTS", "-XX:AOTMode=on -XX:TieredStopAtLevel=1");
        var process = builder.start();
        started.add(process);
        return process;
    }

    private static String ready(Process server) throws IOException {
        var lines = server.inputReader(StandardCharsets.UTF_8);
        var before = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) return line.substring(READY.length());
            before.append(line).append('\n');
        }
        throw new AssertionError(before);
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static int status(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
