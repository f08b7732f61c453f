package se.samlad.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samlad.web.Asking;
import se.samlad.web.Errors;

/** Authenticates programs by {@code Authorization: Bearer …}, with a cache. Never opens a session. */
@Component
class Tokens {

    /** How long a cached token is used without reading it again, and how long while the database is away. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final Duration AT_MOST = Duration.ofSeconds(90);

    private record Known(Optional<String> account, long asked) {
        boolean isFresh() {
            return System.nanoTime() - asked < FRESH.toNanos();
        }
    }

    private final Accounts accounts;
    private final Cache<String, Known> recent =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(AT_MOST).build();

    Tokens(Accounts accounts) {
        this.accounts = accounts;
    }

    /** From memory only; null where the database must be read; empty where no account has the token. */
    @Nullable
    Optional<String> remembered(String token) {
        var known = recent.getIfPresent(Digests.sha256(token));
        return known == null ? null : known.account();
    }

    /**
     * The token's account; empty where no account has it. Reads while holding the map's lock for the key, so that a
     * concurrent {@link #forget} runs after the read and removes what may be stale.
     */
    Optional<String> account(String token) {
        var digest = Digests.sha256(token);
        var known = recent.getIfPresent(digest);
        if (known != null && known.isFresh()) return known.account();
        var read = recent.asMap().compute(digest, (same, old) -> old != null && old.isFresh() ? old : ask(digest, old));
        return read == null ? Optional.empty() : read.account();
    }

    private Known ask(String digest, @Nullable Known old) {
        try {
            return new Known(accounts.ofToken(digest), System.nanoTime());
        } catch (DataAccessException e) {
            if (old == null) throw e;
            return old;
        }
    }

    /** Drops the account's cached tokens; they are read anew. */
    void forget(String account) {
        recent.asMap().values().removeIf(known -> known.account().equals(Optional.of(account)));
    }

    void forgetAll() {
        recent.invalidateAll();
    }

    /**
     * Not a bean, so that Spring Boot does not add it to all requests: it belongs in the security filter chain only.
     */
    final class Filter extends OncePerRequestFilter {

        private final Errors errors;

        Filter(Errors errors) {
            this.errors = errors;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var token = Asking.token(request);
            if (token.isEmpty()) {
                chain.doFilter(request, response);
                return;
            }
            var account = account(token.get());
            if (account.isEmpty()) {
                errors.notSignedIn(request, response);
                return;
            }
            Asking.stillHas(request, () -> account(token.get()).equals(account));
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account.get(), "", List.of()));
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        }

        @Override
        protected boolean shouldNotFilterAsyncDispatch() {
            return false;
        }
    }
}
