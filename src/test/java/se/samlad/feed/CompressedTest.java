package se.samlad.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.warning.Bodies;
import se.samlad.warning.Read.Unreadable;
import se.samlad.warning.SmhiReader;

/** A feed that compresses whatever it was asked for. */
class CompressedTest {

    private static final int MOST = 1_000_000;
    private static final Fetch.Limits PATIENT = new Fetch.Limits(Duration.ofSeconds(30), Duration.ofSeconds(60), MOST);

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** @param declared empty: nothing is declared */
    private byte[] fetched(String declared, byte[] body) throws Fetch.Failed, InterruptedException {
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.addAll(exchange.getRequestHeaders().get("Accept-Encoding"));
                if (!declared.isEmpty()) exchange.getResponseHeaders().add("Content-Encoding", declared);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        try (var fetch = new Fetch(PATIENT)) {
            return fetch.get("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        }
    }

    private static byte[] gzipped(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "identity, gzip"})
    void itIsAskedForAsItIsAndInflatedAllTheSame(String declared) throws Exception {
        assertThat(fetched(declared, gzipped(Bodies.real(Bodies.V2)))).isEqualTo(Bodies.real(Bodies.V2));
        assertThat(asked).containsExactly("identity");
    }

    @Test
    void whatInflatesWithoutEndIsNotTaken() {
        refused("gzip", gzipped(new byte[50 * MOST]), "feed.poll.too-large");
        server.removeContext("/");
        refused("gzip", gzipped(new byte[MOST + 1]), "feed.poll.too-large");
    }

    @Test
    void whatCannotBeInflatedSaysWhatItWas() {
        var whole = gzipped(Bodies.real(Bodies.V2));
        for (var each : List.of(Arrays.copyOf(whole, whole.length / 2), Bodies.real(Bodies.V2))) {
            refused("gzip", each, "feed.poll.damaged", "gzip");
            server.removeContext("/");
        }
        refused("br", whole, "feed.poll.encoding", "br");
        server.removeContext("/");
        refused("gzip, gzip", whole, "feed.poll.encoding", "gzip, gzip");
    }

    /** Handed in, or not declared: its encoding is not blamed. */
    @Test
    void whatIsCompressedAndDoesNotSaySoIsNamed() throws Exception {
        var body = fetched("", gzipped(Bodies.real(Bodies.V2)));
        assertThatThrownBy(() -> new SmhiReader().read(body))
                .isInstanceOfSatisfying(
                        Unreadable.class, no -> assertThat(no.key()).isEqualTo("feed.unreadable.compressed"));
    }

    private void refused(String declared, byte[] body, String key, Object... details) {
        assertThatThrownBy(() -> fetched(declared, body)).isInstanceOfSatisfying(Fetch.Failed.class, no -> {
            assertThat(no.key()).isEqualTo(key);
            assertThat(no.details()).isEqualTo(details);
        });
    }
}
