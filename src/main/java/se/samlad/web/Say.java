package se.samlad.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Texts for people, in their language. Times are Stockholm's. */
public final class Say {

    /** Sweden has one time zone, and every region of it that time: the zone has the name of its largest city. */
    public static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final MessageSource texts;
    private final Locale locale;
    private final Instant now;

    Say(MessageSource texts, Locale locale, Instant now) {
        this.texts = texts;
        this.locale = locale;
        this.now = now;
    }

    /** Whether the key has a text. */
    public boolean has(String key) {
        return texts.getMessage(key, null, null, locale) != null;
    }

    /** @throws org.springframework.context.NoSuchMessageException if no room has the key */
    public String text(String key, Object... args) {
        return texts.getMessage(key, args.length == 0 ? null : args, locale);
    }

    /**
     * A field's label in forms, by its name in the API, also of one in a part or a row; the name itself if no form has
     * the field.
     */
    public String field(String name) {
        var word = texts.getMessage("field." + name, null, null, locale);
        if (word != null) return word;
        int last = name.lastIndexOf('.');
        return last < 0 ? name : field(name.substring(last + 1));
    }

    /** {@code sv} or {@code en}. */
    public String language() {
        return locale.getLanguage();
    }

    public boolean isSwedish() {
        return language().equals("sv");
    }

    /** Chooses between a Swedish and an English text. */
    public String either(String swedish, String english) {
        return isSwedish() || english.isBlank() ? swedish : english;
    }

    /**
     * The time of day, with the date unless it is today: {@code 14:53}, {@code ons 17:10}, {@code 3 mars 17:10}, {@code 3
     * mars 2025 17:10}. In the hour that occurs twice it says the offset: {@code 02:20 +01:00}.
     */
    public String time(Instant at) {
        var then = at.atZone(STOCKHOLM);
        var today = now.atZone(STOCKHOLM);
        long days = Math.abs(ChronoUnit.DAYS.between(then.toLocalDate(), today.toLocalDate()));
        var pattern = days == 0 ? "HH:mm" : days < 7 ? "EEE HH:mm" : "d MMM HH:mm";
        if (days > 0 && then.getYear() != today.getYear()) pattern = "d MMM yyyy HH:mm";
        return format(then, pattern) + Times.offsetIfDoubled(at);
    }

    /** The time of day alone, where the day stands beside it. */
    public String hour(Instant at) {
        return format(at.atZone(STOCKHOLM), "HH:mm") + Times.offsetIfDoubled(at);
    }

    /** The date and time, for what is kept and read on another day: {@code 15 januari 2026 13:04}. */
    public String dated(Instant at) {
        return format(at.atZone(STOCKHOLM), isSwedish() ? "d MMMM yyyy HH:mm" : "d MMMM yyyy, HH:mm")
                + Times.offsetIfDoubled(at);
    }

    /** The whole date and time with its offset, for titles and print. */
    public String exactly(Instant at) {
        var then = at.atZone(STOCKHOLM);
        return format(then, isSwedish() ? "EEEE d MMMM yyyy HH:mm:ss" : "EEEE d MMMM yyyy, HH:mm:ss")
                + Times.offset(then);
    }

    /** The value of an HTML field for date and time, in Stockholm's time: {@code 2026-01-14T14:53}. */
    public String local(Instant at) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(at.atZone(STOCKHOLM));
    }

    /** The day and month alone, for columns: {@code 3 mars}. */
    public String monthly(Instant at) {
        return format(at.atZone(STOCKHOLM), "d MMM");
    }

    public String today() {
        var text = format(now.atZone(STOCKHOLM), "EEEE d MMMM");
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }

    /** A whole number, grouped as the language does: {@code 95 182}. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Money in kronor with two decimals, as the language writes it: {@code 132 586,50}. @param ore in öre */
    public String sek(long ore) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        return format.format(BigDecimal.valueOf(ore, 2));
    }

    /** A day, for what is kept and read on another: {@code 15 januari 2026}. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }

    /** The day of the week, short: {@code mån}. */
    public String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE", locale).format(day).replace(".", "");
    }

    /** The value of {@code datetime} attributes. */
    public String iso(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(STOCKHOLM));
    }

    /** The age in words, for a page without script: {@code 33 min}, {@code 2 tim}, {@code 3 d}. */
    public String age(Instant at) {
        long minutes = Math.max(0, ChronoUnit.MINUTES.between(at, now));
        if (minutes < 1) return text("time.under-a-minute");
        if (minutes < 60) return text("time.min", minutes);
        if (minutes < 48 * 60) return text("time.hours", minutes / 60);
        return text("time.days", minutes / (24 * 60));
    }

    public Instant now() {
        return now;
    }

    /** The same texts with another clock, such as an exercise's. */
    public Say at(Instant other) {
        return new Say(texts, locale, other);
    }

    private String format(ZonedDateTime at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(at).replace(".", "");
    }
}
