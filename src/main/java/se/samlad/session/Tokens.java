package se.samlad.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samlad.credential.ApiTokens;
import se.samlad.credential.Digests;
import se.samlad.web.Asking;
import se.samlad.web.Errors;

/** Authenticates programs by {@code Authorization: Bearer …}, with a cache. Never opens a session. */
@Component
public class Tokens {

    /** How long a cached token is used without reading it again, and how long while the database is away. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final Duration AT_MOST = Duration.ofSeconds(90);

    private record Known(Optional<ApiTokens.Token> token, long asked) {}

    private final ApiTokens tokens;
    private final Clock clock;
    private final Ticker ticker;
    private final Cache<String, Known> recent;

    /** @param ticker time that no hand can turn back */
    Tokens(ApiTokens tokens, Clock clock, Ticker ticker) {
        this.tokens = tokens;
        this.clock = clock;
        this.ticker = ticker;
        this.recent = Caffeine.newBuilder()
                .maximumSize(10_000)
                .ticker(ticker)
                .expireAfterWrite(AT_MOST)
                .build();
    }

    /** From memory only; null where the database must be read; empty where no account has the token. */
    @Nullable
    Optional<String> remembered(String token) {
        var known = recent.getIfPresent(Digests.sha256(token));
        return known == null ? null : account(known);
    }

    private Optional<String> account(Known known) {
        return valid(known).map(ApiTokens.Token::account);
    }

    private Optional<ApiTokens.Token> valid(Known known) {
        return known.token().filter(token -> !token.hasEnded(clock.instant()));
    }

    Optional<String> account(String token) {
        return find(token).map(ApiTokens.Token::account);
    }

    /**
     * The valid token; empty where no account has it. Reads while holding the map's lock for the key, so that a
     * concurrent {@link #forget} runs after the read and removes what may be stale.
     */
    Optional<ApiTokens.Token> find(String token) {
        var digest = Digests.sha256(token);
        var known = recent.getIfPresent(digest);
        if (known != null && isFresh(known)) return valid(known);
        var read = recent.asMap().compute(digest, (same, old) -> old != null && isFresh(old) ? old : ask(digest, old));
        return read == null ? Optional.empty() : valid(read);
    }

    private boolean isFresh(Known known) {
        return ticker.read() - known.asked() < FRESH.toNanos();
    }

    private Known ask(String digest, @Nullable Known old) {
        try {
            var found = tokens.find(digest);
            found.filter(token -> token.isLongSinceUsed(clock.instant()))
                    .ifPresent(token -> tokens.used(token.id(), clock.instant()));
            return new Known(found, ticker.read());
        } catch (DataAccessException e) {
            if (old == null) throw e;
            return old;
        }
    }

    /** Drops the account's cached tokens; they are read anew. */
    void forget(String account) {
        recent.asMap().values().removeIf(known -> known.token()
                .filter(token -> token.account().equals(account))
                .isPresent());
    }

    void forgetAll() {
        recent.invalidateAll();
    }

    /**
     * Not a bean, so that Spring Boot does not add it to all requests: it belongs in the security filter chain only.
     */
    public final class Filter extends OncePerRequestFilter {

        private final Errors errors;

        public Filter(Errors errors) {
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
            var found = find(token.get());
            if (found.isEmpty()) {
                errors.notSignedIn(request, response);
                return;
            }
            if (!Scopes.allows(found.get(), request)) {
                errors.forbidden(request, response, "token.scope");
                return;
            }
            var account = found.map(ApiTokens.Token::account);
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
