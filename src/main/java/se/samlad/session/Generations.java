package se.samlad.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.transaction.TransactionException;
import se.samlad.credential.Accounts;

/**
 * Caches each account's generation of credentials on this node. A session that was opened under an earlier generation
 * is no longer signed in. {@link SessionNews} reports changes, so the cache's expiry matters only on a node that missed
 * the notice.
 */
final class Generations {

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration AT_MOST = Duration.ofSeconds(75);

    /** @param generation empty: the account is disabled, or there is none */
    private record Known(OptionalLong generation, long asked) {}

    /** Reads generations from the database. */
    interface Source {
        OptionalLong of(String account);
    }

    private final Source source;
    private final Ticker ticker;
    private final Cache<String, Known> recent;

    /** @param ticker time that no hand can turn back */
    Generations(Source source, Ticker ticker) {
        this.source = source;
        this.ticker = ticker;
        this.recent = Caffeine.newBuilder()
                .maximumSize(20_000)
                .ticker(ticker)
                .expireAfterWrite(AT_MOST)
                .build();
    }

    /** True where nobody is signed in to the session, or where the account's credentials have not changed since. */
    boolean isCurrent(Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        var who = context == null ? null : context.getAuthentication();
        if (who == null) return true;
        var generation = now(who.getName());
        return generation.isPresent()
                && who.getAuthorities()
                        .contains(new SimpleGrantedAuthority(Accounts.authority(generation.getAsLong())));
    }

    /**
     * Reads while holding the map's lock for the key, so that a concurrent {@link #forget} runs after the read and
     * removes what may be stale.
     */
    private OptionalLong now(String account) {
        var known = recent.getIfPresent(account);
        if (known != null && isYounger(known, FRESH)) return known.generation();
        var read = recent.asMap()
                .compute(account, (same, old) -> old != null && isYounger(old, FRESH) ? old : ask(account, old));
        return read == null ? OptionalLong.empty() : read.generation();
    }

    private Known ask(String account, @Nullable Known old) {
        try {
            return new Known(source.of(account), ticker.read());
        } catch (DataAccessException | TransactionException e) {
            if (old == null || !isYounger(old, AT_MOST)) throw e;
            return old;
        }
    }

    private boolean isYounger(Known known, Duration age) {
        return ticker.read() - known.asked() < age.toNanos();
    }

    void forget(String account) {
        recent.invalidate(account);
    }

    void forgetAll() {
        recent.invalidateAll();
    }
}
