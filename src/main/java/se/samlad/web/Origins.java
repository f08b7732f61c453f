package se.samlad.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Protects against cross-site requests. A request that changes something must come from our own pages, as {@code
 * Sec-Fetch-Site} or {@code Origin} states, or carry a token. Other requests are refused; a call of the API
 * is told to send a token.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Origins extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private final Errors errors;

    Origins(Errors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || hasToken(request) || isItsOwnKey(request) || isOurs(request))
            chain.doFilter(request, response);
        else if (request.getRequestURI().startsWith("/api/")) errors.notSignedIn(request, response);
        else errors.otherSite(request, response);
    }

    private static boolean hasToken(HttpServletRequest request) {
        return Asking.token(request).isPresent();
    }

    /** A provider's report or reply: the address itself is secret, and no cookie counts there. */
    private static boolean isItsOwnKey(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/channels/");
    }

    private static boolean isOurs(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        return isHere(request.getHeader("Origin"), request.getHeader("Host"));
    }

    private static boolean isHere(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) return false;
        try {
            return host.equals(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
