package se.samlad.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal by position and gives every entry to the listener, in order, one at a time, on a thread of its own. The
 * writer hands over what this node committed. What other nodes commit is read when they notify this one, and every half
 * second even if they do not.
 */
final class Tail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration NOTIFY_EVERY = Duration.ofMillis(10);

    /** Without a flush to disk, which appends would wait for: a node that misses the notification reads by itself. */
    private static final String NOTIFY =
            "select set_config('synchronous_commit', 'off', true), pg_notify('journal', ?)";

    private static final int CHUNK = 1_000;
    private static final int QUIET_POLLS = 10;
    private static final int VALID_SECONDS = 2;

    private final Rows rows;
    private final DataSource database;
    private final Consumer<Entry> listener;
    private final BlockingQueue<List<Entry>> inbox = new LinkedBlockingQueue<>();
    private final Object moved = new Object();

    private final Semaphore toNotify = new Semaphore(0);
    private volatile long at;
    private volatile long handedOver;
    private volatile boolean open = true;
    private volatile boolean healthy = true;
    private volatile Consumer<Error> ending = error -> LOG.error("the tail has ended", error);
    private final List<Thread> threads;

    Tail(Rows rows, DataSource database, long from, Consumer<Entry> listener) {
        this.rows = rows;
        this.database = database;
        this.at = from;
        this.listener = listener;
        this.threads = List.of(
                Thread.ofPlatform().name("journal-tail").daemon().unstarted(this::follow),
                Thread.ofPlatform().name("journal-listen").daemon().unstarted(this::listen),
                Thread.ofPlatform().name("journal-notify").daemon().unstarted(this::notifyOthers));
    }

    /** Is called with an error after which the tail does not go on. */
    void onFatalError(Consumer<Error> by) {
        ending = by;
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Called by the writer, in the order of commits. */
    void committed(List<Entry> entries) {
        handedOver = entries.getLast().position();
        inbox.add(entries);
        toNotify.release();
    }

    long at() {
        return at;
    }

    /** False after an entry that this release can't decode: this node's views then stand still, so it must not serve. */
    boolean healthy() {
        return healthy;
    }

    /** Waits until the position has been given to the listener; false where it was not in time, or never will be. */
    boolean await(long position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (moved) {
            while (at < position) {
                if (!healthy) return false;
                long left = deadline - System.nanoTime();
                if (left <= 0) return false;
                try {
                    TimeUnit.NANOSECONDS.timedWait(moved, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }

    private void follow() {
        while (open) {
            try {
                var batch = inbox.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
                goOn(batch);
            } catch (InterruptedException e) {
                return;
            } catch (Unavailable e) {
                if (open) LOG.warn("the journal can't be followed just now: {}", e.getMessage());
            } catch (RuntimeException e) {
                healthy = false;
                LOG.error("this node is not ready: what follows position {} can't be understood", at, e);
                return;
            } catch (Error e) {
                healthy = false;
                ending.accept(e);
                return;
            }
        }
    }

    private void goOn(@Nullable List<Entry> batch) {
        if (batch == null || batch.isEmpty()) catchUp();
        else if (batch.getFirst().position() == at + 1) deliver(batch);
        else if (batch.getLast().position() > at) catchUp();
    }

    /** Delivers one by one, so that everything before an entry that can't be decoded is delivered. */
    private void catchUp() {
        var given = new int[1];
        do {
            given[0] = 0;
            rows.each(Rows.next(at, CHUNK), labels -> true, entry -> {
                deliver(List.of(entry));
                given[0]++;
            });
        } while (given[0] == CHUNK && open);
    }

    private void deliver(List<Entry> entries) {
        for (Entry entry : entries) {
            listener.accept(entry);
            at = entry.position();
        }
        synchronized (moved) {
            moved.notifyAll();
        }
    }

    /**
     * Notifies the other nodes after commits, at most every ten milliseconds. Nobody waits for it. A node that misses a
     * notification is late by at most one poll.
     */
    private void notifyOthers() {
        while (open) {
            try (var connection = database.getConnection();
                    var notify = connection.prepareStatement(NOTIFY)) {
                while (open) {
                    toNotify.acquire();
                    toNotify.drainPermits();
                    notify.setString(1, String.valueOf(handedOver));
                    notify.execute();
                    LockSupport.parkNanos(NOTIFY_EVERY.toNanos());
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                LOG.debug("the other nodes are not notified: {}", e.getMessage());
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    /** Wakes the follower when another node has committed. A missed notification costs at most one poll. */
    private void listen() {
        while (open) {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("listen journal");
                var notified = connection.unwrap(PGConnection.class);
                for (int quiet = 0; open; ) {
                    var news = notified.getNotifications((int) POLL.toMillis());
                    quiet = news == null || news.length == 0 ? quiet + 1 : 0;
                    if (quiet == QUIET_POLLS) { // perhaps because the connection is dead
                        if (!connection.isValid(VALID_SECONDS)) break;
                        quiet = 0;
                    }
                    if (news == null || news.length == 0) continue;
                    if (Long.parseLong(news[news.length - 1].getParameter()) > known()) inbox.add(List.of());
                }
            } catch (SQLException | RuntimeException e) {
                LOG.debug("not listening: {}", e.getMessage());
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
    }

    /** The last position that was delivered or that the writer has handed over. */
    private long known() {
        return Math.max(at, handedOver);
    }

    @Override
    public void close() {
        open = false;
        threads.forEach(Thread::interrupt);
    }
}
