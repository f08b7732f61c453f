package se.samlad.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One caller's requests never take tokens from another caller's bucket. */
class SharesTest {

    private final Standing clock = new Standing();
    private final Shares shares = new Shares(2, 1, clock);
    private final Caller.Holdings callers = new Caller.Holdings(Map.of(), Map.of());
    private final Caller sos = callers.account("sos.tib");

    private void takeAll(Caller caller, int number) {
        for (int i = 0; i < number; i++) assertThat(shares.tryTake(caller, 1)).isTrue();
        assertThat(shares.tryTake(caller, 1)).isFalse();
    }

    @Test
    void theFirstPastItsShareIsRefused() {
        takeAll(sos, 20);
    }

    @Test
    void anotherAccountHasItsOwn() {
        takeAll(sos, 20);
        assertThat(shares.tryTake(callers.account("lst.tib"), 1)).isTrue();
    }

    @Test
    void strangersHaveOneByTheirAddress() {
        takeAll(callers.stranger("192.0.2.1"), 3);
        assertThat(shares.tryTake(callers.stranger("192.0.2.2"), 1)).isTrue();
        assertThat(shares.tryTake(callers.account("192.0.2.1"), 1)).isTrue();
    }

    @Test
    void theFormToSignInAndThePasswordCountAndThePublicPageDoesNot() {
        assertThat(Kind.PUBLIC.weight("/public")).isZero();
        assertThat(Kind.PUBLIC.weight("/css/samlad.css")).isZero();
        assertThat(Kind.PUBLIC.weight("/sign-in")).isPositive();
        assertThat(Kind.SIGNING_IN.weight("/sign-in")).isPositive();
        assertThat(shares.tryTake(sos, 0)).isTrue();
    }

    @Test
    void aNetworkOfIpv6IsOneAddress() {
        var one = Identification.network("2001:db8:1:2:3:4:5:6");
        assertThat(Identification.network("2001:db8:1:2::1")).isEqualTo(one);
        assertThat(Identification.network("2001:db8:1:3::1")).isNotEqualTo(one);
        assertThat(Identification.network("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Identification.network("unknown")).isEqualTo("unknown");
    }

    @Test
    void whatWasTakenComesBackWithTime() {
        takeAll(sos, 20);
        clock.nanos += Duration.ofSeconds(1).toNanos();
        takeAll(sos, 2);
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
