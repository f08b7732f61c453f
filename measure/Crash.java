package measure;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import se.samlad.Samlad;
import se.samlad.database.Cluster;

/**
 * Kills the application, its database or both, many times at random moments, while many write and some listen. Then checks
 * that each acknowledged entry is there once, in order, for everybody. Exit status 1 where not.
 *
 * <p>{@code Crash [KILLS [SEED]]}. It kills only processes that it has started, by their ids.
 */
final class Crash implements AutoCloseable {

    private static final String READY = "Samlad is ready: ";
    private static final int CALLERS = 16;
    private static final int LISTENERS = 4;
    private static final int MOST_BETWEEN = 300;
    private static final int PATIENCE_SECONDS = 120;

    private enum Target {
        APPLICATION,
        DATABASE,
        BOTH
    }

    private final Path data;
    private final int port;
    private Process application;

    private Crash() throws IOException {
        data = Files.createTempDirectory("samlad-crash").toRealPath();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        application = serve();
    }

    /** Ends what it started, however this ends. */
    public static void main(String[] args) throws Exception {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 20261121;
        boolean sound;
        try (var crash = new Crash()) {
            Runtime.getRuntime().addShutdownHook(new Thread(crash::abandon));
            sound = crash.run(kills, new Random(seed));
        }
        System.exit(sound ? 0 : 1);
    }

    private boolean run(int kills, Random random) throws Exception {
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                var load = new Load(http, "http://127.0.0.1:" + port, CALLERS, LISTENERS)) {
            var killed = new int[Target.values().length];
            for (int i = 0; i < kills; i++) {
                load.awaitMore(1 + random.nextInt(MOST_BETWEEN), PATIENCE_SECONDS);
                var target = Target.values()[i < killed.length ? i : random.nextInt(killed.length)]; // each at least once
                killed[target.ordinal()]++;
                kill(target);
                System.out.printf("kill %d of %d: %s%n", i + 1, kills, target.name().toLowerCase(java.util.Locale.ROOT));
            }
            load.awaitMore(1, PATIENCE_SECONDS);
            load.stopCalling();
            var verdict = load.verdict(PATIENCE_SECONDS);
            boolean gapless = gapless();
            boolean verified = verified();
            System.out.printf("killed: application %d, database %d, both %d%n", killed[0], killed[1], killed[2]);
            System.out.println(verdict);
            System.out.printf("positions gapless: %b, verify clean: %b%n", gapless, verified);
            return verdict.sound() && gapless && verified;
        }
    }

    private void kill(Target target) throws Exception {
        if (target != Target.APPLICATION) killDatabase();
        if (target != Target.DATABASE) {
            application.destroyForcibly().waitFor();
            application = serve();
        }
    }

    /** Kills only the postmaster: its child processes notice and end. */
    private void killDatabase() throws IOException {
        var pid = data.resolve("pg/cluster/postmaster.pid");
        if (!Files.exists(pid)) return; // dead already, and about to be started again
        var lines = Files.readAllLines(pid);
        if (!lines.isEmpty()) ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    private boolean gapless() throws Exception {
        var there = Cluster.find(data).orElseThrow();
        try (var connection = DriverManager.getConnection(there.jdbcUrl(), there.user(), there.password());
                var row = connection.createStatement().executeQuery("select count(*) = max(position) and min(position) = 1 from entry")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private boolean verified() throws Exception {
        end(application);
        var verify = java("verify", "--data", data.toString());
        var said = new String(verify.getInputStream().readAllBytes());
        System.out.print("verify: " + said);
        return verify.waitFor() == 0;
    }

    private Process serve() throws IOException {
        var server = java("--demo", "--port", String.valueOf(port), "--data", data.toString());
        var out = server.inputReader();
        var said = new StringBuilder();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (!line.startsWith(READY)) continue;
            Thread.ofVirtual().start(() -> Served.swallow(out));
            return server;
        }
        throw new IOException("the server did not start: " + said);
    }

    private static Process java(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Samlad.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SAMLAD_REQUESTS_A_SECOND", "100000");
        return builder.start();
    }

    /** For an interruption from outside; otherwise nothing is left to end. */
    private void abandon() {
        application.destroyForcibly();
        try {
            killDatabase();
        } catch (IOException e) {
            System.err.println("left behind in " + data + ": " + e.getMessage());
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws Exception {
        end(application);
        killDatabase(); // where the application could not
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
