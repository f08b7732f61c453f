package se.samlad.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samlad.journal.Unavailable;

/**
 * Answers failures outside handlers while the database is down: a session that can't be read, a page that can't be
 * rendered. They are answered here, because the container's error dispatch would read the session again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Away extends OncePerRequestFilter {

    private final Errors errors;

    Away(Errors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!Unavailable.isSaidBy(e) || response.isCommitted()) throw e;
            response.reset();
            errors.unavailable(e, request, response);
        }
    }
}
