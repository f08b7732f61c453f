package se.samlad.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Refused;

/**
 * Reads times from people and programs. Programs send RFC 3339 with an offset. A browser's field gives Stockholm's time
 * without an offset, such as {@code 2026-01-14T15:30}.
 *
 * <p>In October one hour of Stockholm's occurs twice, and in March one does not occur at all. This is the only place
 * that decides what such a time means.
 */
public final class Times {

    private static final int LONGEST = 60;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern(" xxx");

    private Times() {}

    /**
     * Adds the offset to a browser's time. Any other text is returned unchanged, to be refused as a program's would be.
     *
     * @param near the clock that the writer looked at: where the time occurs twice, the nearest one is meant
     * @param field the field's name, for the refusal
     * @throws Refused text.no-such-time where the clocks went forward past it
     */
    static String withOffset(String local, Instant near, String field) {
        try {
            return nearest(LocalDateTime.parse(local.strip()), near, field).toString();
        } catch (DateTimeException e) {
            return local;
        }
    }

    private static OffsetDateTime nearest(LocalDateTime local, Instant near, String field) {
        return Say.STOCKHOLM.getRules().getValidOffsets(local).stream()
                .map(local::atOffset)
                .min(Comparator.comparing(
                        at -> Duration.between(at.toInstant(), near).abs()))
                .orElseThrow(() ->
                        new Refused("text.no-such-time", field, local.toLocalTime(), local.toLocalDate()).at(field));
    }

    /** The first time that a program's local time without an offset can mean. */
    public static Instant first(LocalDateTime local) {
        return local.atZone(Say.STOCKHOLM).withEarlierOffsetAtOverlap().toInstant();
    }

    /** The last time that a program's local time without an offset can mean. */
    public static Instant last(LocalDateTime local) {
        return local.atZone(Say.STOCKHOLM).withLaterOffsetAtOverlap().toInstant();
    }

    /** The offset, with a blank before it, in the hour that occurs twice; else nothing. */
    public static String offsetIfDoubled(Instant at) {
        var local = at.atZone(Say.STOCKHOLM);
        boolean once = Say.STOCKHOLM
                        .getRules()
                        .getValidOffsets(local.toLocalDateTime())
                        .size()
                == 1;
        return once ? "" : offset(local);
    }

    /** The offset with a blank before it: {@code  +01:00}. */
    static String offset(ZonedDateTime at) {
        return OFFSET.format(at);
    }

    /**
     * Reads a time from an address, within the years 1970 to 9999: RFC 3339 with its offset, or seconds since 1970. A
     * plus that was not encoded arrives as a blank. Every {@code Instant} that a handler asks for is read here.
     *
     * @return null for a blank text
     * @throws Malformed error.time, with the text that was sent
     */
    static @Nullable Instant inAddress(String given) {
        var text = given.strip().replace(' ', '+');
        if (text.isEmpty()) return null;
        if (SECONDS.matcher(text).matches()) return Instant.ofEpochSecond(Long.parseLong(text));
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
