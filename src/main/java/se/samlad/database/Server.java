package se.samlad.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts and stops the server as a child process. */
final class Server {

    /** Settings on the command line, which neither a file nor {@code ALTER SYSTEM} can override. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "100"),
            Map.entry("max_wal_size", "512MB"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_destination", "stderr"),
            Map.entry("logging_collector", "off"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_line_prefix", "%m [%p] "));

    /** The size of the server's own cache: enough for what is read often, without taking memory from the rest of the machine. */
    private static final int LEAST_BUFFERS_MB = 192;

    private static final int MOST_BUFFERS_MB = 1_024;
    private static final int OF_THE_MEMORY = 16;

    private static final Duration RECOVERY = Duration.ofMinutes(10);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int STATUS_LINE = 7;

    private final Layout layout;
    private final Account account;
    private final Path programs;
    private final ServerProcesses processes;

    private volatile boolean stopping;
    private @Nullable Process process;

    Server(Layout layout, Account account, Path programs) {
        this.layout = layout;
        this.account = account;
        this.programs = programs;
        this.processes = new ServerProcesses(layout, account);
    }

    /**
     * Starts the server and waits until it takes connections. Processes that an earlier one left are stopped first.
     *
     * @throws ClusterFailed.PortTaken where somebody else has the port
     */
    void start(Endpoint endpoint, Consumer<String> progress) {
        try {
            processes.stop();
            ServerLog log = ServerLog.from(layout.log());
            Process child = launch(endpoint.port());
            awaitOpen(child, endpoint, log, progress);
        } catch (IOException e) {
            throw ClusterFailed.of("start PostgreSQL", layout.pg(), e);
        }
    }

    /** Whether the server ends by itself within the time. */
    boolean ended(Duration within) {
        Process child = current();
        return child == null || Command.ended(child, within);
    }

    /** Stops the server for good, cleanly if possible. A start that is under way is abandoned. */
    void stop() {
        stopping = true;
        Process child = current();
        processes.stop();
        if (child != null && !Command.ended(child, Duration.ofSeconds(1))) {
            child.destroyForcibly();
            processes.stop();
        }
    }

    private synchronized @Nullable Process current() {
        return process;
    }

    private synchronized Process launch(int port) throws IOException {
        if (stopping) {
            throw stopped();
        }
        List<String> postgres = new ArrayList<>(List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                layout.cluster().toString()));
        postgres.addAll(List.of("-c", "port=" + port));
        SETTINGS.forEach((name, value) -> postgres.addAll(List.of("-c", name + "=" + value)));
        postgres.addAll(List.of("-c", "shared_buffers=" + buffersMb() + "MB"));
        process = Command.start(
                Command.inOwnSession(account.command(postgres, List.of(layout.cluster()))),
                layout.cluster(),
                layout.log());
        return process;
    }

    private static long buffersMb() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long share = machine.getTotalMemorySize() / OF_THE_MEMORY >> 20;
        return Math.clamp(share, LEAST_BUFFERS_MB, MOST_BUFFERS_MB);
    }

    private void awaitOpen(Process child, Endpoint endpoint, ServerLog log, Consumer<String> progress) {
        long started = System.nanoTime();
        Duration told = Duration.ZERO;
        while (!opens(endpoint)) {
            if (Command.ended(child, POLL)) {
                throw log.says("Address already in use")
                        ? new ClusterFailed.PortTaken("Port " + endpoint.port() + " is taken: " + log.lastLines())
                        : new ClusterFailed("PostgreSQL ended while starting (status " + child.exitValue() + "): "
                                + log.lastLines());
            }
            if (stopping) {
                throw stopped();
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - started);
            if (waited.compareTo(RECOVERY) > 0) {
                throw new ClusterFailed(
                        "PostgreSQL did not open within " + RECOVERY.toMinutes() + " minutes: " + log.lastLines());
            }
            if (waited.minus(told).compareTo(SILENCE) > 0) {
                progress.accept("PostgreSQL is recovering, " + waited.toSeconds() + " s so far");
                told = waited;
            }
        }
    }

    private boolean opens(Endpoint endpoint) {
        if (!saysReady()) {
            return false;
        }
        try {
            endpoint.knock();
            return true;
        } catch (SQLException e) {
            if ("28P01".equals(e.getSQLState())) {
                throw new ClusterFailed(
                        "The database refuses the password in " + layout.password()
                                + ": put back the one that belongs to the data",
                        e);
            }
            return false;
        }
    }

    /** The pid file is the new server's own: the old one was removed before. */
    private boolean saysReady() {
        try {
            List<String> lines = Files.readAllLines(layout.pidFile(), ISO_8859_1);
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static ClusterFailed stopped() {
        return new ClusterFailed("PostgreSQL was stopped while it was starting");
    }
}
