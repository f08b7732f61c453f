package se.samlad.journal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Free disk space that must remain, so that PostgreSQL never meets a full disk. It is checked at most once a second: what can
 * be written in a second is far less than any sensible reserve.
 */
public final class Reserve {

    static final long A_SECOND = Duration.ofSeconds(1).toNanos();

    /** For a database on another machine, whose disk can't be seen. */
    public static final Reserve NONE = new Reserve(() -> Long.MAX_VALUE, 0, A_SECOND);

    /** Recording is refused until there is room. The text names the free space and the reserve, in MB. */
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

    /**
     * @param free how many bytes can be written
     * @param bytes how many must remain
     * @param everyNanos how long an answer of {@code free} is used
     */
    public Reserve(LongSupplier free, long bytes, long everyNanos) {
        this.free = free;
        this.bytes = bytes;
        this.everyNanos = everyNanos;
        this.looked = System.nanoTime() - everyNanos;
    }

    /** Whether less than the reserve is free. */
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
