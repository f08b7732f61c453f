package measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of ours that says when it is ready, and is ended by SIGTERM. */
final class Served implements AutoCloseable {

    private final Process process;
    final int port;
    final double startedMs;

    private Served(Process process, int port, double startedMs) {
        this.process = process;
        this.port = port;
        this.startedMs = startedMs;
    }

    /** {@code ./samlad} as people start it, on a free port. */
    static Served samlad(Path root, Path data, String... more) throws IOException {
        var command = new ArrayList<>(List.of(root.resolve("samlad").toString(), "--port", "0", "--data", data.toString()));
        command.addAll(List.of(more));
        return start(command, "Samlad is ready: http://localhost:");
    }

    /** The bare server, in a JVM of its own as ours is. */
    static Served bare(String database, String user, String password) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "measure/BareServer.java", database, user, password));
        return start(command, "ready: ");
    }

    private static Served start(List<String> command, String ready) throws IOException {
        long began = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (!line.startsWith(ready)) continue;
            double ms = (System.nanoTime() - began) / 1e6;
            Thread.ofVirtual().start(() -> swallow(out));
            return new Served(process, Integer.parseInt(line.substring(ready.length()).strip()), ms);
        }
        throw new IOException("did not start: " + String.join(" ", command));
    }

    /** A process whose output nobody reads comes to a stop. */
    private static void swallow(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                // read and let go
            }
        } catch (IOException e) {
            // it has ended
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
