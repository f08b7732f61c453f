package se.samlad.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;
import se.samlad.journal.Journal;
import se.samlad.journal.Recorded;

/** After a write people see what they wrote: the answer carries how far it reached, and the next page waits for it. */
@Component
public class Seen implements HandlerInterceptor {

    private static final String COOKIE = "seen";
    private static final long SECONDS = 20;
    private static final int LONGEST = 4_000;
    /** One slash and no more, and nothing that browsers leave out or turn into one. */
    private static final Pattern ADDRESS = Pattern.compile("/(?!/)[^\\\\\\p{Cntrl}]*");
    /** What one reader takes for a step in the path and another does not. */
    private static final Pattern TWICE_READ =
            Pattern.compile("//|/\\.{1,2}(?:/|$)|%(?:2[EF]|5C|[01].|7F)", Pattern.CASE_INSENSITIVE);

    private final Journal journal;

    Seen(Journal journal) {
        this.journal = journal;
    }

    /** 303 to a page that will show what was recorded. @param path of ours, with its query */
    public String at(String path, Recorded recorded, HttpServletResponse response) {
        mark(recorded, response);
        return to(path);
    }

    void mark(Recorded recorded, HttpServletResponse response) {
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

    /**
     * The address where it is a page of ours, else the start page: nobody is sent elsewhere by a form or a link.
     *
     * @param address a path with its query, as somebody sent it
     * @return in ASCII, so that nobody reads it as another
     */
    public static String local(@Nullable String address) {
        return address == null ? "/" : parsed(address).orElse("/");
    }

    static boolean isLocal(String address) {
        return parsed(address).isPresent();
    }

    private static Optional<String> parsed(String address) {
        if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) return Optional.empty();
        try {
            var uri = new URI(encoded(address));
            boolean plain = uri.getScheme() == null && uri.getRawAuthority() == null && !uri.isOpaque();
            return plain && !TWICE_READ.matcher(uri.getRawPath()).find()
                    ? Optional.of(uri.toString())
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** What browsers send as it is, and the grammar of addresses has not. */
    private static String encoded(String address) {
        var encoded = new StringBuilder(address.length());
        for (byte each : address.getBytes(StandardCharsets.UTF_8)) {
            if (each > 0 && " \"<>[]^`{|}".indexOf(each) < 0) encoded.append((char) each);
            else encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
        return encoded.toString();
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
