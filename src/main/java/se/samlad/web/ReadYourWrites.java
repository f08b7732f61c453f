package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;
import se.samlad.journal.Journal;
import se.samlad.journal.Recorded;

/**
 * Read-your-writes: whoever has recorded something sees it on the next page, whichever node serves that page.
 *
 * <p>On the node that recorded it this holds already, for {@link Journal#record} answers when that node's views have it. For
 * other nodes the answer to a form sets a cookie with the cursor of what was recorded, and each request that brings the cookie
 * first waits, up to a second, until its node's views have that cursor.
 */
@Component
class ReadYourWrites implements HandlerInterceptor {

    private static final String COOKIE = "seen";
    private static final long SECONDS = 20;

    private final Journal journal;

    ReadYourWrites(Journal journal) {
        this.journal = journal;
    }

    /** Makes the browser's next requests wait for the recorded entry. */
    void remember(Recorded recorded, HttpServletResponse response) {
        var cursor = journal.cursors().of(recorded.position());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, cursor)
                        .path("/")
                        .httpOnly(true)
                        .secure(isSecure())
                        .sameSite("Lax")
                        .maxAge(SECONDS)
                        .build()
                        .toString());
    }

    private static boolean isSecure() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                && asked.getRequest().isSecure();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) journal.cursors().position(cookie.getValue()).ifPresent(journal::await);
        return true;
    }
}
