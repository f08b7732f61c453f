package se.samlad.journal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Free disk that is never written into, so that PostgreSQL never meets a full one. Looked at once a second at most: what
 * is written meanwhile is far less than any sensible reserve.
 */
public final class Reserve {

    /** How often is enough. */
    static final long A_SECOND = Duration.ofSeconds(1).toNanos();

    /** Where nothing is known of the disk: the database is on another machine. */
    public static final Reserve NONE = new Reserve(() -> Long.MAX_VALUE, 0, A_SECOND);

    /** Writing is refused until there is room; with what is free and what must be, in MB. */
    public static final class Touched extends Refused {
        Touched(long free, long reserve) {
            super("error.disk-full", free >> 20, reserve >> 20);
        }

        @Override
        public int status() {
            return 507;
        }
    }

    private final LongSupplier free;
    private final long bytes;
    private final long everyNanos;
    private volatile long looked;
    private volatile long seen = Long.MAX_VALUE;

    /** @param free bytes that can be written; @param bytes how many must stay; @param everyNanos how long a look lasts */
    public Reserve(LongSupplier free, long bytes, long everyNanos) {
        this.free = free;
        this.bytes = bytes;
        this.everyNanos = everyNanos;
        this.looked = System.nanoTime() - everyNanos;
    }

    /** Whether nothing is written just now for want of room. */
    public boolean isTouched() {
        long now = System.nanoTime();
        if (now - looked >= everyNanos) {
            looked = now;
            seen = free.getAsLong();
        }
        return seen < bytes;
    }

    Touched touched() {
        return new Touched(seen, bytes);
    }
}
