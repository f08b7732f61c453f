package se.samlad.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.samlad.journal.Journal;

/** Has each request wait once for what others were answered for before it came, however much it looks at. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class CaughtUp extends OncePerRequestFilter {

    private final ObjectProvider<Journal> journal;

    /** @param journal asked for when it is needed: the filters are there before the database */
    CaughtUp(ObjectProvider<Journal> journal) {
        this.journal = journal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            journal.getObject().asked(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e); // the compiler's, not the chain's
        }
    }
}
