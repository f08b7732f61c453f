package se.samlad.scenes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * A clock for a server of one's own that a test moves ahead, so that no test waits for time to pass. It is named to that
 * server alone: a configuration would be found by all.
 */
public class Ahead {

    private static volatile Duration by = Duration.ZERO;

    /** From now on the clock is so much ahead of the real one. */
    public static void by(Duration ahead) {
        by = ahead;
    }

    @Bean
    @Primary
    Clock clockAhead() {
        InstantSource source = () -> Instant.now().plus(by);
        return source.withZone(ZoneOffset.UTC);
    }
}
