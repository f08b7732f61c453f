package se.samlad.web;

import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;

/** Who is asking: the account that signed in or whose token came, in the function it has chosen. */
@Component
public class Asking {

    static final String FUNCTION = "samlad.function";
    private static final String CHOSEN = "Samlad-Function";
    private static final String BEARER = "Bearer ";
    private static final String STILL = "samlad.still";
    private static final String ANONYMOUS = "anonymousUser";
    private final Viewers viewers;
    private final SessionRepository<? extends Session> sessions;

    Asking(Viewers viewers, SessionRepository<? extends Session> sessions) {
        this.viewers = viewers;
        this.sessions = sessions;
    }

    /** @throws WhichFunction where the function that was chosen is not one that the account holds */
    public Viewer viewer(HttpServletRequest request) {
        var account = account();
        if (account.isEmpty()) return viewers.anybody();
        var chosen = chosen(request);
        var found = viewers.find(account.get(), chosen);
        if (found.isEmpty() && chosen != null) throw WhichFunction.notHeld(chosen);
        return found.orElseGet(viewers::anybody);
    }

    /** The signed-in account; empty for the public. */
    public Optional<String> account() {
        return signedIn();
    }

    static Optional<String> signedIn() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null || !signedIn.isAuthenticated() || ANONYMOUS.equals(signedIn.getName())
                ? Optional.empty()
                : Optional.of(signedIn.getName());
    }

    /** The token that a program sent along, if it sent one ({@code Authorization: Bearer …}, RFC 6750). */
    public static Optional<String> token(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.empty()
                : Optional.of(header.substring(BEARER.length()).strip());
    }

    /** @param still whether the token that the request came with is still good */
    public static void stillHas(HttpServletRequest request, BooleanSupplier still) {
        request.setAttribute(STILL, still);
    }

    /**
     * Whether the session goes on under its id, and still acts as the viewer. Asks where sessions are kept: it may have
     * changed since the request began. By its token, for a request that came with one.
     *
     * @param session the id that it had when the request began
     */
    public boolean stillActs(HttpServletRequest request, String session, Viewer viewer) {
        if (request.getAttribute(STILL) instanceof BooleanSupplier still) return still.getAsBoolean();
        var kept = sessions.findById(session);
        if (kept == null || !kept.getId().equals(session) || !isOf(kept, viewer.account())) return false;
        if (request.getHeader(CHOSEN) != null) return true;
        return viewers.find(viewer.account(), kept.getAttribute(FUNCTION))
                .filter(viewer::equals)
                .isPresent();
    }

    private static boolean isOf(Session session, String account) {
        SecurityContext signedIn = session.getAttribute(SPRING_SECURITY_CONTEXT_KEY);
        var who = signedIn == null ? null : signedIn.getAuthentication();
        return who != null && who.getName().equals(account);
    }

    /**
     * Acts in another of the account's functions from now on.
     *
     * @param function its id
     * @throws WhichFunction where the account does not hold it; nothing is changed then
     */
    public void choose(HttpServletRequest request, String function) {
        if (viewers.find(account().orElse(""), function).isEmpty()) throw WhichFunction.notHeld(function);
        request.getSession().setAttribute(FUNCTION, function);
    }

    private static @org.jspecify.annotations.Nullable String chosen(HttpServletRequest request) {
        var header = request.getHeader(CHOSEN);
        if (header != null) return header;
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(FUNCTION);
    }
}
