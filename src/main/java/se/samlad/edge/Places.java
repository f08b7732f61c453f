package se.samlad.edge;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The places to work at, and to wait for one, of each kind of work. */
final class Places {

    private final Map<Kind, Room> rooms;

    Places(Map<Kind, Room> rooms) {
        this.rooms = rooms;
    }

    static Places all() {
        var rooms = new EnumMap<Kind, Room>(Kind.class);
        for (var kind : Kind.values()) rooms.put(kind, Room.of(kind.atOnce, kind.waiting));
        return new Places(rooms);
    }

    Room of(Kind kind) {
        return Objects.requireNonNull(rooms.get(kind));
    }

    /** The room that a kind has: places to work at, and places to work at or wait for one. */
    record Room(Semaphore atOnce, Semaphore inside) {

        static Room of(int atOnce, int waiting) {
            return new Room(new Semaphore(atOnce, true), new Semaphore(atOnce + waiting));
        }

        /** Whether there is no place to wait either. */
        boolean isFull() {
            return inside.availablePermits() == 0;
        }

        /** Never waits. False where there is no place to wait either. */
        boolean tryIn() {
            return inside.tryAcquire();
        }

        /** After {@link #tryIn}, where the place is not wanted after all. */
        void back() {
            inside.release();
        }

        /** After {@link #tryIn}. False where no place got free in time: then nothing is held any longer. */
        boolean awaitPlace(long seconds) {
            try {
                if (atOnce.tryAcquire(seconds, TimeUnit.SECONDS)) return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            inside.release();
            return false;
        }

        /** After {@link #awaitPlace}: gives the place back, once however often it is run. */
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
