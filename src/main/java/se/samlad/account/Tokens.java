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
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samlad.web.Errors;

/** {@code Authorization: Bearer …} for programs. Never makes a session. */
final class Tokens extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    /** How long it is believed without asking, and how long when nobody can be asked. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final Duration AT_MOST = Duration.ofSeconds(90);

    private record Known(Optional<String> account, long asked) {}

    private final Accounts accounts;
    private final Errors errors;
    private final Cache<String, Known> recent =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(AT_MOST).build();

    Tokens(Accounts accounts, Errors errors) {
        this.accounts = accounts;
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            chain.doFilter(request, response);
            return;
        }
        var account = account(header.substring(BEARER.length()));
        if (account.isEmpty()) {
            errors.notSignedIn(request, response);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account.get(), "", List.of()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private Optional<String> account(String token) {
        var digest = Digests.sha256(token);
        var known = recent.getIfPresent(digest);
        if (known != null && System.nanoTime() - known.asked() < FRESH.toNanos()) return known.account();
        try {
            var fresh = new Known(accounts.ofToken(token), System.nanoTime());
            recent.put(digest, fresh);
            return fresh.account();
        } catch (DataAccessException e) {
            if (known == null) throw e;
            return known.account();
        }
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
