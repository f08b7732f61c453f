package se.samlad.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import se.samlad.scenes.Running;

/** More than can be done is refused at once, and what matters most has room of its own. */
class BrakeTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /incidents/1/log, FIRST",
        "POST, /api/incidents, FIRST",
        "POST, /sign-in, FIRST",
        "GET, /public, FIRST",
        "GET, /public/messages.json, FIRST",
        "GET, /health, FIRST",
        "GET, /, READING",
        "GET, /incidents/1/picture, READING",
        "HEAD, /incidents/1, READING",
        "GET, /publications, READING",
        "GET, /search, LATER",
        "GET, /api/journal, LATER",
        "GET, /live, STREAM",
        "GET, /api/live, STREAM"
    })
    void eachHasItsRoom(String method, String path, Brake.Kind kind) {
        assertThat(Brake.Kind.of(method, path)).isEqualTo(kind);
    }

    @Test
    void whoComesWhenItIsFullIsToldAtOnce() throws InterruptedException {
        var room = Brake.Room.of(2, 0);
        assertThat(room.tryIn(60)).isTrue();
        assertThat(room.tryIn(60)).isTrue();
        assertThat(room.tryIn(60)).isFalse();
        room.out();
        assertThat(room.tryIn(60)).isTrue();
    }

    @Test
    void whoMayWaitGetsThePlaceThatIsLeft() throws Exception {
        var room = Brake.Room.of(1, 1);
        assertThat(room.tryIn(60)).isTrue();
        var waiting = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var second = thread.submit(() -> {
                waiting.countDown();
                return room.tryIn(60);
            });
            waiting.await();
            room.out();
            assertThat(second.get()).isTrue();
        }
    }

    @Test
    void whoHasWaitedInVainLeavesNothingBehind() throws InterruptedException {
        var room = Brake.Room.of(1, 1);
        assertThat(room.tryIn(0)).isTrue();
        assertThat(room.tryIn(0)).isFalse();
        assertThat(room.tryIn(0)).isFalse();
        room.out();
        assertThat(room.tryIn(0)).isTrue();
    }

    /** What goes on without a thread keeps its place until it ends, and then no longer. */
    @Test
    void aStreamGivesItsPlaceBackWhenItEnds() throws Exception {
        var brake = new Brake(Running.server().part(Errors.class));
        var let = new AtomicInteger();
        for (int i = 0; i < 100; i++) {
            var request = new MockHttpServletRequest("GET", "/search");
            request.setAsyncSupported(true);
            brake.doFilter(request, new MockHttpServletResponse(), (asked, answer) -> {
                let.incrementAndGet();
                asked.startAsync();
            });
            Objects.requireNonNull(request.getAsyncContext()).complete();
        }
        assertThat(let).as("more than there are places, one after the other").hasValue(100);
    }
}
