package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;

/** Who is asking: the account that signed in or whose token came, in the function it has chosen. */
@Component
public class Asking {

    static final String FUNCTION = "samlad.function";
    private static final String ANONYMOUS = "anonymousUser";
    private final Viewers viewers;

    Asking(Viewers viewers) {
        this.viewers = viewers;
    }

    public Viewer viewer(HttpServletRequest request) {
        return account()
                .flatMap(account -> viewers.find(account, chosen(request)))
                .orElseGet(viewers::anybody);
    }

    /** The signed-in account; empty for the public. */
    public Optional<String> account() {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn == null || !signedIn.isAuthenticated() || ANONYMOUS.equals(signedIn.getName())
                ? Optional.empty()
                : Optional.of(signedIn.getName());
    }

    /** Acts in another of the account's functions from now on. @param function its id; what it may not is ignored */
    public void choose(HttpServletRequest request, String function) {
        request.getSession().setAttribute(FUNCTION, function);
    }

    private static @org.jspecify.annotations.Nullable String chosen(HttpServletRequest request) {
        var header = request.getHeader("Samlad-Function");
        if (header != null) return header;
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(FUNCTION);
    }
}
