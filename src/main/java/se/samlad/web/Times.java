package se.samlad.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads times from people and programs. Programs send RFC 3339 with an offset. A browser's field gives Stockholm's time
 * without an offset, such as {@code 2026-01-14T15:30}. In the hour that occurs twice in October, the first occurrence
 * is meant.
 */
public final class Times {

    private static final int LONGEST = 60;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private Times() {}

    /**
     * Adds the offset to a browser's time. Any other text is returned unchanged, to be refused as a program's would be.
     */
    static String withOffset(String local) {
        try {
            return LocalDateTime.parse(local.strip())
                    .atZone(Say.STOCKHOLM)
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeException e) {
            return local;
        }
    }

    /**
     * Reads a time from an address, within the years 1970 to 9999. A plus that was not encoded arrives as a blank.
     *
     * @throws Malformed error.time, with the text that was sent
     */
    public static Instant inAddress(String given) {
        var text = given.strip().replace(' ', '+');
        try {
            var at = text.length() > LONGEST ? null : OffsetDateTime.parse(text);
            if (at != null && at.getYear() >= FIRST_YEAR && at.getYear() <= LAST_YEAR) return at.toInstant();
        } catch (DateTimeException e) {
            throw new Malformed("error.time", text);
        }
        throw new Malformed("error.time", text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    public static @Nullable Instant instant(@Nullable OffsetDateTime given) {
        return given == null ? null : given.toInstant();
    }
}
