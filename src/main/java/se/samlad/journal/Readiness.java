package se.samlad.journal;

import java.util.function.Supplier;

/** Whether this node can serve, and whether what it decides is decided on all that was recorded. */
record Readiness(Supplier<Overall> overall, Tail tail, Writer writer) {

    boolean isReady() {
        return overall.get().isRead() && isSound();
    }

    /** True also while it is opening: then it waits for what it needs. */
    boolean isSound() {
        return tail.healthy() && writer.isAlive() && overall.get().isSound();
    }

    static Unavailable unsound() {
        return new Unavailable("this node has met what it can't go on with");
    }
}
