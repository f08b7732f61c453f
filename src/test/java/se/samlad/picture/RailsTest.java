package se.samlad.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RailsTest {

    private static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");

    @Test
    void looksWithLittleTimeBetweenAreOne() {
        var first = Looked.now(null, "a", NOON);
        assertThat(first.since()).isNull();
        var soon = Looked.now(first.kept("a"), "a", NOON.plusSeconds(60));
        assertThat(soon.since()).isNull();
        var later = Looked.now(soon.kept("a"), "a", NOON.plusSeconds(3_600));
        assertThat(later.since()).isEqualTo(NOON.plusSeconds(60));
        var again = Looked.now(later.kept("a"), "a", NOON.plusSeconds(3_660));
        assertThat(again.since()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void anotherAccountHasNotLooked() {
        var kept = Looked.now(null, "a", NOON).kept("a");
        assertThat(Looked.now(kept, "b", NOON.plusSeconds(3_600)).since()).isNull();
        assertThat(Looked.now("rubbish", "a", NOON).since()).isNull();
        assertThat(Looked.now(kept, "a", NOON.minusSeconds(60)).since()).isNull();
    }

    @Test
    void railsStopWhereSomethingHappenedAndNeverOutside() {
        var rails = Rails.of(
                NOON,
                NOON.plusSeconds(100),
                List.of(NOON.minusSeconds(5), NOON.plusMillis(10_500), NOON.plusSeconds(10), NOON.plusSeconds(200)),
                new AsOf(NOON.minusSeconds(50), null));
        long noon = NOON.getEpochSecond();
        assertThat(rails.stops()).containsExactly(noon + 10, noon + 11);
        assertThat(rails.knew()).isEqualTo(noon);
        assertThat(rails.was()).isEqualTo(rails.to());
        assertThat(rails.strokes()).isEqualTo("M100 10V18M110 10V18");
    }

    @Test
    void railsHaveAnEndRightAfterTheSignalToo() {
        var rails = Rails.of(NOON, NOON, List.of(), AsOf.NOW);
        assertThat(rails.to()).isGreaterThan(rails.from());
    }
}
