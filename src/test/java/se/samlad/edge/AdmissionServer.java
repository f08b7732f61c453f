package se.samlad.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.LocalConnector.LocalEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import se.samlad.Awaited;
import se.samlad.scenes.Running;
import se.samlad.web.Languages;
import se.samlad.web.Proxies;
import se.samlad.web.Templates;

/** A server whose admitted requests stay until they are told to go. */
final class AdmissionServer implements AutoCloseable {

    /** Every token belongs to an account, except the wrong one. */
    static final Identification ANYBODY = new Identification(
            new Callers() {
                @Override
                public Optional<Known> remembered(Credentials credentials) {
                    return Optional.of(ask(credentials));
                }

                @Override
                public Known ask(Credentials credentials) {
                    var token = String.valueOf(credentials.token());
                    return token.equals("wrong") ? Known.WRONG_TOKEN : Known.account(token);
                }
            },
            new Proxies(""),
            "samlad");

    /** An admitted request. */
    record Held(Request request, Response response, Callback callback) {

        void write(boolean last, String text) throws Exception {
            var bytes = BufferUtil.toBuffer(text, StandardCharsets.UTF_8);
            try (var written = Blocker.callback()) {
                response.write(last, bytes, written);
                written.block();
            }
            assertThat(bytes.hasRemaining()).as("all of it is taken").isFalse();
        }

        /** Does not wait until the client has read the answer. */
        void write(boolean last, int bytes) {
            response.write(last, ByteBuffer.allocate(bytes), Callback.NOOP);
        }
    }

    private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();
    private final Map<Kind, Places.Bulkhead> bulkheads;
    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);

    AdmissionServer(int atOnce, int waiting, int seconds) throws Exception {
        this(atOnce, waiting, seconds, new Caller.Holdings(Map.of(), Map.of()));
    }

    AdmissionServer(int atOnce, int waiting, int seconds, Caller.Holdings holdings) throws Exception {
        bulkheads = Arrays.stream(Kind.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        kind -> Places.Bulkhead.of(kind == Kind.REFUSING ? 1 : atOnce, waiting, kind.patience)));
        var refusal = new Refusal(
                Running.server().part(Languages.class), Running.server().part(Templates.class));
        var admission = new Admission(refusal, ANYBODY, new Connections(100, ANYBODY), bounds(seconds, holdings));
        admission.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                held.add(new Held(request, response, callback));
                return true;
            }
        });
        server.addConnector(connector);
        server.setHandler(admission);
        server.start();
    }

    private Admission.Bounds bounds(int seconds, Caller.Holdings holdings) {
        return new Admission.Bounds(
                new Places(bulkheads),
                seconds,
                new Shares(1_000, 1_000, TimeMeter.SYSTEM_NANOTIME),
                holdings,
                Admission.Memories.ofHeap());
    }

    /** Sends raw bytes. */
    LocalEndPoint sends(String bytes) {
        return connector.executeRequest(bytes);
    }

    LocalEndPoint asks(String what, String... headers) {
        return connector.executeRequest(raw(what, headers));
    }

    static String raw(String what, String... headers) {
        return what + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer one\r\n"
                + Arrays.stream(headers).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
    }

    static HttpTester.Response answered(LocalEndPoint asked) throws Exception {
        return HttpTester.parseResponse(asked.getResponse());
    }

    /** Waits until a request is admitted. */
    Held letIn() throws InterruptedException {
        return Awaited.next(held);
    }

    /** Waits until a reading request waits for a place. */
    void oneWaits() {
        var places = Objects.requireNonNull(bulkheads.get(Kind.READING)).atOnce();
        Awaited.until(places::hasQueuedThreads);
    }

    void hasAPlace(Kind kind) {
        var places = Objects.requireNonNull(bulkheads.get(kind)).inside();
        Awaited.until(() -> places.availablePermits() > 0);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
