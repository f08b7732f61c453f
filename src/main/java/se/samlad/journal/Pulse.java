package se.samlad.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Knows when the database last answered this node. Shared by all of the journal that asks the database.
 *
 * <p>It counts beats of this node instead of reading a clock: while the node itself stands still, because its machine was
 * paused or it frees memory, it asks nothing, so the silence says nothing of the database.
 */
final class Pulse implements AutoCloseable {

    /** After so long without an answer the database counts as away. A restart of it takes less. */
    static final Duration AWAY = Duration.ofSeconds(3);

    static final Duration BEAT = Duration.ofMillis(100);

    private final Thread beating =
            Thread.ofPlatform().name("journal-pulse").daemon().unstarted(this::beatOn);
    private volatile boolean open = true;
    private volatile long beats;
    private volatile long heardAt;

    void start() {
        beating.start();
    }

    private void beatOn() {
        while (open) {
            LockSupport.parkNanos(BEAT.toNanos());
            beat();
        }
    }

    /** By one thread only. */
    void beat() {
        beats = beats + 1;
    }

    void heard() {
        heardAt = beats;
    }

    Duration silent() {
        return BEAT.multipliedBy(beats - heardAt);
    }

    /** Since when the database counts as away; empty where it does not. */
    Optional<Instant> awaySince(Instant now) {
        var silent = silent();
        return silent.compareTo(AWAY) > 0 ? Optional.of(now.minus(silent)) : Optional.empty();
    }

    /**
     * Fails fast while the database is away, so that not everybody waits for a time-out. Only the tail goes on asking.
     *
     * @throws Unavailable where it is away
     */
    void requireAvailable() {
        var silent = silent();
        if (silent.compareTo(AWAY) > 0)
            throw new Unavailable("the database has not answered for " + silent.toSeconds() + " s");
    }

    @Override
    public void close() {
        open = false;
    }
}
