package se.samlad.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the database last answered this node. Shared by all that ask it for the journal. */
final class Pulse {

    /** After so long it counts as away: a restart of the database is over sooner. */
    static final Duration AWAY = Duration.ofSeconds(3);

    private volatile long heardNanos = System.nanoTime();

    void heard() {
        heardNanos = System.nanoTime();
    }

    Duration silent() {
        return Duration.ofNanos(System.nanoTime() - heardNanos);
    }

    /** Since when it counts as away; empty where it does not. */
    Optional<Instant> awaySince(Instant now) {
        var silent = silent();
        return silent.compareTo(AWAY) > 0 ? Optional.of(now.minus(silent)) : Optional.empty();
    }

    boolean away() {
        return silent().compareTo(AWAY) > 0;
    }

    /** So that nobody waits for what others have waited for in vain: the tail alone goes on asking. */
    void mustBeThere() {
        if (away()) throw new Unavailable("the database has not answered for " + silent().toSeconds() + " s");
    }
}
