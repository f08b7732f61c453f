package se.samlad.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Route;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page whose stream is gone asks for it again by itself, each at a time of its own: else all come back at once. */
class ComingBackTest {

    private static final String LIVE = "**/live?**";

    /** What is drawn is told, and what is waited for kept. */
    private static final String DRAWN = """
            window.waits = [];
            const later = window.setTimeout;
            window.setTimeout = (work, wait, ...more) => {
              window.waits.push(Math.round(wait));
              return later(work, wait, ...more);
            };
            Math.random = () => %d / 100;
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theWaitIsDrawnBelowALimitThatDoublesUpToFifteenSeconds(int hundredths) {
        var waits = Stream.of(1_000, 2_000, 4_000, 8_000, 15_000, 15_000)
                .map(limit -> limit * hundredths / 100)
                .toList();
        try (var window = Window.of("lst.tib", Window.DESKTOP)) {
            var page = window.page();
            page.addInitScript(DRAWN.formatted(hundredths));
            page.route(LIVE, Route::abort);
            window.open("/");
            page.waitForFunction("wait => window.waits.filter(each => each === wait).length >= 2", waits.getLast());
            assertThat(page.evaluate("() => window.waits")).asInstanceOf(LIST).containsSubsequence(waits.toArray());
            page.unroute(LIVE);
            window.live();
        }
    }
}
