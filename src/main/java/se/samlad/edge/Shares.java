package se.samlad.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Rate limits: one token bucket for each account (its people and programs together) and for each stranger's address. So
 * a runaway script takes nothing from others. The limits are far above what people and a lively scene need.
 */
final class Shares {

    /** An account's burst: the bucket holds the requests of this many seconds. */
    private static final int BURST_SECONDS = 10;

    private static final int STRANGERS_BURST_SECONDS = 3;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final int anAccount;
    private final int anAddress;
    private final TimeMeter clock;

    /** @param anAccount requests that an account may make a second, @param anAddress those of a stranger's address */
    Shares(int anAccount, int anAddress, TimeMeter clock) {
        this.anAccount = anAccount;
        this.anAddress = anAddress;
        this.clock = clock;
    }

    /** False where the caller's bucket does not hold that many tokens now. */
    boolean tryTake(Caller caller, int requests) {
        if (requests == 0) return true;
        return buckets.get(
                        caller.key(),
                        key -> caller.isKnown()
                                ? full(anAccount, BURST_SECONDS)
                                : full(anAddress, STRANGERS_BURST_SECONDS))
                .tryConsume(requests);
    }

    private Bucket full(int perSecond, int seconds) {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit ->
                        limit.capacity((long) perSecond * seconds).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
