package se.samlad.scenes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.samlad.Awaited;
import se.samlad.Samlad;

/** A server as a process of its own, on a free port. */
record Node(Process process, String url) implements AutoCloseable {

    private static final String READY = "Samlad is ready: ";

    /** On a database of {@link Ground}; blocks until it is ready. @param data a folder of its own */
    static Node on(String database, Path data) throws IOException {
        var ground = Ground.here();
        return started(
                "--db",
                ground.url(database) + "?user=" + ground.user() + "&password=" + ground.password(),
                "--data",
                data.toString());
    }

    /** With the options, besides the usual; blocks until it is ready. */
    static Node started(String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("--demo", "--port", "0"));
        arguments.addAll(List.of(options));
        var process = java(arguments);
        var out = process.inputReader(StandardCharsets.UTF_8);
        var said = new StringBuilder();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (!line.startsWith(READY)) continue;
            Thread.ofVirtual().start(() -> out.lines().forEach(more -> {}));
            int port = URI.create(line.substring(READY.length()).strip()).getPort();
            return new Node(process, "http://127.0.0.1:" + port);
        }
        process.destroyForcibly();
        throw new AssertionError("the server did not start: " + said);
    }

    /** The program as {@code ./samlad} runs it, with what it prints on one stream. */
    static Process java(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Samlad.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** By a demo account's token. */
    HttpRequest.Builder request(String account, String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Awaited.PATIENCE)
                .header("Authorization", "Bearer demo-" + account);
    }

    /** Without a word, as by SIGKILL; returns at once. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        Awaited.end(process);
    }
}
