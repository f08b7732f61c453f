package se.samlad.callout;

import java.time.Duration;
import se.samlad.reach.Way;

/**
 * One step of a ladder.
 *
 * @param function who is called by it, as {@code actor/name}: the called function, its deputy, or its head; empty where the
 *     actor has none
 * @param way how
 * @param seconds how long an answer is waited for before the next step
 */
public record Rung(String function, Way way, int seconds) {

    Duration patience() {
        return Duration.ofSeconds(seconds);
    }
}
