package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body over the limit is refused when the limit is reached, whatever length was announced. */
class TooMuchTest {

    private static final int MB = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"/api/incidents,true", "/api/incidents,false", "/api/watch/smhi,true", "/api/watch/smhi,false"})
    void aBodyOf100MbIsRefused(String path, boolean announced) throws IOException {
        long before = Running.server().position();
        var answer = answered(path, announced);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
        assertThat(Running.server().position()).isEqualTo(before);
    }

    /** Written by hand, so that what has been sent when the answer comes is ours to decide. */
    private static String answered(String path, boolean announced) throws IOException {
        var url = URI.create(Running.server().url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: " + url.getAuthority()
                            + "\r\nAuthorization: Bearer demo-lst.tib\r\nContent-Type: application/json\r\n"
                            + (announced ? "Content-Length: " + 100 * MB : "Transfer-Encoding: chunked") + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (!announced) stream(out);
            return headOf(socket.getInputStream()).toLowerCase(Locale.ROOT).replace("http/", "HTTP/");
        }
    }

    /** Until the server has had enough and closes its side. */
    private static void stream(java.io.OutputStream out) {
        var chunk = " ".repeat(MB).getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < 21; i++) {
                out.write((Integer.toHexString(MB) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
        } catch (IOException closed) {
            assertThat(closed).hasMessageMatching("(?i).*(reset|pipe|aborted).*");
        }
    }

    private static String headOf(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int next = in.read(); next >= 0 && head.indexOf("\r\n\r\n") < 0; next = in.read())
            head.append((char) next);
        return head.toString();
    }
}
