package se.samlad.picture;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.web.Malformed;
import se.samlad.web.Times;

/**
 * The times that a picture is asked for.
 *
 * @param knew as it was known then; null: as it is known now
 * @param was as it was then; null: as it is now
 */
public record AsOf(@Nullable Instant knew, @Nullable Instant was) {

    static final AsOf NOW = new AsOf(null, null);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final int LONGEST = 40;

    /** @throws Malformed error.time where it is not a time */
    static AsOf of(@Nullable String knew, @Nullable String was) {
        return new AsOf(time(knew), time(was));
    }

    boolean isNow() {
        return knew == null && was == null;
    }

    /**
     * A time as RFC 3339 with its offset, or as seconds since 1970; null for none.
     *
     * @throws Malformed error.time where it is neither
     */
    static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        var given = text.strip();
        if (SECONDS.matcher(given).matches()) return Instant.ofEpochSecond(Long.parseLong(given));
        return Times.inAddress(given);
    }
}
