package se.samlad.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What is said to people, in their language; times are Stockholm's. */
public final class Say {

    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private final MessageSource texts;
    private final Locale locale;
    private final Instant now;

    Say(MessageSource texts, Locale locale, Instant now) {
        this.texts = texts;
        this.locale = locale;
        this.now = now;
    }

    /** Whether there is a text of the key. */
    public boolean has(String key) {
        return texts.getMessage(key, null, null, locale) != null;
    }

    /** @throws org.springframework.context.NoSuchMessageException for a key that no room has */
    public String text(String key, Object... args) {
        return texts.getMessage(key, args.length == 0 ? null : args, locale);
    }

    /** What a form calls a field that the API knows by its name; the name itself where no form has it. */
    public String field(String name) {
        return texts.getMessage("field." + name, null, name, locale) instanceof String word ? word : name;
    }

    /** {@code sv} or {@code en}. */
    public String language() {
        return locale.getLanguage();
    }

    public boolean isSwedish() {
        return language().equals("sv");
    }

    /** One of two texts that came with their languages. */
    public String either(String swedish, String english) {
        return isSwedish() || english.isBlank() ? swedish : english;
    }

    /** The clock time, with the day where it is not today's: {@code 14:53}, {@code ons 17:10}, {@code 3 mars 17:10}. */
    public String time(Instant at) {
        var then = at.atZone(STOCKHOLM);
        var today = now.atZone(STOCKHOLM);
        long days = Math.abs(ChronoUnit.DAYS.between(then.toLocalDate(), today.toLocalDate()));
        if (days == 0) return format(then, "HH:mm");
        return format(
                then, days < 7 ? "EEE HH:mm" : then.getYear() == today.getYear() ? "d MMM HH:mm" : "d MMM yyyy HH:mm");
    }

    /** The whole date and time, for titles and print. */
    public String exactly(Instant at) {
        return format(at.atZone(STOCKHOLM), isSwedish() ? "EEEE d MMMM yyyy HH:mm:ss" : "EEEE d MMMM yyyy, HH:mm:ss");
    }

    /** For a field of date and time, by Stockholm's clock: {@code 2026-01-14T14:53}. */
    public String local(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(at.atZone(STOCKHOLM));
    }

    public String today() {
        var text = format(now.atZone(STOCKHOLM), "EEEE d MMMM");
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** For {@code datetime} attributes. */
    public String iso(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(STOCKHOLM));
    }

    /** The age in words, for a page without script: {@code 33 min}, {@code 2 tim}, {@code 3 d}. */
    public String age(Instant at) {
        long minutes = Math.max(0, ChronoUnit.MINUTES.between(at, now));
        if (minutes < 60) return text("time.min", minutes);
        if (minutes < 48 * 60) return text("time.hours", minutes / 60);
        return text("time.days", minutes / (24 * 60));
    }

    public Instant now() {
        return now;
    }

    /** Another clock's words: an exercise has its own. */
    public Say at(Instant other) {
        return new Say(texts, locale, other);
    }

    private String format(ZonedDateTime at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(at).replace(".", "");
    }
}
