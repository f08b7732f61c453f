package se.samlad.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When an account last looked at a picture, kept in its browser's cookie. Looks within ten minutes count as one, so
 * that a reload still shows what is new.
 *
 * @param since the look before, from which new entries are counted; null: never
 * @param latest the latest look
 */
record Looked(@Nullable Instant since, Instant latest) {

    private static final Duration ONE_LOOK = Duration.ofMinutes(10);
    private static final Pattern KEPT = Pattern.compile("([0-9a-f]{1,8})-(\\d{1,11})-(\\d{1,11})");

    /** A look now. @param kept the text from {@link #kept}; anything else, or another account's, counts as never */
    static Looked now(@Nullable String kept, String account, Instant now) {
        var parts = KEPT.matcher(kept == null ? "" : kept);
        if (!parts.matches() || !parts.group(1).equals(mark(account))) return new Looked(null, now);
        var since = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
        var latest = Instant.ofEpochSecond(Long.parseLong(parts.group(3)));
        if (latest.isAfter(now)) return new Looked(null, now);
        if (latest.isBefore(now.minus(ONE_LOOK))) return new Looked(latest, now);
        return new Looked(since.getEpochSecond() == 0 ? null : since, now);
    }

    String kept(String account) {
        return mark(account) + "-" + (since == null ? 0 : since.getEpochSecond()) + "-" + latest.getEpochSecond();
    }

    private static String mark(String account) {
        return Integer.toHexString(account.hashCode());
    }
}
