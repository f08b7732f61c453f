package se.samlad.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
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
import java.util.regex.Pattern;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what was sent before any other part does: bodies to the API whole, whatever their content type, so that a
 * digest can be made; forms and queries as parameters. Parameters that are wrongly encoded, unreadable or too many are
 * refused here, because the server would throw at every later access. The size of bodies is limited before this filter.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Bodies extends OncePerRequestFilter {

    private static final String BODY = "samlad.body";
    private static final Pattern FILE = Pattern.compile("(/api)?/papers/[^/]+");
    /** Files lie on the disk; the edge bounds them. */
    private static final MultipartConfigElement FILES =
            new MultipartConfigElement(System.getProperty("java.io.tmpdir"), -1, -1, 0);

    private static final int BAD_REQUEST = 400;
    private static final int TOO_LARGE = 413;
    private final Errors errors;

    Bodies(Errors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean file = isFile(request);
        if (file) request.setAttribute(ServletContextRequest.MULTIPART_CONFIG_ELEMENT, FILES);
        var read = !file && isSentToTheApi(request) ? inMemory(request) : request;
        try {
            request.getParameterMap();
        } catch (RuntimeException e) {
            if (!(e instanceof HttpException)) throw e;
            errors.unreadableForm(new AsGet(request, ""), response, isTooMuch(e) ? TOO_LARGE : BAD_REQUEST);
            return;
        }
        chain.doFilter(read, response);
    }

    /** A form with a file, where one is taken. */
    private static boolean isFile(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && request.getMethod().equals("POST")
                && FILE.matcher(request.getRequestURI()).matches();
    }

    private static boolean isSentToTheApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/")
                && !request.getMethod().equals("GET");
    }

    private static HttpServletRequest inMemory(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        request.setAttribute(BODY, body);
        return new Again(request, body);
    }

    private static boolean isTooMuch(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause())
            if (cause instanceof HttpException said && said.getCode() == TOO_LARGE) return true;
        return false;
    }

    /**
     * SHA-256 of method, path and what was sent, in hex. Excludes the key itself and the fields of {@link
     * FormKey#BESIDE}.
     */
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
