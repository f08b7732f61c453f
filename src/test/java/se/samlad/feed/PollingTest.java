package se.samlad.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.feed.Conditions.Condition;
import se.samlad.feed.FeedFact.Way;
import se.samlad.journal.Refused;
import se.samlad.warning.Bodies;
import se.samlad.warning.Read.Unreadable;
import se.samlad.warning.SmhiReader;

class PollingTest {

    private static final int MOST = 1_000_000;

    /** A generous limit, so that a slow machine fails no test. */
    private static final Fetch.Limits PATIENT = new Fetch.Limits(Duration.ofSeconds(30), Duration.ofSeconds(60), MOST);

    private static final Fetch.Limits HASTY = new Fetch.Limits(Duration.ofSeconds(30), Duration.ofMillis(100), MOST);

    private final Conditions conditions = new Conditions(Clock.fixed(Given.START, ZoneOffset.UTC));
    private final List<byte[]> taken = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answers(String path, int status, byte[] body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private void does(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            } catch (IOException e) {
                // the client has hung up, as it should
            }
        });
    }

    private Condition polled(String address, Fetch.Limits limits) throws InterruptedException {
        try (var fetch = new Fetch(limits)) {
            var feed = new Polling.Feed("smhi", Way.POLLED, address, Duration.ofDays(1));
            new Polling(feed, fetch, this::take, conditions).once();
        }
        return conditions.all().getFirst();
    }

    /** Like the service: reads, and reports what was left out. */
    private void take(byte[] body) {
        try {
            var read = new SmhiReader().read(body);
            taken.add(body);
            conditions.worked("smhi", Way.POLLED, read.skipped());
        } catch (Unreadable e) {
            throw new Refused(e.key());
        }
    }

    private static String problem(Condition condition) {
        var problem = condition.problem();
        return problem == null ? "" : problem.key();
    }

    @Test
    void whatIsThereIsTaken() throws InterruptedException {
        answers("/", 200, Bodies.real(Bodies.V2));
        var now = polled(address("/"), PATIENT);
        assertThat(taken).containsExactly(Bodies.real(Bodies.V2));
        assertThat(problem(now)).isEmpty();
        assertThat(now.lastOk()).isEqualTo(Given.START);
    }

    @Test
    void whereNobodyAnswersIsSaidAndTheAgeStays() throws Exception {
        answers("/", 200, Bodies.real(Bodies.V2));
        polled(address("/"), PATIENT);
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        var now = polled("http://127.0.0.1:" + closed + "/", PATIENT);
        assertThat(problem(now)).isEqualTo("feed.poll.unreachable");
        assertThat(now.lastOk()).isEqualTo(Given.START);
        assertThat(taken).hasSize(1);
    }

    @Test
    void whoNeverBeginsToAnswerIsCutOff() throws InterruptedException {
        does("/", exchange -> waits());
        assertThat(problem(polled(address("/"), HASTY))).isEqualTo("feed.poll.slow");
    }

    @Test
    void aDripIsCutOffByTotalTime() throws InterruptedException {
        does("/", exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            waits();
        });
        assertThat(problem(polled(address("/"), HASTY))).isEqualTo("feed.poll.slow");
        assertThat(taken).isEmpty();
    }

    private void waits() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anEndlessAnswerIsCutOffBySize() throws InterruptedException {
        does("/", PollingTest::pourEndlessly);
        assertThat(problem(polled(address("/"), PATIENT))).isEqualTo("feed.poll.too-large");
        assertThat(taken).isEmpty();
    }

    private static void pourEndlessly(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        var blanks = " ".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
        while (true) exchange.getResponseBody().write(blanks);
    }

    @Test
    void exactlyTheMostIsTaken() throws InterruptedException {
        var body = "{\"alert\":[]" + " ".repeat(MOST - 12) + "}";
        answers("/", 200, body.getBytes(StandardCharsets.US_ASCII));
        assertThat(problem(polled(address("/"), PATIENT))).isEmpty();
        assertThat(taken).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>Inloggning</body></html>", "{\"alert\":[{", "", "null", "[1,2"})
    void whatIsNoFeedIsSaidAndNothingTaken(String body) throws InterruptedException {
        answers("/", 200, body.getBytes(StandardCharsets.UTF_8));
        assertThat(problem(polled(address("/"), PATIENT))).startsWith("feed.unreadable.");
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304, 401, 404, 500, 503})
    void anotherStatusIsSaid(int status) throws InterruptedException {
        answers("/", status, new byte[0]);
        var now = polled(address("/"), PATIENT);
        assertThat(now.problem()).isEqualTo(new Conditions.Problem("feed.poll.status", List.of(status)));
    }

    @Test
    void aRedirectToAnotherPageIsFollowed() throws InterruptedException {
        answers("/new", 200, Bodies.real(Bodies.V2));
        redirects("/old", address("/new"));
        assertThat(problem(polled(address("/old"), PATIENT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "jar:file:///a.jar!/b", "ftp://127.0.0.1/", "/round"})
    void aRedirectElsewhereIsNot(String to) throws InterruptedException {
        redirects("/round", to.startsWith("/") ? address(to) : to);
        var now = polled(address("/round"), PATIENT);
        assertThat(problem(now)).startsWith("feed.poll.");
        assertThat(taken).isEmpty();
    }

    private void redirects(String from, String to) {
        does(from, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/hostname", "ftp://a/", "smhi", "http://", "http:// a", "javascript:0"})
    void onlyHttpIsAskedAtAll(String address) throws InterruptedException {
        assertThat(problem(polled(address, PATIENT))).isEqualTo("feed.poll.address");
    }

    @Test
    void whatCanNotBeRecordedIsTriedAgainLater() throws InterruptedException {
        answers("/", 200, Bodies.real(Bodies.V2));
        try (var fetch = new Fetch(PATIENT)) {
            var feed = new Polling.Feed("smhi", Way.POLLED, address("/"), Duration.ofDays(1));
            new Polling(
                            feed,
                            fetch,
                            body -> {
                                throw new IllegalStateException("no database");
                            },
                            conditions)
                    .once();
        }
        assertThat(problem(conditions.all().getFirst())).isEqualTo("feed.poll.not-recorded");
    }

    @Test
    void anotherTryThatWorksClearsTheProblem() throws InterruptedException {
        polled("smhi", PATIENT);
        answers("/", 200, Bodies.real(Bodies.V2));
        assertThat(problem(polled(address("/"), PATIENT))).isEmpty();
    }

    @Test
    void withoutAnAddressNothingStarts() {
        var feed = new Polling.Feed("smhi", Way.POLLED, " ", Duration.ofDays(1));
        var polling = new Polling(feed, new Fetch(PATIENT), this::take, conditions);
        polling.start();
        assertThat(polling.isRunning()).isFalse();
        assertThat(conditions.all()).isEmpty();
        polling.stop();
    }

    @Test
    void itFetchesAgainAndAgainUntilItIsStopped() throws InterruptedException {
        var asked = new CountDownLatch(3);
        does("/", exchange -> {
            asked.countDown();
            exchange.sendResponseHeaders(500, -1);
        });
        var feed = new Polling.Feed("smhi", Way.POLLED, address("/"), Duration.ofMillis(1));
        var polling = new Polling(feed, new Fetch(PATIENT), this::take, conditions);
        polling.start();
        asked.await();
        polling.stop();
        assertThat(polling.isRunning()).isFalse();
    }
}
