package se.samlad.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samlad.web.Errors;

/** Shows people why {@link Admission} refused their request, on a page that keeps what they wrote. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RefusedPage extends OncePerRequestFilter {

    private final Errors errors;

    RefusedPage(Errors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(Exchange.REFUSED) instanceof Refusal.Why why) refused(why, request, response);
        else chain.doFilter(request, response);
    }

    private void refused(Refusal.Why why, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", Refusal.SECONDS);
        errors.tryAgain(request, response, why.status, why.key, why.details());
    }
}
