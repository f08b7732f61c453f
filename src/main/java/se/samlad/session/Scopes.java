package se.samlad.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import se.samlad.credential.ApiTokens.Scope;
import se.samlad.credential.ApiTokens.Token;

/** What each scope of a token lets a program ask for. What its function may not, no scope gives. */
final class Scopes {

    /** Addresses of a person's own sign-in: no program changes that, whatever its token. */
    private static final String PERSON = "/me/";

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern FEED = Pattern.compile("/api/watch/[a-z]+");
    private static final Pattern REPORT = Pattern.compile("/api/incidents(?:/[0-9a-f-]{36}/(?:reports|notes|relays))?");
    private static final Pattern VERIFY = Pattern.compile("/api/journal/(?:checkpoint|proof/[a-z]+)");

    private Scopes() {}

    static boolean allows(Token token, HttpServletRequest request) {
        var path = request.getRequestURI();
        boolean reads = READING.contains(request.getMethod());
        if (!reads && path.startsWith(PERSON)) return false;
        if (token.scopes() == null) return true;
        if (VERIFY.matcher(path).matches()) return token.may(Scope.VERIFY);
        if (reads) return path.startsWith("/api/") && (token.may(Scope.READ) || path.equals("/api/openapi.json"));
        if (!request.getMethod().equals("POST")) return false;
        return FEED.matcher(path).matches() && token.may(Scope.FEED)
                || REPORT.matcher(path).matches() && token.may(Scope.REPORT);
    }
}
