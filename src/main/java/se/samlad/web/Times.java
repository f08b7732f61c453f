package se.samlad.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that people and programs send. Programs give RFC 3339 with its offset; a browser's field gives
 * Stockholm's time without one, such as {@code 2026-01-14T15:30}. Of the hour that comes twice in October the first is
 * meant.
 */
public final class Times {

    private static final int LONGEST = 60;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private Times() {}

    /** A browser's time with its offset; what is no such time is given back as it is, to be refused as a program's is. */
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
     * A time in an address, of the years 1970 to 9999; a plus that was not encoded arrives as a blank.
     *
     * @throws Malformed error.time, with what was given
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
