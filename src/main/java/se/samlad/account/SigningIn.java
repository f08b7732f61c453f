package se.samlad.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets no more passwords be guessed than {@link Guesses} has room for. */
final class SigningIn extends OncePerRequestFilter {

    /** The page that says how long to wait. */
    static final String WAIT = "/sign-in/wait";
    /** Request attribute: seconds to wait. */
    static final String SECONDS = SigningIn.class.getName() + ".seconds";

    private static final String PATH = "/sign-in";

    private final Guesses guesses;

    SigningIn(Guesses guesses) {
        this.guesses = guesses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().equals(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long seconds = guesses.take(request.getRemoteAddr(), request.getParameter("account"));
        if (seconds > 0) {
            response.setHeader("Retry-After", String.valueOf(seconds));
            request.setAttribute(SECONDS, seconds);
            request.getRequestDispatcher(WAIT).forward(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Gives back the guess of an attempt that succeeded. */
    void succeeded(HttpServletRequest request) {
        guesses.wasRight(request.getRemoteAddr(), request.getParameter("account"));
    }
}
