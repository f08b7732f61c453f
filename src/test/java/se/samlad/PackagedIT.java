package se.samlad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is built and handed over, with the wiring worked out ahead: started, played on and verified as people do. */
class PackagedIT {

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    /** PostgreSQL runs as another user where the tests run as root. */
    @BeforeEach
    void letOthersPass() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (var process : started) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void theSceneIsPlayedOnWhatWasBuilt() throws Exception {
        var url = ready(samlad("--demo", "--port", "0", "--metrics-port", "0", "--data", data()));
        var played = samlad("play", "scenes/snowstorm.yaml", "--url", url);
        assertThat(said(played)).contains(" steg, 0 fel");
        assertThat(played.waitFor()).isZero();
        assertThat(status(url + "/api/openapi.json")).isEqualTo(200);
        assertThat(status(url + "/sign-in")).isEqualTo(200);
        var verified = samlad("verify", "--data", data());
        var second = samlad("--port", "0", "--data", data());
        var samePort = samlad("--port", url.substring(url.lastIndexOf(':') + 1), "--data", folder + "/other");
        assertThat(said(verified)).contains("entries");
        assertThat(verified.waitFor()).isZero();
        assertThat(said(second).lines()).singleElement().asString().startsWith("Samlad could not start: ");
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said(samePort).lines().toList().getLast())
                .startsWith("Samlad could not start: port ")
                .contains("--port");
        assertThat(samePort.waitFor()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaidInOneLine() throws Exception {
        var alone = samlad("--port", "0", "--db", "jdbc:postgresql://127.0.0.1:1/nowhere");
        assertThat(said(alone).lines()).singleElement().asString().startsWith("Samlad could not start: ");
        assertThat(alone.waitFor()).isEqualTo(1);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private Process samlad(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Dspring.aot.enabled=true",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                "target/samlad.jar"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    private static String ready(Process server) throws IOException {
        BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
        var before = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Samlad is ready: ")) return line.substring(line.indexOf("http"));
            before.append(line).append('\n');
        }
        throw new AssertionError(before);
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static int status(String url) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
