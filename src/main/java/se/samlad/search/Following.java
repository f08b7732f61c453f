package se.samlad.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
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
            + " select at, stream, recorded_at, string_to_array(labels, E'\\n'),"
            + " to_tsvector('swedish', words) || array_to_tsvector(string_to_array(tags, E'\\n'))"
            + " from unnest(cast(? as int8[]), cast(? as uuid[]), cast(? as timestamptz[]), cast(? as text[]), cast(? as text[]),"
            + " cast(? as text[])) each(at, stream, recorded_at, labels, tags, words) on conflict do nothing";

    /** In order, so that nodes that write the same words never wait for each other in a circle. */
    private static final String WORDS = "insert into word select distinct lexeme from searchable, unnest(words)"
            + " where position between ? and ? and not starts_with(lexeme, '" + Tags.MARK + "') order by lexeme"
            + " on conflict do nothing";

    /** What was disposed of is found no longer: what is left takes the place of its words. */
    private static final String LEFT = "update searchable set words = to_tsvector('swedish', ?) || array_to_tsvector("
            + "array(select lexeme from unnest(words) where starts_with(lexeme, '" + Tags.MARK + "')))"
            + " where position = ?";

    private static final String SAID = "select position, array(select lexeme from unnest(words)) from searchable"
            + " where position = (select position from entry where id = ?)";

    /** Words that nobody else has used. */
    private static final String GONE = "delete from word where word = any(?)"
            + " and not exists (select from searchable where words @@ cast(quote_literal(word) as tsquery))";

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
        var decisions = batch.stream()
                .map(Entry::fact)
                .filter(Disposed.class::isInstance)
                .map(Disposed.class::cast)
                .toList();
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement(INSERT)) {
            if (!decisions.isEmpty()) lock(connection);
            var each = new Each(connection, batch);
            insert.setArray(1, each.of("int8", Entry::position));
            insert.setArray(2, each.of("uuid", Entry::stream));
            insert.setArray(3, each.of("timestamptz", Entry::recordedAt));
            insert.setArray(
                    4, each.of("text", entry -> String.join("\n", entry.labels().all())));
            insert.setArray(5, each.of("text", entry -> String.join("\n", Tags.of(entry))));
            insert.setArray(6, each.of("text", entry -> Words.of(entry.body())));
            insert.execute();
            words(connection, batch.getFirst().position(), batch.getLast().position());
            for (var decision : decisions) replace(connection, decision);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private record Each(Connection connection, List<Entry> batch) {
        Array of(String type, Function<Entry, Object> field) throws SQLException {
            return connection.createArrayOf(type, batch.stream().map(field).toArray());
        }
    }

    private static void words(Connection connection, long first, long last) throws SQLException {
        try (var words = connection.prepareStatement(WORDS)) {
            words.setLong(1, first);
            words.setLong(2, last);
            words.execute();
        }
    }

    /** Before anything is written: no node brings a word back that is being taken away, and none waits in a circle. */
    private static void lock(Connection connection) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("lock table word in share row exclusive mode");
        }
    }

    private static void replace(Connection connection, Disposed decision) throws SQLException {
        try (var said = connection.prepareStatement(SAID);
                var left = connection.prepareStatement(LEFT);
                var gone = connection.prepareStatement(GONE)) {
            said.setObject(1, decision.entry());
            long position;
            try (var row = said.executeQuery()) {
                if (!row.next()) return;
                position = row.getLong(1);
                gone.setArray(1, row.getArray(2));
            }
            left.setString(1, Words.of(decision.left()));
            left.setLong(2, position);
            left.execute();
            gone.execute();
            words(connection, position, position);
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
