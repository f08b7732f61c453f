package se.samlad.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.transaction.TransactionException;

/**
 * Each account's generation of credentials, remembered on this node: what was signed in by an earlier one is signed in no
 * longer. {@link SessionNews} says when one has changed, so that asking again is only for a node that was not told.
 */
final class Generations {

    private static final String AUTHORITY = "generation:";
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration AT_MOST = Duration.ofSeconds(75);

    /** @param generation empty: the account is disabled, or there is none */
    private record Known(OptionalLong generation, long asked) {
        boolean isYounger(Duration age) {
            return System.nanoTime() - asked < age.toNanos();
        }
    }

    /** Asks where they are kept. */
    interface Kept {
        OptionalLong of(String account);
    }

    private final Kept kept;
    private final Cache<String, Known> recent = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(AT_MOST.toNanos(), TimeUnit.NANOSECONDS)
            .build();

    Generations(Kept kept) {
        this.kept = kept;
    }

    /** What who signs in is given along. */
    static String authority(long generation) {
        return AUTHORITY + generation;
    }

    /** Whether nobody is signed in by the session, or somebody whose credentials are still the same. */
    boolean isCurrent(Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        var who = context == null ? null : context.getAuthentication();
        if (who == null) return true;
        var generation = now(who.getName());
        return generation.isPresent()
                && who.getAuthorities().contains(new SimpleGrantedAuthority(authority(generation.getAsLong())));
    }

    /** Reads within the map's own lock: what changes meanwhile is forgotten after that. */
    private OptionalLong now(String account) {
        var known = recent.getIfPresent(account);
        if (known != null && known.isYounger(FRESH)) return known.generation();
        var read = recent.asMap()
                .compute(account, (same, old) -> old != null && old.isYounger(FRESH) ? old : ask(account, old));
        return read == null ? OptionalLong.empty() : read.generation();
    }

    private Known ask(String account, @Nullable Known old) {
        try {
            return new Known(kept.of(account), System.nanoTime());
        } catch (DataAccessException | TransactionException e) {
            if (old == null || !old.isYounger(AT_MOST)) throw e;
            return old;
        }
    }

    void forget(String account) {
        recent.invalidate(account);
    }

    void forgetAll() {
        recent.invalidateAll();
    }
}
