package se.samlad.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a request's parameters before anything else does, and refuses those that can't be read: wrongly encoded, or with
 * more fields than any form of ours has. The server underneath would fail at each later look at them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ReadableForms extends OncePerRequestFilter {

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private final Errors errors;

    ReadableForms(Errors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (RuntimeException e) {
            if (!(e instanceof HttpException)) throw e;
            errors.unreadableForm(new AsGet(request, ""), response, isTooMuch(e) ? TOO_LARGE : BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isTooMuch(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof HttpException said && said.getCode() == TOO_LARGE) return true;
        return false;
    }
}
