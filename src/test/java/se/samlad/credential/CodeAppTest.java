package se.samlad.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samlad.journal.Refused;
import se.samlad.scenes.Authenticator;
import se.samlad.scenes.Running;

/** Codes from an app whose clock is not ours. */
class CodeAppTest {

    /** In the middle of a step, on a day that does not matter. */
    private static final Instant NOW = Instant.parse("2026-03-29T01:00:15Z");

    private static final Duration STEP = Duration.ofSeconds(30);
    private final String account = "skew-" + UUID.randomUUID();

    private static CodeApp at(Instant time) {
        return new CodeApp(Running.server().part(JdbcClient.class), Clock.fixed(time, ZoneOffset.UTC));
    }

    /** What the app shows whose clock is so many steps from ours. */
    private String shown(int steps) {
        var secret = at(NOW).begun(account).orElseThrow();
        return Authenticator.code(secret, NOW.plus(STEP.multipliedBy(steps)));
    }

    @ParameterizedTest
    @CsvSource({"-2,false", "-1,true", "0,true", "1,true", "2,false"})
    void aCodeOfTheStepBeforeOrAfterCountsAndNoneFurtherAway(int steps, boolean counts) {
        at(NOW).begin(account);
        var code = shown(steps);
        if (counts) assertThat(at(NOW).confirm(account, code)).hasSize(10);
        else
            assertThatThrownBy(() -> at(NOW).confirm(account, code))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("code.wrong");
    }

    /** Neither the same again nor one of before it, though its step still counts. */
    @Test
    void noCodeCountsTwiceNorAfterALaterOne() {
        at(NOW).begin(account);
        var before = shown(-1);
        var now = shown(0);
        var next = shown(1);
        at(NOW).confirm(account, now);
        assertThat(at(NOW).matches(account, now)).isFalse();
        assertThat(at(NOW).matches(account, before)).isFalse();
        assertThat(at(NOW).matches(account, next)).isTrue();
        assertThat(at(NOW.plus(STEP)).matches(account, next)).isFalse();
    }
}
