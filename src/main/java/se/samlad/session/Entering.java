package se.samlad.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import se.samlad.credential.Accounts;
import se.samlad.credential.SignIns;
import se.samlad.credential.SignIns.How;
import se.samlad.live.Streams;
import se.samlad.web.Asking;
import se.samlad.web.Proved;
import se.samlad.web.WhichFunction;

/** Opens sessions for people who have proved who they are, and remembers when they last did. */
@Component
public class Entering {

    /** Cookie with the account that signed in last in this browser. */
    public static final String ACCOUNT = "account";
    /** How long a proof counts for what is grave. */
    static final Duration LATELY = Duration.ofMinutes(30);

    /** Cookie with the account and the function that it chose last on this device. */
    private static final String LAST = "acting";

    private static final String PROVED = "samlad.proved";
    private static final Duration YEAR = Duration.ofDays(365);

    private final Accounts accounts;
    private final SignIns signIns;
    private final Open open;
    private final Asking asking;
    private final Clock clock;

    /** Sessions, and the streams that are open in them. */
    @Component
    record Open(RememberedSessions<Session> sessions, Streams streams) {
        void end(String session) {
            sessions.deleteById(session);
            streams.sessionChanged(session);
        }
    }

    Entering(Accounts accounts, SignIns signIns, Open open, Asking asking, Clock clock) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.open = open;
        this.asking = asking;
        this.clock = clock;
    }

    /**
     * Signs the account in, under a fresh session id; whatever was open in the old one ends.
     *
     * @throws DisabledException where the account is disabled
     */
    public void enter(HttpServletRequest request, HttpServletResponse response, String account, How how) {
        var user = accounts.loadUserByUsername(account);
        if (!user.isEnabled()) throw new DisabledException("disabled");
        var before = request.getRequestedSessionId();
        var opened = request.getSession();
        // nothing of whoever was signed in here before stays
        Collections.list(opened.getAttributeNames()).forEach(opened::removeAttribute);
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(user.getUsername(), null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        var session = request.getSession();
        session.setAttribute(PROVED, clock.millis());
        signIns.began(user.getUsername(), session.getId(), how, request.getHeader(HttpHeaders.USER_AGENT));
        cookie(request, response, ACCOUNT, user.getUsername(), null);
        actAsLast(request, user.getUsername());
        if (before != null) open.streams().sessionChanged(before);
    }

    /** Ends a session, with its streams, on all nodes. */
    public void end(String session) {
        open.end(session);
    }

    /** The person has proved again who it is. */
    public void proved(HttpServletRequest request) {
        request.getSession().setAttribute(PROVED, clock.millis());
    }

    /** For the acts of the request. */
    public Proved proof(HttpServletRequest request) {
        return () -> {
            if (Asking.token(request).isEmpty() && !isLately(request)) throw new Proved.ProveAgain();
        };
    }

    /** Whether whoever is signed in to the request's session proved not long ago who it is. */
    public boolean isLately(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(PROVED) instanceof Long at
                && Instant.ofEpochMilli(at).plus(LATELY).isAfter(clock.instant());
    }

    /** Remembers on this device what the account acts as. */
    public void remember(HttpServletRequest request, HttpServletResponse response, String function) {
        asking.account().ifPresent(account -> cookie(request, response, LAST, account + ":" + function, YEAR));
    }

    /** A function that the account no longer holds is passed over. */
    private void actAsLast(HttpServletRequest request, String account) {
        var last = Optional.ofNullable(WebUtils.getCookie(request, LAST))
                .map(Cookie::getValue)
                .filter(value -> value.startsWith(account + ":"));
        try {
            last.ifPresent(value -> asking.choose(request, value.substring(account.length() + 1)));
        } catch (WhichFunction no) {
            request.getSession().removeAttribute(LAST);
        }
    }

    private static void cookie(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            @org.jspecify.annotations.Nullable Duration age) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
        if (age != null) cookie.maxAge(age);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
