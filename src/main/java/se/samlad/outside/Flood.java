package se.samlad.outside;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** How much strangers may record: a token bucket for each address, and one for all of them together. */
final class Flood {

    /** @param burst at once, and then one more each time */
    record Rate(int burst, Duration oneMore) {
        private Bucket full(TimeMeter clock) {
            return Bucket.builder()
                    .withCustomTimePrecision(clock)
                    .addLimit(limit -> limit.capacity(burst).refillGreedy(1, oneMore))
                    .build();
        }
    }

    private final Cache<String, Bucket> each = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final Rate one;
    private final TimeMeter clock;
    private final Bucket all;

    Flood(Rate one, Rate all, TimeMeter clock) {
        this.one = one;
        this.clock = clock;
        this.all = all.full(clock);
    }

    /** Whether one more may be recorded from there. */
    boolean lets(String from) {
        return each.get(from, key -> one.full(clock)).tryConsume(1) && all.tryConsume(1);
    }
}
