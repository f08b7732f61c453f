package se.samlad.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.samlad.credential.Seal;

/** A form that nobody was shown, or that was filled in faster than anybody writes, is asked for once more (I1). */
class SignalKeyTest {

    private static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");

    private final SignalKey keys = new SignalKey(new Seal(new byte[32]));

    @Test
    void aFormIsTakenFromTwoSecondsUntilSixHoursAfterItWasDrawn() {
        var key = keys.drawn(NOON);
        assertThat(keys.id(key, NOON.plusMillis(1_999))).isEmpty();
        assertThat(keys.id(key, NOON.plusSeconds(2))).isPresent();
        assertThat(keys.id(key, NOON.plus(Duration.ofHours(6)))).isPresent();
        assertThat(keys.id(key, NOON.plus(Duration.ofHours(6)).plusMillis(1))).isEmpty();
        assertThat(keys.id(key, NOON.minusSeconds(60)))
                .as("drawn in the future")
                .isEmpty();
        assertThat(keys.id(key, NOON.plusSeconds(2))).isEqualTo(keys.id(key, NOON.plusSeconds(9)));
    }

    /** Waiting lets a fast writer through, however often the form is drawn again. */
    @Test
    void aFormThatIsDrawnAgainKeepsItsKeyUntilThatIsTooOld() {
        var key = keys.drawn(NOON);
        assertThat(keys.kept(key, NOON.plusSeconds(1))).isEqualTo(key);
        var old = NOON.plus(Duration.ofHours(7));
        assertThat(keys.id(keys.kept(key, old), old.plusSeconds(3))).isPresent();
        assertThat(keys.id(keys.kept("none of ours", old), old.plusSeconds(3))).isPresent();
    }

    @Test
    void anyOtherKeyIsNone() {
        var later = NOON.plusSeconds(10);
        var key = keys.drawn(NOON);
        for (int at = 0; at < key.length(); at++) {
            var other = key.charAt(at) == 'A' ? 'Q' : 'A';
            var changed = key.substring(0, at) + other + key.substring(at + 1);
            assertThat(keys.id(changed, later)).as(changed).isEmpty();
        }
        assertThat(new SignalKey(new Seal(new byte[] {1})).id(key, later)).isEmpty();
        assertThat(keys.id(null, later)).isEmpty();
        assertThat(keys.id("", later)).isEmpty();
        assertThat(keys.id("å".repeat(20), later)).isEmpty();
        assertThat(keys.id("A".repeat(100_000), later)).isEmpty();
    }
}
