package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import se.samlad.Awaited;

/** Samlad ends TLS itself: HTTP/2 for a browser's many live pages, with the limits of the edge, and renewal without a stop. */
class TlsTest {

    private static final int TABS = 12;

    @TempDir
    static Path folder;

    private static Pair first;
    private static Pair second;
    private static String database;
    private static Running server;
    private static SSLContext trust;

    /** One connection for an account: all of its streams must be in it. */
    @BeforeAll
    static void start() throws Exception {
        first = Pair.made(folder);
        second = Pair.made(folder);
        trust = Pair.trust(first, second);
        database = Ground.here().database();
        var settings = Map.of(
                "samlad.data",
                "",
                "samlad.tls.cert",
                first.certificateIn(folder.resolve("cert.pem")).toString(),
                "samlad.tls.key",
                first.keyIn(folder.resolve("key.pem")).toString(),
                "samlad.connections-an-account",
                "1",
                "samlad.streams-an-account",
                String.valueOf(TABS));
        server = Running.apart(database, settings);
    }

    @AfterAll
    static void stop() {
        server.close();
        Ground.here().drop(database);
    }

    private static int port() {
        return URI.create(server.url()).getPort();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port() + path))
                .timeout(Awaited.PATIENCE);
    }

    private static HttpRequest.Builder by(String account, String path) {
        return request(path).header("Authorization", "Bearer demo-" + account);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().sslContext(trust).build();
    }

    private static HttpRequest post(String account, String path, String json) {
        return by(account, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private static String name(HttpResponse<?> answer, String header) {
        return String.join(" ", answer.headers().allValues(header));
    }

    @Test
    void cookiesAreSecureAndBrowsersAreToldToStayWithTls() throws Exception {
        for (var version : List.of(Version.HTTP_2, Version.HTTP_1_1)) {
            try (var http =
                    HttpClient.newBuilder().sslContext(trust).version(version).build()) {
                var page = http.send(request("/language/en").build(), BodyHandlers.ofString());
                assertThat(page.version()).isEqualTo(version);
                assertThat(name(page, "Set-Cookie")).contains("Secure");
                assertThat(name(page, "Strict-Transport-Security")).contains("max-age=");
                var signedIn = http.send(
                        request("/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", "https://localhost:" + port())
                                .POST(BodyPublishers.ofString("account=lst.tib&password=samlad&to=/"))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(signedIn.statusCode()).isEqualTo(302);
                assertThat(name(signedIn, "Location")).doesNotContain("wrong");
                assertThat(signedIn.headers().allValues("Set-Cookie"))
                        .anyMatch(cookie -> cookie.startsWith("samlad="))
                        .allMatch(cookie -> cookie.contains("Secure"));
            }
        }
    }

    /** With six connections a host, as HTTP/1.1 has them, the seventh page would hang. */
    @Test
    void aDozenLivePagesShareOneConnection() throws Exception {
        try (var http = client()) {
            var made = http.send(post("lst.tib", "/api/incidents", "{\"title\":\"Tolv\"}"), BodyHandlers.ofString());
            var incident = made.body().replaceAll(".*\"id\"\\s*:\\s*\"([0-9a-f-]+)\".*", "$1");
            var live = "/api/live?incident=" + incident;
            var tabs = new ArrayList<HttpResponse<Stream<String>>>();
            for (int tab = 0; tab < TABS; tab++) {
                tabs.add(http.send(by("lst.tib", live).build(), BodyHandlers.ofLines()));
                assertThat(tabs.getLast().statusCode()).isEqualTo(200);
                assertThat(tabs.getLast().version()).isEqualTo(Version.HTTP_2);
            }
            assertThat(http.send(by("lst.tib", live).build(), BodyHandlers.ofString())
                            .statusCode())
                    .as("one more than an account may have")
                    .isEqualTo(429);
            http.send(
                    post("lst.tib", "/api/incidents/" + incident + "/notes", "{\"kind\":\"NOTE\",\"text\":\"Alla\"}"),
                    BodyHandlers.ofString());
            for (var tab : tabs) {
                assertThat(tab.body().filter(line -> line.contains("Alla")).findFirst())
                        .isPresent();
            }
            http.shutdownNow();
        }
    }

    @Test
    void halfSentFormsOnOneConnectionStopNobody() throws Exception {
        try (var one = new Frames(trust, port())) {
            int forms = 40;
            for (int i = 0; i < forms; i++)
                one.ask(1 + 2 * i, false, "POST", "/sign-in", "content-length", "100", "sec-fetch-site", "same-origin");
            one.ask(1 + 2 * forms, true, "GET", "/health");
            one.flush();
            int tooMany = 0;
            while (true) {
                var head = one.next(Frames.HEADERS);
                int status = one.status(head);
                if (head.stream() == 1 + 2 * forms) {
                    assertThat(status).isEqualTo(200);
                    break;
                }
                assertThat(status).isEqualTo(429);
                tooMany++;
            }
            assertThat(tooMany)
                    .as("beyond the 32 that strangers at one address may have arriving")
                    .isEqualTo(8);
        }
    }

    /** The rest of a body that is refused is not read. */
    @Test
    void aBodyThatIsTooLargeEndsItsStreamAndNotTheConnection() throws Exception {
        try (var one = new Frames(trust, port())) {
            var token = new String[] {"authorization", "Bearer demo-taby.tib", "content-type", "application/json"};
            one.ask(
                    1,
                    false,
                    "POST",
                    "/api/incidents",
                    Stream.concat(Stream.of(token), Stream.of("content-length", "2000000"))
                            .toArray(String[]::new));
            one.flush();
            assertThat(one.status(one.next(Frames.HEADERS))).isEqualTo(413);
            assertThat(one.next(Frames.RESET).stream()).isEqualTo(1);
            one.ask(3, true, "GET", "/health");
            one.flush();
            assertThat(one.status(one.next(Frames.HEADERS))).isEqualTo(200);
        }
    }

    /** CVE-2023-44487: asked and taken back at once, as fast as it goes. */
    @Test
    void aFloodOfStreamsThatAreResetEndsItsConnection() throws Exception {
        try (var flood = new Frames(trust, port())) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            flood.ask(1 + 2 * i, true, "GET", "/public");
                            flood.reset(1 + 2 * i);
                            flood.flush();
                        }
                        var last = flood.next(Frames.GO_AWAY);
                        throw new EOFException(
                                "told to go: " + ByteBuffer.wrap(last.payload()).getInt(4));
                    })
                    .isInstanceOf(IOException.class)
                    .as("closed, and not only silent")
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
        try (var http = client()) {
            assertThat(http.send(request("/health").build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static byte[] shown(String protocol) {
        try (var socket =
                (SSLSocket) Pair.trust(first, second).getSocketFactory().createSocket("127.0.0.1", port())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0].getEncoded();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aPairThatCannotBeUsedIsSaidBeforeAnythingIsStarted() throws Exception {
        var none = folder.resolve("none.pem").toString();
        var key = first.keyIn(folder.resolve("other.pem")).toString();
        var data = folder.resolve("data");
        var missing = Node.java(List.of("--data", data.toString(), "--tls-cert", none, "--tls-key", key));
        assertThat(missing.inputReader().lines())
                .containsExactly("Samlad could not start: there is no certificate " + none);
        assertThat(missing.waitFor()).isEqualTo(1);
        assertThat(data).doesNotExist();
        var half = Node.java(List.of("--tls-cert", none));
        assertThat(half.inputReader().lines()).containsExactly("--tls-cert and --tls-key belong together; see --help");
        assertThat(half.waitFor()).isEqualTo(2);
    }

    @Test
    void aRenewedPairIsUsedAndABrokenOneIsNot() throws Exception {
        var log = (Logger) LoggerFactory.getLogger("se.samlad.Tls");
        var lines = new LinkedBlockingQueue<String>();
        var said = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent line) {
                lines.add(line.getFormattedMessage());
            }
        };
        said.start();
        log.addAppender(said);
        try {
            assertThat(shown("TLSv1.2")).isEqualTo(first.certificate().getEncoded());
            Files.writeString(folder.resolve("cert.pem"), "half a certifi");
            assertThat(lines.take())
                    .startsWith("the certificate has changed, but the one before stays in use: there is no");
            assertThat(shown("TLSv1.3")).isEqualTo(first.certificate().getEncoded());
            assertThat(lines).isEmpty();

            second.certificateIn(folder.resolve("cert.pem"));
            second.keyIn(folder.resolve("key.pem"));
            var renewed = second.certificate().getEncoded();
            // a look between the two files may find a pair that does not belong together, and says so
            var line = lines.take();
            while (!line.endsWith("has changed and is used from now on")) line = lines.take();
            assertThat(shown("TLSv1.3")).isEqualTo(renewed);
        } finally {
            log.detachAppender(said);
        }
    }
}
