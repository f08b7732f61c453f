package se.samlad.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.junit.jupiter.api.Test;
import se.samlad.Awaited;
import se.samlad.edge.Caller.Holdings;
import se.samlad.edge.Caller.Resource;

/** A request takes a place when its body has arrived, and gives it back when its answer is complete. */
class IncomingBodyTest {

    private static final int MB = 1024 * 1024;

    @Test
    void aBodyThatHasNotComeHoldsNoPlace() throws Exception {
        var holdings = new Holdings(Map.of(Resource.BODY, 1L), Map.of());
        try (var server = new AdmissionServer(1, 0, 60, holdings)) {
            var half = server.sends(AdmissionServer.raw("POST /api/incidents", "Content-Length: 4") + "ab");
            Awaited.until(() -> holdings.account("one").holdsAllItMay(Resource.BODY));
            var other = server.asks("POST /api/incidents", "Content-Length: 0");
            server.letIn().callback().succeeded();
            assertThat(AdmissionServer.answered(other).getStatus()).isEqualTo(200);
            server.hasAPlace(Kind.RECORDING);
            half.addInput("cd");
            assertThat(text(server.letIn())).isEqualTo("abcd");
        }
    }

    private static String text(AdmissionServer.Held held) throws Exception {
        return Content.Source.asString(held.request());
    }

    @Test
    void aBodyInManyPiecesComesWhole() throws Exception {
        try (var server = new AdmissionServer(1, 0, 60)) {
            var asked = server.sends(AdmissionServer.raw("POST /api/incidents", "Transfer-Encoding: chunked"));
            for (var piece : "Väg 76 är avstängd".split("(?<= )")) {
                byte[] bytes = piece.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                asked.addInput(BufferUtil.toBuffer(Integer.toHexString(bytes.length) + "\r\n"));
                asked.addInput(java.nio.ByteBuffer.wrap(bytes));
                asked.addInput("\r\n");
            }
            asked.addInput("0\r\n\r\n");
            assertThat(text(server.letIn())).isEqualTo("Väg 76 är avstängd");
        }
    }

    @Test
    void oneCallerMayHaveOnlySoManyArriving() throws Exception {
        var holdings = new Holdings(Map.of(Resource.BODY, 2L), Map.of());
        var one = holdings.account("one");
        try (var server = new AdmissionServer(5, 0, 60, holdings)) {
            var half = AdmissionServer.raw("POST /api/incidents", "Content-Length: 2") + "a";
            var first = server.sends(half);
            server.sends(half);
            Awaited.until(() -> one.holdsAllItMay(Resource.BODY));
            assertThat(AdmissionServer.answered(server.sends(half)).getStatus()).isEqualTo(429);
            first.addInput("b");
            assertThat(text(server.letIn())).isEqualTo("ab");
            assertThat(one.holdsAllItMay(Resource.BODY)).isFalse();
            server.sends(half);
            Awaited.until(() -> one.holdsAllItMay(Resource.BODY));
        }
    }

    @Test
    void whatIsTooMuchForOneCallerLeavesNothingHeld() throws Exception {
        var holdings = new Holdings(Map.of(Resource.BYTE, (long) MB / 2), Map.of());
        try (var server = new AdmissionServer(1, 0, 60, holdings)) {
            var large = AdmissionServer.raw("POST /api/incidents", "Content-Length: " + (MB / 2 + 1))
                    + "a".repeat(MB / 2 + 1);
            assertThat(AdmissionServer.answered(server.sends(large)).getStatus())
                    .isEqualTo(429);
            Awaited.until(() -> !holdings.account("one").holdsAllItMay(Resource.BYTE));
            var fits = AdmissionServer.raw("POST /api/incidents", "Content-Length: " + MB / 2) + "a".repeat(MB / 2);
            server.sends(fits);
            var held = server.letIn();
            assertThat(holdings.account("one").holdsAllItMay(Resource.BYTE)).isTrue();
            held.callback().succeeded();
            Awaited.until(() -> !holdings.account("one").holdsAllItMay(Resource.BYTE));
        }
    }

    @Test
    void thePublicPageIsOutsideOfEverybodysBounds() throws Exception {
        var nothing = Map.of(Resource.ANSWER, 0L);
        try (var server = new AdmissionServer(2, 0, 60, new Holdings(nothing, nothing))) {
            assertThat(AdmissionServer.answered(server.asks("GET /api/incidents"))
                            .getStatus())
                    .isEqualTo(429);
            server.asks("GET /public");
            server.letIn();
            server.sends("GET /public HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer wrong\r\n\r\n");
            server.letIn();
        }
    }

    @Test
    void aTokenThatNobodyHasIsRefusedBeforeItsBody() throws Exception {
        try (var server = new AdmissionServer(1, 0, 60)) {
            var refused = AdmissionServer.answered(server.sends("POST /api/incidents HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: bearer wrong\r\nContent-Length: 19000000\r\n\r\n"));
            assertThat(refused.getStatus()).isEqualTo(401);
            assertThat(refused.get("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(refused.get("Connection")).isEqualTo("close");
        }
    }

    @Test
    void aCompressedBodyIsRefused() throws Exception {
        try (var server = new AdmissionServer(1, 0, 60)) {
            var refused = AdmissionServer.answered(
                    server.asks("POST /api/incidents", "Content-Encoding: gzip", "Content-Length: 5"));
            assertThat(refused.getStatus()).isEqualTo(415);
        }
    }

    /** The answer is larger than the network's buffers, and the client does not read it. */
    @Test
    void anAnswerThatNobodyReadsHoldsNoPlace() throws Exception {
        try (var server = new AdmissionServer(1, 0, 60)) {
            server.asks("GET /api/incidents");
            var made = server.letIn();
            for (int i = 0; i < 4; i++) made.write(false, MB);
            made.write(true, MB);
            server.hasAPlace(Kind.READING);
            server.asks("GET /api/incidents");
            server.letIn();
        }
    }

    @Test
    void anAnswerComesWholeAndInOrder() throws Exception {
        try (var server = new AdmissionServer(1, 0, 60)) {
            var asked = server.asks("GET /api/incidents");
            var made = server.letIn();
            made.write(false, "ett ");
            made.write(false, "två ");
            made.write(true, "tre");
            made.callback().succeeded();
            assertThat(AdmissionServer.answered(asked).getContent()).isEqualTo("ett två tre");
        }
    }

    /** An answer that fails while it is written is dropped and replaced by the error. */
    @Test
    void anAnswerThatIsBegunAnewLeavesNothingOfTheFirst() throws Exception {
        try (var server = new AdmissionServer(1, 0, 60)) {
            var asked = server.asks("GET /api/incidents");
            var made = server.letIn();
            made.write(false, "ett");
            made.response().reset();
            made.write(true, "två");
            made.callback().succeeded();
            assertThat(AdmissionServer.answered(asked).getContent()).isEqualTo("två");
        }
    }

    @Test
    void oneAccountMayHaveOnlySoManyStreams() throws Exception {
        var holdings = new Holdings(Map.of(Resource.STREAM, 1L), Map.of());
        try (var server = new AdmissionServer(5, 0, 60, holdings)) {
            var first = server.asks("GET /api/live");
            var open = server.letIn();
            assertThat(AdmissionServer.answered(server.asks("GET /live")).getStatus())
                    .isEqualTo(429);
            open.callback().succeeded();
            assertThat(AdmissionServer.answered(first).getStatus()).isEqualTo(200);
            Awaited.until(() -> !holdings.account("one").holdsAllItMay(Resource.STREAM));
            server.asks("GET /live");
            server.letIn();
        }
    }
}
