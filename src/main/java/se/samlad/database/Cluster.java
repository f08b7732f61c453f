package se.samlad.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server of our own, as a child process, with its files under a folder. Nobody else may use the folder while
 * it is open. The server is durable (fsync), listens on loopback only, asks for a password, and is started again on the
 * same port when it dies. Where several threads close it, all return when it is closed.
 */
public final class Cluster implements AutoCloseable {

    static final String USER = "postgres";

    private static final String DATABASE = "samlad";
    private static final int PORT_LINE = 3;
    private static final int PORTS_TRIED = 5;

    private final FolderLock lock;
    private final Endpoint endpoint;
    private final Watch watch;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Cluster(FolderLock lock, Endpoint endpoint, Watch watch) {
        this.lock = lock;
        this.endpoint = endpoint;
        this.watch = watch;
    }

    /**
     * Starts the server, or recovers it after whatever happened, and blocks until the database {@code samlad} takes
     * connections. The first start unpacks the programs and makes the data, which takes seconds.
     *
     * @param folder the data folder, made where missing; the server's files lie in {@code pg} under it
     * @param progress gets short English texts, such as "Unpacking PostgreSQL 18"
     * @throws ClusterFailed with one line that says what is wrong: another Samlad runs on the folder, the disk is full,
     *     no programs for this platform, the server ended (with the last lines of its log)
     */
    public static Cluster start(Path folder, Consumer<String> progress) {
        Layout layout = Layout.in(folder);
        return start(layout, null, progress);
    }

    /** The address and login of a running server. */
    public record Address(String jdbcUrl, String user, String password) {}

    /** The server that runs on the folder already; empty where none answers. */
    public static Optional<Address> find(Path folder) {
        Layout layout = Layout.in(folder);
        try {
            int port = Integer.parseInt(
                    Files.readAllLines(layout.pidFile()).get(PORT_LINE).strip());
            Endpoint endpoint =
                    new Endpoint(port, Files.readString(layout.password()).strip());
            endpoint.knock();
            return Optional.of(new Address(endpoint.url(DATABASE), USER, endpoint.password()));
        } catch (IOException | RuntimeException | SQLException nobodyThere) {
            return Optional.empty();
        }
    }

    /** As {@link #start(Path, Consumer)}, with the unpacked programs in a folder that several clusters may share. */
    static Cluster start(Path folder, Path programs, Consumer<String> progress) {
        return start(Layout.in(folder), programs, progress);
    }

    private static Cluster start(Layout layout, @Nullable Path programsUnder, Consumer<String> progress) {
        Format.mustBeCurrent(layout);
        FolderLock lock = FolderLock.take(layout);
        boolean started = false;
        try {
            Account account = Account.choose(layout.cluster());
            NewCluster.mustHaveRoom(layout);
            stopLeftOver(new ServerProcesses(layout, account), progress);
            Path programs =
                    Binaries.unpacked(programsUnder == null ? account.programs(layout.pg()) : programsUnder, progress);
            sweep(layout, programs);
            String password = new NewCluster(layout, account, programs).password(progress);
            Server server = new Server(layout, account, programs);
            Endpoint endpoint = open(server, password, progress);
            Cluster cluster = new Cluster(lock, endpoint, Watch.over(server, endpoint, layout.log()));
            started = true;
            return cluster;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    /** Starts the server. If the JVM ends before the caller has the cluster, the server is stopped. */
    private static Endpoint open(Server server, String password, Consumer<String> progress) {
        Thread hook = new Thread(server::stop, "postgres-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        boolean opened = false;
        try {
            progress.accept("Starting PostgreSQL");
            Endpoint endpoint = openSomewhere(server, password, progress);
            endpoint.ensure(DATABASE);
            opened = Runtime.getRuntime().removeShutdownHook(hook);
            return endpoint;
        } finally {
            if (!opened) {
                server.stop();
            }
        }
    }

    private static Endpoint openSomewhere(Server server, String password, Consumer<String> progress) {
        for (int tried = 1; ; tried++) {
            Endpoint endpoint = Endpoint.free(password);
            try {
                server.start(endpoint, progress);
                return endpoint;
            } catch (ClusterFailed.PortTaken e) {
                if (tried == PORTS_TRIED) {
                    throw e;
                }
            }
        }
    }

    private static void stopLeftOver(ServerProcesses processes, Consumer<String> progress) {
        if (processes.any()) {
            progress.accept("Stopping PostgreSQL left over from an earlier run");
        }
        processes.stop();
    }

    private static void sweep(Layout layout, Path programs) {
        try {
            Unfinished.sweep(layout.pg(), programs);
        } catch (IOException e) {
            throw ClusterFailed.of("tidy", layout.pg(), e);
        }
    }

    /** The address of the database {@code samlad}, the same until closed. */
    public String jdbcUrl() {
        return endpoint.url(DATABASE);
    }

    /** The superuser of the cluster. */
    public String user() {
        return USER;
    }

    public String password() {
        return endpoint.password();
    }

    /**
     * Stops the server, fast and clean (open transactions are rolled back, nothing committed is lost), then lets go of the
     * folder. Takes half a second where there is little to write. Close connection pools first. Closing again does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                watch.close();
            } finally {
                lock.close();
            }
        }
    }
}
