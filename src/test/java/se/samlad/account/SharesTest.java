package se.samlad.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What one account asks for is never taken from the others. */
class SharesTest {

    private final Standing clock = new Standing();
    private final Shares shares = new Shares(2, clock);

    @Test
    void theFirstPastItsShareIsToldForHowLong() {
        for (int i = 0; i < 20; i++) assertThat(shares.take("sos.tib")).isZero();
        assertThat(shares.take("sos.tib")).isEqualTo(1);
    }

    @Test
    void anotherAccountHasItsOwn() {
        for (int i = 0; i < 21; i++) shares.take("sos.tib");
        assertThat(shares.take("lst.tib")).isZero();
    }

    @Test
    void whatWasTakenComesBackWithTime() {
        for (int i = 0; i < 21; i++) shares.take("sos.tib");
        clock.nanos += Duration.ofSeconds(1).toNanos();
        assertThat(shares.take("sos.tib")).isZero();
        assertThat(shares.take("sos.tib")).isZero();
        assertThat(shares.take("sos.tib")).isEqualTo(1);
    }

    private static final class Standing implements TimeMeter {
        private long nanos;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
