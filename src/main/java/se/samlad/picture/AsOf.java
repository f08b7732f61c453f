package se.samlad.picture;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.web.Malformed;
import se.samlad.web.Times;

/**
 * Which picture is meant.
 *
 * @param knew as we knew it then; null: as we know it now
 * @param was as it was then; null: as it is now
 */
public record AsOf(@Nullable Instant knew, @Nullable Instant was) {

    static final AsOf NOW = new AsOf(null, null);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final int LONGEST = 40;

    /** @throws Malformed error.time for what is no time */
    static AsOf of(@Nullable String knew, @Nullable String was) {
        return new AsOf(time(knew), time(was));
    }

    boolean isNow() {
        return knew == null && was == null;
    }

    /**
     * A time as RFC 3339 with its offset, or as seconds since 1970; null for none.
     *
     * @throws Malformed error.time for what is neither
     */
    static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        var given = text.strip();
        if (SECONDS.matcher(given).matches()) return Instant.ofEpochSecond(Long.parseLong(given));
        return Times.inAddress(given);
    }
}
