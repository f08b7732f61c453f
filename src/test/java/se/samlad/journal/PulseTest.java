package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When the database counts as away (R1). */
class PulseTest {

    private static final Instant NOW = Instant.parse("2026-12-01T20:00:00Z");
    private static final int UNTIL_AWAY = (int) Pulse.AWAY.dividedBy(Pulse.BEAT) + 1;

    private final Pulse pulse = new Pulse();

    private void beat(int times) {
        for (int i = 0; i < times; i++) pulse.beat();
    }

    @Test
    void withoutAnAnswerForLongTheDatabaseIsAway() {
        beat(UNTIL_AWAY - 1);
        assertThat(pulse.awaySince(NOW)).isEmpty();
        pulse.requireAvailable();
        beat(1);
        assertThat(pulse.awaySince(NOW)).contains(NOW.minus(pulse.silent()));
        assertThatThrownBy(pulse::requireAvailable).isInstanceOf(Unavailable.class);
    }

    @Test
    void anAnswerEndsIt() {
        beat(3 * UNTIL_AWAY);
        pulse.heard();
        assertThat(pulse.silent()).isZero();
        pulse.requireAvailable();
    }
}
