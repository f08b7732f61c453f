package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;
import se.samlad.journal.Journal;
import se.samlad.journal.Recorded;

/** After a write people see what they wrote: the answer carries how far it reached, and the next page waits for it. */
@Component
public class Seen implements HandlerInterceptor {

    private static final String COOKIE = "seen";
    private static final long SECONDS = 20;
    private final Journal journal;

    Seen(Journal journal) {
        this.journal = journal;
    }

    /** 303 to a page that will show what was recorded. @param path of ours, with its query */
    public String at(String path, Recorded recorded, HttpServletResponse response) {
        var cursor = journal.cursors().of(recorded.position());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, cursor)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(SECONDS)
                        .build()
                        .toString());
        return to(path);
    }

    /** The path where it is one of ours, else the start page: nobody is sent elsewhere by a form. */
    public static String local(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\") ? path : "/";
    }

    /** 303 to a page. */
    public static String to(String path) {
        return "seen:" + path;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) return true;
        OptionalLong position = journal.cursors().position(cookie.getValue());
        position.ifPresent(journal::await);
        return true;
    }
}
