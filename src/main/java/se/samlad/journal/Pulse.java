package se.samlad.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Knows when the database last answered this node. Shared by all of the journal that asks the database. */
final class Pulse {

    /** After so long without an answer the database counts as away. A restart of it takes less. */
    static final Duration AWAY = Duration.ofSeconds(3);

    private volatile long heardNanos = System.nanoTime();

    void heard() {
        heardNanos = System.nanoTime();
    }

    Duration silent() {
        return Duration.ofNanos(System.nanoTime() - heardNanos);
    }

    /** Since when the database counts as away; empty where it does not. */
    Optional<Instant> awaySince(Instant now) {
        var silent = silent();
        return silent.compareTo(AWAY) > 0 ? Optional.of(now.minus(silent)) : Optional.empty();
    }

    boolean away() {
        return silent().compareTo(AWAY) > 0;
    }

    /**
     * Fails fast while the database is away, so that not everybody waits for a time-out. Only the tail goes on asking.
     *
     * @throws Unavailable where it is away
     */
    void requireAvailable() {
        if (away()) throw new Unavailable("the database has not answered for " + silent().toSeconds() + " s");
    }
}
