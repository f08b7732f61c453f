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

/** The caller: the account that signed in or whose token was sent, in the function that it has chosen. */
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

    /** @throws WhichFunction if the account does not hold the chosen function */
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

    /** The token that a program sent ({@code Authorization: Bearer …}, RFC 6750), if any. */
    public static Optional<String> token(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.empty()
                : Optional.of(header.substring(BEARER.length()).strip());
    }

    /** @param still whether the token of the request is still valid */
    public static void stillHas(HttpServletRequest request, BooleanSupplier still) {
        request.setAttribute(STILL, still);
    }

    /**
     * Whether the session still exists under its id and still acts as the viewer. Reads the session's store, because
     * the session may have changed since the request began. A request with a token is checked by its token.
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
     * Switches to another of the account's functions.
     *
     * @param function its id
     * @throws WhichFunction if the account does not hold it; nothing is changed then
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
