package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.web.Asking;

/** A stream that is just being opened asks whether its session is still what it was when the request came (A6). */
class StillActsTest {

    private final Asking asking = Running.server().part(Asking.class);
    private final Visitor visitor = Visitor.of("lst.tib");
    private final String session = session();
    private final Viewer viewer = viewer("lst.tib", null);

    private String session() {
        var cookie = visitor.cookie("samlad").orElseThrow().getValue();
        return new String(Base64.getDecoder().decode(cookie), StandardCharsets.US_ASCII);
    }

    private static Viewer viewer(String account, String function) {
        return Running.server().part(Viewers.class).find(account, function).orElseThrow();
    }

    private boolean stillActs(String id, Viewer who) {
        return asking.stillActs(new MockHttpServletRequest(), id, who);
    }

    @Test
    void whoStays() {
        assertThat(stillActs(session, viewer)).isTrue();
    }

    @Test
    void notWhoHasSignedOut() {
        visitor.post("/sign-out", Map.of()).expect(200);
        assertThat(stillActs(session, viewer)).isFalse();
    }

    /** The one that has the session now is not the one that began to look. */
    @Test
    void notWhoHasSignedInAsAnother() {
        visitor.signIn("solna.tib", Map.of("to", "/")).expect(200);
        assertThat(stillActs(session, viewer)).isFalse();
        assertThat(stillActs(session(), viewer)).isFalse();
        assertThat(stillActs(session(), viewer("solna.tib", null))).isTrue();
    }

    @Test
    void notWhoActsAsAnotherFunction() {
        visitor.post("/acting", Map.of("function", "lst/stab", "page", "/")).expect(200);
        assertThat(stillActs(session, viewer)).isFalse();
        assertThat(stillActs(session, viewer("lst.tib", "lst/stab"))).isTrue();
    }
}
