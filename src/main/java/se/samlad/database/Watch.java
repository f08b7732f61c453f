package se.samlad.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Supervises the server: a thread restarts it, on the same port, when it dies. */
final class Watch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Watch.class.getName());

    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private final Server server;
    private final Endpoint endpoint;
    private final Path log;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Watch(Server server, Endpoint endpoint, Path log) {
        this.server = server;
        this.endpoint = endpoint;
        this.log = log;
        this.thread = Thread.ofPlatform().daemon().name("postgres-watch").unstarted(this::run);
    }

    static Watch over(Server server, Endpoint endpoint, Path log) {
        Watch watch = new Watch(server, endpoint, log);
        watch.thread.start();
        return watch;
    }

    /** Stops the server for good. A restart that is under way is abandoned. */
    @Override
    public void close() {
        closed.countDown();
        server.stop();
        Command.until(LOOK, () -> !thread.isAlive());
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        long since = System.nanoTime();
        while (isOpen()) {
            boundLog();
            if (!server.ended(LOOK)) {
                continue;
            }
            if (System.nanoTime() - since > HEALTHY.toNanos()) {
                pause = FIRST_PAUSE;
            }
            if (waitedOut(pause)) {
                restart();
                pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
                since = System.nanoTime();
            }
        }
    }

    private void restart() {
        try {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "PostgreSQL ended by itself; starting it again on port {0,number,#}",
                    endpoint.port());
            server.start(endpoint, text -> LOG.log(System.Logger.Level.INFO, text));
            LOG.log(System.Logger.Level.INFO, "PostgreSQL is back");
        } catch (RuntimeException e) {
            if (isOpen()) {
                LOG.log(System.Logger.Level.ERROR, "PostgreSQL could not be started again: " + e.getMessage());
            }
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** False where the watch was closed meanwhile. */
    private boolean waitedOut(Duration pause) {
        try {
            return !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException nobodyInterruptsUs) {
            return false;
        }
    }

    private void boundLog() {
        try {
            ServerLog.keepBounded(log);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The log of PostgreSQL can't be kept short: " + e.getMessage());
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
