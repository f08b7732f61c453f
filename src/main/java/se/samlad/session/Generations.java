package se.samlad.session;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import se.samlad.credential.Accounts;

/**
 * Caches each account's generation of credentials on this node. A session that was opened under an earlier generation
 * is no longer signed in. {@link SessionNews} reports changes, so the cache's expiry matters only on a node that missed
 * the notice.
 */
final class Generations {

    private static final int MOST = 20_000;
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration AT_MOST = Duration.ofSeconds(75);

    /** Reads generations from the database; empty: the account is disabled, or there is none. */
    interface Source {
        OptionalLong of(String account);
    }

    private final Source source;
    private final Recent<OptionalLong> recent;

    Generations(Source source, Ticker ticker) {
        this.source = source;
        this.recent = new Recent<>(MOST, FRESH, AT_MOST, ticker);
    }

    /** True where nobody is signed in to the session, or where the account's credentials have not changed since. */
    boolean isCurrent(Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        var who = context == null ? null : context.getAuthentication();
        if (who == null) return true;
        var generation = recent.get(who.getName(), source::of);
        return generation.isPresent()
                && who.getAuthorities()
                        .contains(new SimpleGrantedAuthority(Accounts.authority(generation.getAsLong())));
    }

    void forget(String account) {
        recent.forget(account);
    }

    void forgetAll() {
        recent.forgetAll();
    }
}
