package se.samlad.edge;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** For each kind of work: how many requests are served at once, and how many more may wait. */
final class Places {

    private final Map<Kind, Bulkhead> bulkheads;

    Places(Map<Kind, Bulkhead> bulkheads) {
        this.bulkheads = bulkheads;
    }

    static Places all() {
        var bulkheads = new EnumMap<Kind, Bulkhead>(Kind.class);
        for (var kind : Kind.values()) bulkheads.put(kind, Bulkhead.of(kind.atOnce, kind.waiting, kind.patience));
        return new Places(bulkheads);
    }

    Bulkhead of(Kind kind) {
        return Objects.requireNonNull(bulkheads.get(kind));
    }

    /**
     * The semaphores of one kind: requests served at once, and requests served or waiting.
     *
     * @param patience how many times as long as usual a request waits for its place
     */
    record Bulkhead(Semaphore atOnce, Semaphore inside, int patience) {

        static Bulkhead of(int atOnce, int waiting, int patience) {
            return new Bulkhead(new Semaphore(atOnce, true), new Semaphore(atOnce + waiting), patience);
        }

        /** Whether nobody more may wait. */
        boolean isFull() {
            return inside.availablePermits() == 0;
        }

        /** Joins the queue without blocking. False where nobody more may wait. */
        boolean tryIn() {
            return inside.tryAcquire();
        }

        /** Undoes {@link #tryIn}. */
        void back() {
            inside.release();
        }

        /**
         * Call after {@link #tryIn}. Waits for a place; false where none came free in time, and then {@link #tryIn} is
         * undone.
         *
         * @param seconds that a request usually waits
         */
        boolean awaitPlace(long seconds) {
            try {
                if (atOnce.tryAcquire(patience * seconds, TimeUnit.SECONDS)) return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            inside.release();
            return false;
        }

        /** Call after {@link #awaitPlace}. The answer gives the place back; running it again does nothing. */
        Runnable leaving() {
            var left = new AtomicBoolean();
            return () -> {
                if (!left.compareAndSet(false, true)) return;
                atOnce.release();
                inside.release();
            };
        }
    }
}
