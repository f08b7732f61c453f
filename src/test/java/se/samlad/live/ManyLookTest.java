package se.samlad.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Listening;
import se.samlad.scenes.Running;

/** Five hundred browsers on one incident: the cost of a change to render and to send (DESIGN §5). */
class ManyLookTest {

    private static final List<String> ACCOUNTS = List.of("taby.tib", "nacka.tib", "solna.tib", "huddinge.tib");
    private static final List<String> LANGUAGES = List.of("sv", "en");
    private static final int BROWSERS = 500;
    private static final int MOST_BYTES = 2_048;

    /** A page's stream, read byte by byte. */
    private static final class Browser implements AutoCloseable {
        private final Socket socket;
        private final BufferedInputStream in;

        Browser(String account, String language, String address) throws IOException {
            var server = URI.create(Running.server().url());
            socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
            socket.setSoTimeout(30_000);
            in = new BufferedInputStream(socket.getInputStream());
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nCookie: language=" + language
                                    + "\r\nAuthorization: Bearer demo-" + account + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            until("event: hello");
        }

        /** The number of bytes received, up to the end of the event with the text. */
        int until(String text) throws IOException {
            var read = new ByteArrayOutputStream();
            var wanted = text.getBytes(StandardCharsets.UTF_8);
            int matched = 0;
            while (matched < wanted.length) {
                int b = in.read();
                if (b < 0) throw new IOException("the stream ended: " + read.toString(StandardCharsets.UTF_8));
                read.write(b);
                matched = (byte) b == wanted[matched] ? matched + 1 : (byte) b == wanted[0] ? 1 : 0;
            }
            for (int breaks = 0; breaks < 2; ) {
                int b = in.read();
                if (b < 0) throw new IOException("the stream ended in an event");
                read.write(b);
                breaks = b == '\n' ? breaks + 1 : b == '\r' ? breaks : 0;
            }
            return read.size();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private final UUID incident = Running.as("lst.tib")
            .post("/api/incidents", "{\"title\":\"Femhundra ser på\"}")
            .expect(201)
            .id();

    private void note(String text) {
        Running.as("sodertalje.tib")
                .post("/api/incidents/" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"" + text + "\"}")
                .expect(201);
    }

    /** The panels of the incident's page that are rendered by class. */
    private String address() {
        var page = Running.as("taby.tib").page("/incidents/" + incident).expect(200);
        var panels = Running.server().part(Panels.class);
        var shared = new ArrayList<String>();
        for (var part :
                Listening.address(page.body()).substring("/live?".length()).split("&")) {
            var name = part.substring("p=".length(), part.indexOf(':'));
            if (panels.panel(name).scope() == Panel.Scope.CLASS) shared.add(part);
        }
        assertThat(shared).hasSizeGreaterThan(2);
        return "/live?" + String.join("&", shared);
    }

    /** The renderings that a note costs with so many readers, and the most bytes that it costs one of them. */
    private long[] cost(int browsers, String text) throws Exception {
        var open = new ArrayList<Browser>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var address = address();
            for (int i = 0; i < browsers; i++)
                open.add(new Browser(
                        ACCOUNTS.get(i % ACCOUNTS.size()),
                        LANGUAGES.get(i / ACCOUNTS.size() % LANGUAGES.size()),
                        address));
            note("de lyssnar " + text);
            for (var browser : open) browser.until("de lyssnar " + text);
            long before = Running.server().part(Panels.class).renders();
            note(text);
            var read = new ArrayList<Future<Integer>>();
            for (var browser : open) read.add(threads.submit(() -> browser.until(text)));
            long most = 0;
            for (var bytes : read) most = Math.max(most, bytes.get());
            return new long[] {Running.server().part(Panels.class).renders() - before, most};
        } finally {
            for (var browser : open) browser.close();
        }
    }

    @Test
    void aChangeIsRenderedOnceForEachClassAndLanguageHoweverManyLook() throws Exception {
        int eachOnce = ACCOUNTS.size() * LANGUAGES.size();
        long few = cost(eachOnce, "för några få")[0];
        var many = cost(BROWSERS, "för femhundra");
        assertThat(many[0]).isEqualTo(few).isPositive();
        assertThat(many[1]).as("bytes").isLessThan(MOST_BYTES);
    }
}
