package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samlad.Awaited;

/** A server of its own, killed without warning and started anew: nothing that was acknowledged is lost. */
class RestartTest {

    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]*)\"");

    private final List<Process> started = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Path data;
    private String url = "";

    @BeforeEach
    void makeRoom() throws IOException {
        data = Files.createTempDirectory("samlad-restart").toRealPath();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    }

    /** However the test went: the servers first, then what they left. */
    @AfterEach
    void clear() throws IOException, InterruptedException {
        for (var process : started) {
            process.destroy();
            Awaited.end(process);
        }
        for (var left : onCluster()) ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void killedInTheMiddleNothingAcknowledgedIsLost_promise3() throws Exception {
        var first = serve();
        var key = UUID.randomUUID();
        var signal = post("/api/incidents", "{\"title\":\"Avbrottet\"}", key);
        var id = signal.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
        for (int i = 0; i < 20; i++)
            post(
                    "/api/incidents/" + id + "/notes",
                    "{\"kind\":\"NOTE\",\"text\":\"Rad " + i + "\"}",
                    UUID.randomUUID());
        var before = get("/api/journal?limit=1000");
        first.destroyForcibly().waitFor();

        var second = serve();
        assertThat(get("/health")).contains("UP");
        assertThat(get("/api/journal?limit=1000")).isEqualTo(before).contains("Rad 0", "Rad 19");
        assertThat(post("/api/incidents", "{\"title\":\"Avbrottet\"}", key)).isEqualTo(signal);
        assertThat(get("/api/journal?limit=1000")).isEqualTo(before);
        streamsGoOnFrom(before);

        assertThat(onCluster()).isNotEmpty();
        second.destroy();
        Awaited.end(second); // by SIGTERM
        assertThat(onCluster()).isEmpty();
        verified();
    }

    /** By the cursor that it had before, without gap or double. */
    private void streamsGoOnFrom(String before) throws Exception {
        var cursors = CURSOR.matcher(before).results().map(c -> c.group(1)).toList();
        int last = cursors.size() - 11;
        var asked =
                request("/api/live").header("Last-Event-ID", cursors.get(last)).GET();
        try (var lines = http.send(asked.build(), BodyHandlers.ofLines()).body()) {
            assertThat(lines.filter(line -> line.startsWith("id: "))
                            .map(line -> line.substring("id: ".length()))
                            .limit(10))
                    .isEqualTo(cursors.subList(last + 1, cursors.size()));
        }
    }

    private void verified() throws Exception {
        var verify = Node.java(List.of("verify", "--data", data.toString()));
        started.add(verify);
        var said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("(?m)^\\d+ entries, root \\S+");
    }

    private Process serve() throws IOException {
        var node = Node.started("--data", data.toString());
        started.add(node.process());
        url = node.url();
        return node.process();
    }

    /** What runs in the cluster's folder, found without the code under test. */
    private List<Long> onCluster() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(this::isInside)
                    .map(process -> Long.valueOf(process.getFileName().toString()))
                    .toList();
        }
    }

    private boolean isInside(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(data);
        } catch (IOException gone) {
            return false;
        }
    }

    private String get(String path) throws Exception {
        return answered(request(path).GET(), 200);
    }

    private String post(String path, String json, UUID key) throws Exception {
        return answered(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key.toString())
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                201);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer demo-lst.tib");
    }

    private String answered(HttpRequest.Builder request, int status) throws Exception {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }
}
