package measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server process. It prints when it is ready, and is ended by SIGTERM. */
final class Served implements AutoCloseable {

    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");

    /** A client here stands for many people, so its share of requests is large. */
    private static final Map<String, String> NO_SHARE = share(100_000);

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
        return samladAt(0, root, data, more);
    }

    /** On a given port. */
    static Served samladAt(int port, Path root, Path data, String... more) throws IOException {
        return samlad(port, Map.of(), root, data, more);
    }

    /** With a given share of requests a second for each account. */
    static Served samladWithShare(int share, Path root, Path data, String... more) throws IOException {
        return samlad(0, share(share), root, data, more);
    }

    /** With more environment variables. */
    static Served samladTold(Map<String, String> environment, Path root, Path data, String... more) throws IOException {
        return samlad(0, environment, root, data, more);
    }

    private static Map<String, String> share(int requests) {
        return Map.of(
                "SAMLAD_REQUESTS_A_SECOND", String.valueOf(requests),
                "SAMLAD_STREAMS_AN_ACCOUNT", "100000",
                "SAMLAD_CONNECTIONS_AN_ACCOUNT", "100000",
                "SAMLAD_CONNECTIONS_AN_ADDRESS", "100000");
    }

    private static Served samlad(int port, Map<String, String> environment, Path root, Path data, String... more)
            throws IOException {
        var command = new ArrayList<>(List.of(
                root.resolve("samlad").toString(), "--port", String.valueOf(port), "--data", data.toString()));
        command.addAll(List.of(more));
        return start(command, "Samlad is ready: http://localhost:", environment);
    }

    /** The bare server, also in a JVM of its own. */
    static Served bare(String database, String user, String password) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "measure/BareServer.java", database, user, password));
        return start(command, "ready: ", Map.of());
    }

    private static Served start(List<String> command, String ready, Map<String, String> environment) throws IOException {
        long began = System.nanoTime();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(NO_SHARE);
        builder.environment().putAll(environment);
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // where the suite itself is ended
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (!line.startsWith(ready)) continue;
            double ms = (System.nanoTime() - began) / 1e6;
            Thread.ofVirtual().start(() -> swallow(out));
            return new Served(process, Integer.parseInt(line.substring(ready.length()).strip()), ms);
        }
        throw new IOException("did not start: " + String.join(" ", command) + "\n" + said);
    }

    /** The used heap after garbage collection, in bytes. */
    long heap() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) jcmd("GC.run");
        var used = HEAP_USED.matcher(jcmd("GC.heap_info"));
        if (!used.find()) throw new IOException("no heap is told of");
        return Long.parseLong(used.group(1)) * 1_024;
    }

    private String jcmd(String what) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, String.valueOf(process.pid()), what).redirectErrorStream(true).start();
        var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) throw new IOException(said);
        return said;
    }

    /** Reads the output, since a process whose output nobody reads blocks. */
    static void swallow(BufferedReader out) {
        try {
            while (out.readLine() != null) {
                // read and let go
            }
        } catch (IOException e) {
            // it has ended
        }
    }

    /** Without a word, as by SIGKILL. */
    void kill() {
        process.destroyForcibly();
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
