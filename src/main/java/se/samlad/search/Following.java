package se.samlad.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samlad.journal.Disposed;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;

/**
 * Fills the table that is searched, in order and some hundreds at a time, on a thread of its own. Several nodes may fill it
 * side by side: what lies there already is passed over. What lies there is always all up to its last position.
 */
@Component
class Following implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final int TOGETHER = 500;
    private static final long UNKNOWN = -1;
    private static final long WORTH_WAITING = 5_000;
    private static final long PAUSE_MS = 2_000;
    private static final String INSERT = "insert into searchable"
            + " select ?, ?, ?, ?, array_to_tsvector(?), to_tsvector('swedish', ?) on conflict do nothing";

    /** What was disposed of is found no longer: what is left takes the place of its words. */
    private static final String LEFT = "update searchable set words = to_tsvector('swedish', ?)"
            + " where position = (select position from entry where id = ?)";

    private final DataSource database;
    private final Journal journal;
    private final Semaphore news = new Semaphore(0);
    private final Object moved = new Object();
    private volatile long reached;
    private volatile @Nullable Thread thread;

    Following(DataSource database, Journal journal) {
        this.database = database;
        this.journal = journal;
        journal.follow(entry -> news.release());
    }

    private void run() {
        long at = UNKNOWN;
        while (isRunning()) {
            try {
                if (at == UNKNOWN) reached(at = last());
                at = goOn(at);
                news.tryAcquire(PAUSE_MS, TimeUnit.MILLISECONDS);
                news.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warn("what is searched waits: {}", e.getMessage());
                at = UNKNOWN;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
            }
        }
    }

    private void reached(long position) {
        synchronized (moved) {
            reached = position;
            moved.notifyAll();
        }
    }

    /** Waits, for a bounded time, until what has been recorded by now can be found; not where that is very much. */
    void await(Duration atMost) {
        long position = journal.position();
        if (position - reached > WORTH_WAITING) return;
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (moved) {
            for (long left = atMost.toNanos(); reached < position && left > 0; left = deadline - System.nanoTime()) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(moved, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private long last() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select max(position) from searchable")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Until nothing is left. */
    private long goOn(long from) throws SQLException {
        long at = from;
        while (isRunning()) {
            var batch = journal.since(at, TOGETHER);
            if (batch.isEmpty()) return at;
            try (var connection = database.getConnection()) {
                insert(connection, batch);
            }
            at = batch.getLast().position();
            reached(at);
        }
        return at;
    }

    private static void insert(Connection connection, List<Entry> batch) throws SQLException {
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var entry : batch) {
                insert.setLong(1, entry.position());
                insert.setObject(2, entry.stream());
                insert.setObject(3, entry.recordedAt().atOffset(ZoneOffset.UTC));
                insert.setArray(4, texts(connection, entry.labels().all()));
                insert.setArray(5, texts(connection, Tags.of(entry)));
                insert.setString(6, Words.of(entry.body()));
                insert.addBatch();
            }
            insert.executeBatch();
            for (var entry : batch) {
                if (entry.fact() instanceof Disposed decision) replace(connection, decision);
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Array texts(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static void replace(Connection connection, Disposed decision) throws SQLException {
        try (var left = connection.prepareStatement(LEFT)) {
            left.setString(1, Words.of(decision.left()));
            left.setObject(2, decision.entry());
            left.execute();
        }
    }

    @Override
    public void start() {
        var starting = Thread.ofPlatform().name("search").daemon().unstarted(this::run);
        thread = starting;
        starting.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
