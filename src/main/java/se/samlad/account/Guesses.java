package se.samlad.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Limits the guessing of passwords and codes with token buckets: one for each address, and a smaller one for each
 * account from an address. There is no bucket for an account alone, so guessing elsewhere never locks a person out.
 * {@link se.samlad.credential.Passwords} limits how many guesses all can make together.
 */
@Component
public class Guesses {

    private static final int LONGEST_NAME = 100;

    /** A bucket's size: mistakes in a row, and the time until one more is allowed. */
    private record Patience(int mistakes, Duration oneMore) {
        Bucket full(TimeMeter clock) {
            return Bucket.builder()
                    .withCustomTimePrecision(clock)
                    .addLimit(limit -> limit.capacity(mistakes).refillGreedy(1, oneMore))
                    .build();
        }
    }

    private static final Patience ADDRESS = new Patience(60, Duration.ofSeconds(2));
    private static final Patience ACCOUNT_FROM_ADDRESS = new Patience(10, Duration.ofSeconds(6));

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final TimeMeter clock;

    @Autowired
    Guesses() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    Guesses(TimeMeter clock) {
        this.clock = clock;
    }

    /** Takes one guess: zero, or the seconds until one more is allowed. */
    public long take(String address, @Nullable String account) {
        return tries(address, account).stream().mapToLong(Guesses::take).max().orElse(0);
    }

    /** Gives back the guess that was right. */
    public void wasRight(String address, @Nullable String account) {
        tries(address, account).forEach(bucket -> bucket.addTokens(1));
    }

    private List<Bucket> tries(String address, @Nullable String account) {
        var name = account == null ? "" : account.strip().toLowerCase(Locale.ROOT);
        var shortened = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        return List.of(
                buckets.get(address, key -> ADDRESS.full(clock)),
                buckets.get(address + " " + shortened, key -> ACCOUNT_FROM_ADDRESS.full(clock)));
    }

    private static long take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
    }
}
