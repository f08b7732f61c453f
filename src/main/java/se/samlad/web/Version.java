package se.samlad.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.samlad.journal.By;

/**
 * One version of a text that several write.
 *
 * @param entry that wrote it
 * @param at when it was recorded
 * @param occurred when it was written, as stated
 * @param text empty: it was taken out
 */
public record Version(UUID entry, By by, Instant at, Instant occurred, String text) {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Whether its two clocks tell people different times. */
    public boolean isLater() {
        return Duration.between(occurred, at).abs().compareTo(A_MINUTE) >= 0;
    }

    /** What differs from the version before; all of the first one is new. @param of all versions, the latest last */
    public static List<Differences.Piece> changes(List<Version> of, int number) {
        return Differences.between(
                number == 0 ? "" : of.get(number - 1).text(), of.get(number).text());
    }
}
