package se.samlad.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What was read of the database, used for a while without reading it again. It is used for longer while the database is
 * away, and never when it is older than that.
 *
 * @param <V> what is read for a key
 */
final class Recent<V> {

    private record Known<V>(V value, long asked) {}

    private final Duration fresh;
    private final Duration atMost;
    private final Ticker ticker;
    private final Cache<String, Known<V>> known;

    /**
     * @param most how many are kept
     * @param fresh how long one is used without reading it again
     * @param atMost how long one is used while the database is away
     * @param ticker time that no hand can turn back
     */
    Recent(int most, Duration fresh, Duration atMost, Ticker ticker) {
        this.fresh = fresh;
        this.atMost = atMost;
        this.ticker = ticker;
        this.known = Caffeine.newBuilder()
                .maximumSize(most)
                .ticker(ticker)
                .expireAfterWrite(atMost)
                .build();
    }

    /**
     * Reads while holding the map's lock for the key, so that a concurrent {@link #forget} runs after the read and
     * removes what may be stale.
     *
     * @throws DataAccessException where it must be read and the database is away
     */
    V get(String key, Function<String, V> source) {
        var now = known.getIfPresent(key);
        if (now != null && isYounger(now, fresh)) return now.value();
        return known.asMap()
                .compute(key, (same, old) -> old != null && isYounger(old, fresh) ? old : read(key, old, source))
                .value();
    }

    private Known<V> read(String key, @Nullable Known<V> old, Function<String, V> source) {
        try {
            return new Known<>(source.apply(key), ticker.read());
        } catch (DataAccessException | TransactionException e) {
            if (old == null || !isYounger(old, atMost)) throw e;
            return old;
        }
    }

    private boolean isYounger(Known<V> known, Duration age) {
        return ticker.read() - known.asked() < age.toNanos();
    }

    /** From memory only; null where the database must be read. */
    @Nullable
    V remembered(String key) {
        var now = known.getIfPresent(key);
        return now == null ? null : now.value();
    }

    void forget(String key) {
        known.invalidate(key);
    }

    void forgetIf(Predicate<V> which) {
        known.asMap().values().removeIf(each -> which.test(each.value()));
    }

    void forgetAll() {
        known.invalidateAll();
    }
}
