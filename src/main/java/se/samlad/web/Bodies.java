package se.samlad.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the API's bodies up to a bound, once, so that a digest can be made of them; refuses larger ones with 413. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class Bodies extends OncePerRequestFilter {

    private static final int LIMIT = 1024 * 1024;
    private static final int FEED_LIMIT = 20 * 1024 * 1024;
    private static final String BODY = "samlad.body";
    private final Errors errors;

    Bodies(Errors errors) {
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/")
                || request.getMethod().equals("GET");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = request.getRequestURI().startsWith("/api/watch/") ? FEED_LIMIT : LIMIT;
        if (request.getContentLengthLong() > limit) {
            errors.tooLarge(request, response, limit);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            errors.tooLarge(request, response, limit);
            return;
        }
        request.setAttribute(BODY, body);
        chain.doFilter(new Again(request, body), response);
    }

    /** SHA-256 of the path and what was sent to it, in hex; the key itself and where the form stood left out. */
    static String digest(HttpServletRequest request) {
        var sha = sha256();
        sha.update((request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
        if (request.getAttribute(BODY) instanceof byte[] body) {
            sha.update(body);
        } else {
            var fields = new TreeMap<>(request.getParameterMap());
            fields.keySet().removeAll(FormKey.BESIDE);
            fields.forEach((name, values) ->
                    sha.update((name + "=" + String.join("\n", values) + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Again extends HttpServletRequestWrapper {
        private final byte[] body;

        Again(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("the body is here already");
                }

                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] to, int from, int length) {
                    return bytes.read(to, from, length);
                }
            };
        }
    }
}
