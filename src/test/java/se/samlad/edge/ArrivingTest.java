package se.samlad.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.BufferUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.samlad.edge.Caller.Holdings;
import se.samlad.edge.Caller.Thing;

/** A request takes a place when its body has arrived, and gives it back when its answer is complete. */
@Timeout(60)
class ArrivingTest {

    private static final int MB = 1024 * 1024;

    @Test
    void aBodyThatHasNotComeHoldsNoPlace() throws Exception {
        var holdings = new Holdings(Map.of(Thing.BODY, 1L), Map.of());
        try (var server = new Braked(1, 0, 60, holdings)) {
            var half = server.sends(Braked.raw("POST /api/incidents", "Content-Length: 4") + "ab");
            Braked.until(() -> holdings.account("one").holdsAllItMay(Thing.BODY));
            var other = server.asks("POST /api/incidents", "Content-Length: 0");
            server.letIn().callback().succeeded();
            assertThat(Braked.answered(other).getStatus()).isEqualTo(200);
            server.hasAPlace(Kind.RECORDING);
            half.addInput("cd");
            assertThat(text(server.letIn())).isEqualTo("abcd");
        }
    }

    private static String text(Braked.Held held) throws Exception {
        return Content.Source.asString(held.request());
    }

    @Test
    void aBodyInManyPiecesComesWhole() throws Exception {
        try (var server = new Braked(1, 0, 60)) {
            var asked = server.sends(Braked.raw("POST /api/incidents", "Transfer-Encoding: chunked"));
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
        var holdings = new Holdings(Map.of(Thing.BODY, 2L), Map.of());
        var one = holdings.account("one");
        try (var server = new Braked(5, 0, 60, holdings)) {
            var half = Braked.raw("POST /api/incidents", "Content-Length: 2") + "a";
            var first = server.sends(half);
            server.sends(half);
            Braked.until(() -> one.holdsAllItMay(Thing.BODY));
            assertThat(Braked.answered(server.sends(half)).getStatus()).isEqualTo(429);
            first.addInput("b");
            assertThat(text(server.letIn())).isEqualTo("ab");
            assertThat(one.holdsAllItMay(Thing.BODY)).isFalse();
            server.sends(half);
            Braked.until(() -> one.holdsAllItMay(Thing.BODY));
        }
    }

    @Test
    void whatIsTooMuchForOneCallerLeavesNothingHeld() throws Exception {
        var holdings = new Holdings(Map.of(Thing.BYTE, (long) MB / 2), Map.of());
        try (var server = new Braked(1, 0, 60, holdings)) {
            var large = Braked.raw("POST /api/incidents", "Content-Length: " + (MB / 2 + 1)) + "a".repeat(MB / 2 + 1);
            assertThat(Braked.answered(server.sends(large)).getStatus()).isEqualTo(429);
            Braked.until(() -> !holdings.account("one").holdsAllItMay(Thing.BYTE));
            var fits = Braked.raw("POST /api/incidents", "Content-Length: " + MB / 2) + "a".repeat(MB / 2);
            server.sends(fits);
            var held = server.letIn();
            assertThat(holdings.account("one").holdsAllItMay(Thing.BYTE)).isTrue();
            held.callback().succeeded();
            Braked.until(() -> !holdings.account("one").holdsAllItMay(Thing.BYTE));
        }
    }

    @Test
    void thePublicPageIsOutsideOfEverybodysBounds() throws Exception {
        var nothing = Map.of(Thing.ANSWER, 0L);
        try (var server = new Braked(2, 0, 60, new Holdings(nothing, nothing))) {
            assertThat(Braked.answered(server.asks("GET /api/incidents")).getStatus())
                    .isEqualTo(429);
            server.asks("GET /public");
            server.letIn();
            server.sends("GET /public HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer wrong\r\n\r\n");
            server.letIn();
        }
    }

    @Test
    void aTokenThatNobodyHasIsRefusedBeforeItsBody() throws Exception {
        try (var server = new Braked(1, 0, 60)) {
            var refused = Braked.answered(server.sends("POST /api/incidents HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: bearer wrong\r\nContent-Length: 19000000\r\n\r\n"));
            assertThat(refused.getStatus()).isEqualTo(401);
            assertThat(refused.get("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(refused.get("Connection")).isEqualTo("close");
        }
    }

    @Test
    void aCompressedBodyIsRefused() throws Exception {
        try (var server = new Braked(1, 0, 60)) {
            var refused =
                    Braked.answered(server.asks("POST /api/incidents", "Content-Encoding: gzip", "Content-Length: 5"));
            assertThat(refused.getStatus()).isEqualTo(415);
        }
    }

    /** The answer is larger than the network's buffers, and the client does not read it. */
    @Test
    void anAnswerThatNobodyReadsHoldsNoPlace() throws Exception {
        try (var server = new Braked(1, 0, 60)) {
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
        try (var server = new Braked(1, 0, 60)) {
            var asked = server.asks("GET /api/incidents");
            var made = server.letIn();
            made.write(false, "ett ");
            made.write(false, "två ");
            made.write(true, "tre");
            made.callback().succeeded();
            assertThat(Braked.answered(asked).getContent()).isEqualTo("ett två tre");
        }
    }

    /** An answer that fails while it is written is dropped and replaced by the error. */
    @Test
    void anAnswerThatIsBegunAnewLeavesNothingOfTheFirst() throws Exception {
        try (var server = new Braked(1, 0, 60)) {
            var asked = server.asks("GET /api/incidents");
            var made = server.letIn();
            made.write(false, "ett");
            made.response().reset();
            made.write(true, "två");
            made.callback().succeeded();
            assertThat(Braked.answered(asked).getContent()).isEqualTo("två");
        }
    }

    @Test
    void oneAccountMayHaveOnlySoManyStreams() throws Exception {
        var holdings = new Holdings(Map.of(Thing.STREAM, 1L), Map.of());
        try (var server = new Braked(5, 0, 60, holdings)) {
            var first = server.asks("GET /api/live");
            var open = server.letIn();
            assertThat(Braked.answered(server.asks("GET /live")).getStatus()).isEqualTo(429);
            open.callback().succeeded();
            assertThat(Braked.answered(first).getStatus()).isEqualTo(200);
            Braked.until(() -> !holdings.account("one").holdsAllItMay(Thing.STREAM));
            server.asks("GET /live");
            server.letIn();
        }
    }
}
