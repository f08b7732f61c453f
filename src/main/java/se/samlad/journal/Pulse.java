package se.samlad.journal;

import java.time.Duration;

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

    boolean away() {
        return silent().compareTo(AWAY) > 0;
    }

    /** So that nobody waits for what others have waited for in vain: the tail alone goes on asking. */
    void mustBeThere() {
        if (away()) throw new Unavailable("the database has not answered for " + silent().toSeconds() + " s");
    }
}
