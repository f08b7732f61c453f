package se.samlad.session;

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
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samlad.credential.ApiTokens;
import se.samlad.credential.ApiTokens.Scope;
import se.samlad.credential.Digests;
import se.samlad.web.Asking;
import se.samlad.web.Errors;

/** Authenticates programs by {@code Authorization: Bearer …}, with a cache. Never opens a session. */
@Component
public class Tokens {

    private static final int MOST = 10_000;
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration AT_MOST = Duration.ofSeconds(90);

    private final ApiTokens tokens;
    private final Clock clock;
    private final Recent<Optional<ApiTokens.Token>> recent;

    Tokens(ApiTokens tokens, Clock clock, Ticker ticker) {
        this.tokens = tokens;
        this.clock = clock;
        this.recent = new Recent<>(MOST, FRESH, AT_MOST, ticker);
    }

    /** From memory only; null where the database must be read; empty where no account has the token. */
    @Nullable
    Optional<String> remembered(String token) {
        var known = recent.remembered(Digests.sha256(token));
        return known == null ? null : valid(known).map(ApiTokens.Token::account);
    }

    private Optional<ApiTokens.Token> valid(Optional<ApiTokens.Token> known) {
        return known.filter(token -> !token.hasEnded(clock.instant()));
    }

    Optional<String> account(String token) {
        return find(token).map(ApiTokens.Token::account);
    }

    /** The valid token; empty where no account has it. */
    Optional<ApiTokens.Token> find(String token) {
        return valid(recent.get(Digests.sha256(token), this::read));
    }

    private Optional<ApiTokens.Token> read(String digest) {
        var found = tokens.find(digest);
        found.filter(token -> token.isLongSinceUsed(clock.instant()))
                .ifPresent(token -> tokens.used(token.id(), clock.instant()));
        return found;
    }

    /** Drops the account's cached tokens; they are read anew. */
    void forget(String account) {
        recent.forgetIf(
                known -> known.filter(token -> token.account().equals(account)).isPresent());
    }

    void forgetAll() {
        recent.forgetAll();
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

    /** What each scope of a token lets a program ask for. What its function may not, no scope gives. */
    private static final class Scopes {

        /** Addresses of a person's own sign-in: no program changes that, whatever its token. */
        private static final String PERSON = "/me/";

        private static final Set<String> READING = Set.of("GET", "HEAD");
        private static final Pattern FEED = Pattern.compile("/api/watch/[a-z]+");
        private static final Pattern REPORT =
                Pattern.compile("/api/incidents(?:/[0-9a-f-]{36}/(?:reports|notes|relays))?");
        private static final Pattern VERIFY = Pattern.compile("/api/journal/(?:checkpoint|proof/[a-z]+)");

        private Scopes() {}

        static boolean allows(ApiTokens.Token token, HttpServletRequest request) {
            var path = request.getRequestURI();
            boolean reads = READING.contains(request.getMethod());
            if (!reads && path.startsWith(PERSON)) return false;
            if (token.scopes() == null) return true;
            if (VERIFY.matcher(path).matches()) return token.may(Scope.VERIFY);
            if (reads) return path.startsWith("/api/") && (token.may(Scope.READ) || path.equals("/api/openapi.json"));
            if (!request.getMethod().equals("POST")) return false;
            return FEED.matcher(path).matches() && token.may(Scope.FEED)
                    || REPORT.matcher(path).matches() && token.may(Scope.REPORT);
        }
    }
}
