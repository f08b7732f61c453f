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

/** Tells people for whom {@link Brake} found no place, on a page that keeps what they wrote. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RefusedPage extends OncePerRequestFilter {

    private final Errors errors;

    RefusedPage(Errors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(Brake.REFUSED) == null) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(Reference.SAID, true);
        errors.busy(request, response);
    }
}
