package se.samlad.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Gives a guest's new link to who asked for it. A program finds it in the header {@code Link}; a person on the one page that
 * shows it, once: a cookie carries it there.
 *
 * @param cookie its name
 * @param path of the pages to which the cookie is sent
 */
public record NewLink(String cookie, String path) {

    private static final Duration WITHIN = Duration.ofMinutes(5);

    /**
     * Makes the guest's link, where it has none.
     *
     * @param page the id of the thing on whose page it is shown
     * @param opening the path and the query of the page that opens it, to which the secret is added
     */
    public void give(
            GuestLinks links,
            UUID guest,
            UUID page,
            String opening,
            HttpServletRequest request,
            HttpServletResponse response) {
        links.make(guest).ifPresent(secret -> {
            var link = links.address(request) + opening + "&key=" + secret;
            if (request.getRequestURI().startsWith("/api/"))
                response.addHeader(HttpHeaders.LINK, "<" + link + ">; rel=\"invitation\"");
            else response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, page + "/" + link, WITHIN));
        });
    }

    /** The link that was just made for the page, which is shown this once; empty: none was. @param made the cookie's value; empty: none */
    public String shown(String made, UUID page, HttpServletRequest request, HttpServletResponse response) {
        if (made.isEmpty()) return "";
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
        return made.startsWith(page + "/") ? made.substring(page.toString().length() + 1) : "";
    }

    private String cookie(HttpServletRequest request, String value, Duration age) {
        return ResponseCookie.from(cookie, value)
                .path(path)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(age)
                .build()
                .toString();
    }
}
