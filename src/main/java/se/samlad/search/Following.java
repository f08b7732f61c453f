package se.samlad.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samlad.journal.Disposed;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;

/**
 * Fills the search table and its table of words from the journal, in order, some hundred entries at a time, on a thread
 * of its own. Several nodes take turns and skip entries that are there already. The search table always holds every
 * entry up to its last position.
 */
@Component
class Following implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final int TOGETHER = 500;
    private static final long UNKNOWN = -1;
    private static final long WORTH_WAITING = 5_000;
    private static final long PAUSE_MS = 2_000;

    /**
     * How long it collects entries before writing them, unless somebody searches. So there are few, larger writes, and
     * not at the moment when everyone reads the news.
     */
    private static final Duration GATHERED = Duration.ofMillis(200);

    /** The queue of entries from the tail that are not written yet; entries beyond it are read from the journal. */
    private static final int TOLD = 2_048;

    private static final String INSERT = "insert into searchable"
            + " select position, stream, recorded_at, labels,"
            + " to_tsvector('swedish', words) || array_to_tsvector(string_to_array(tags, E'\\n'))"
            + " from unnest(cast(? as text[]), cast(? as text[])) with ordinality each(tags, words, n)"
            + " join entry on position = ? + n - 1"
            + " where position > (select coalesce(max(position), 0) from searchable)";

    /**
     * Lets one node write at a time, until it commits. A statement of its own, so that the next statement sees what the
     * node before wrote.
     */
    static final String MY_TURN = "select pg_advisory_xact_lock(7303)";

    private static final String WORDS = "insert into word select word from"
            + " ts_stat(format('select words from searchable where position between %s and %s', ?, ?))"
            + " where not starts_with(word, '" + Tags.MARK + "') on conflict do nothing";

    /** Replaces the words of an entry that was disposed of by those of the text that is left. */
    private static final String LEFT = "update searchable set words = to_tsvector('swedish', ?) || array_to_tsvector("
            + "array(select lexeme from unnest(words) where starts_with(lexeme, '" + Tags.MARK + "')))"
            + " where position = ?";

    private static final String SAID = "select position, array(select lexeme from unnest(words)) from searchable"
            + " where position = (select position from entry where id = ?)";

    /** Deletes words that no other entry uses. */
    private static final String GONE = "delete from word where word = any(?)"
            + " and not exists (select from searchable where words @@ cast(quote_literal(word) as tsquery))";

    private final DataSource database;
    private final Journal journal;
    private final Duration gathered;
    private final BlockingQueue<Entry> told = new ArrayBlockingQueue<>(TOLD);
    private final Object moved = new Object();
    private final Semaphore worthFilling = new Semaphore(0);
    private volatile long reached;
    private volatile long wanted;
    private volatile @Nullable Thread thread;

    @Autowired
    Following(DataSource database, Journal journal) {
        this(database, journal, GATHERED);
    }

    Following(DataSource database, Journal journal, Duration gathered) {
        this.database = database;
        this.journal = journal;
        this.gathered = gathered;
        journal.follow(entry -> {
            told.offer(entry);
            if (told.size() >= TOGETHER) worthFilling.release();
        });
    }

    private void run() {
        long at = UNKNOWN;
        while (isRunning()) {
            try {
                if (at == UNKNOWN) reached(at = last());
                at = fillNext(at);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warn("filling the search table failed and is tried again: {}", e.getMessage());
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

    /**
     * Read-your-writes: waits, at most the given time, until all entries recorded by now can be found. Does not wait
     * where the table is far behind.
     */
    void await(Duration atMost) {
        long position = journal.position();
        if (position - reached > WORTH_WAITING) return;
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (moved) {
            wanted = Math.max(wanted, position);
            worthFilling.release();
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

    /** The next batch, from the queue; from the journal where the queue lacks the next entry. */
    private List<Entry> next(long at) throws InterruptedException {
        var first = told.poll(at < journal.position() ? 0 : PAUSE_MS, TimeUnit.MILLISECONDS);
        while (first != null && first.position() <= at) first = told.poll();
        if (first != null && wanted <= at && told.size() < TOGETHER - 1)
            worthFilling.tryAcquire(gathered.toMillis(), TimeUnit.MILLISECONDS);
        worthFilling.drainPermits();
        var batch = new ArrayList<Entry>();
        for (var next = first; next != null && next.position() == at + 1 + batch.size(); next = told.poll()) {
            batch.add(next);
            if (batch.size() == TOGETHER) break;
        }
        return batch.isEmpty() ? journal.since(at, TOGETHER) : batch;
    }

    private long fillNext(long at) throws SQLException, InterruptedException {
        var batch = next(at);
        if (batch.isEmpty()) return at;
        try (var connection = database.getConnection()) {
            insert(connection, batch);
        }
        long last = batch.getLast().position();
        reached(last);
        return last;
    }

    private static void insert(Connection connection, List<Entry> batch) throws SQLException {
        var decisions = batch.stream()
                .map(Entry::fact)
                .filter(Disposed.class::isInstance)
                .map(Disposed.class::cast)
                .toList();
        connection.setAutoCommit(false);
        try (var turn = connection.prepareStatement(MY_TURN);
                var insert = connection.prepareStatement(INSERT)) {
            turn.execute();
            long first = batch.getFirst().position();
            insert.setArray(1, texts(connection, batch, entry -> String.join("\n", Tags.of(entry))));
            insert.setArray(2, texts(connection, batch, entry -> Words.of(entry.body())));
            insert.setLong(3, first);
            if (insert.executeUpdate() > 0)
                words(connection, first, batch.getLast().position());
            for (var decision : decisions) replace(connection, decision);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** An array of texts is sent as it is; an array of objects would be encoded and parsed once more. */
    private static Array texts(Connection connection, List<Entry> batch, Function<Entry, String> of)
            throws SQLException {
        return connection.createArrayOf("text", batch.stream().map(of).toArray(String[]::new));
    }

    private static void words(Connection connection, long first, long last) throws SQLException {
        try (var words = connection.prepareStatement(WORDS)) {
            words.setLong(1, first);
            words.setLong(2, last);
            words.execute();
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
