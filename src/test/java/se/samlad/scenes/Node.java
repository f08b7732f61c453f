package se.samlad.scenes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import se.samlad.Samlad;

/** A server as a process of its own on a database of {@link Ground}, on a free port. */
record Node(Process process, String url) implements AutoCloseable {

    private static final String READY = "Samlad is ready: ";

    /** Blocks until it is ready. @param data a folder of its own */
    static Node on(String database, Path data) throws IOException {
        var ground = Ground.here();
        var address = ground.url(database) + "?user=" + ground.user() + "&password=" + ground.password();
        var process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Samlad.class.getName(),
                        "--demo",
                        "--port",
                        "0",
                        "--db",
                        address,
                        "--data",
                        data.toString()))
                .redirectErrorStream(true)
                .start();
        var out = process.inputReader(StandardCharsets.UTF_8);
        var said = new StringBuilder();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (!line.startsWith(READY)) continue;
            Thread.ofVirtual().start(() -> out.lines().forEach(more -> {}));
            int port = URI.create(line.substring(READY.length()).strip()).getPort();
            return new Node(process, "http://127.0.0.1:" + port);
        }
        throw new AssertionError("the server did not start: " + said);
    }

    /** By a demo account's token. */
    HttpRequest.Builder request(String account, String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer demo-" + account);
    }

    /** Without a word, as by SIGKILL; returns at once. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
