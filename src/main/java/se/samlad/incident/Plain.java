package se.samlad.incident;

import org.jspecify.annotations.Nullable;
import se.samlad.journal.Refused;
import se.samlad.web.Letters;

/**
 * Texts as people type them: kept as typed, in composed letters, limited in length, without characters that deceive. A
 * text without any visible character is none.
 */
public final class Plain {

    public static final int TITLE = 200;
    public static final int TEXT = 20_000;

    private Plain() {}

    /** One line of at most {@link #TITLE} characters. @throws Refused text.missing or text.too-long, naming the field */
    public static String title(@Nullable String text, String field) {
        var clean = clean(text).replaceAll("\\s+", " ").strip();
        return bounded(clean, TITLE, field);
    }

    /** Text of at most {@link #TEXT} characters. @throws Refused text.missing or text.too-long, naming the field */
    public static String text(@Nullable String text, String field) {
        return bounded(clean(text).strip(), TEXT, field);
    }

    /** As {@link #text}, but null where there is none. */
    public static @Nullable String optional(@Nullable String text, String field) {
        return isEmpty(text) ? null : text(text, field);
    }

    /** As {@link #title}, but null where there is none. */
    public static @Nullable String optionalTitle(@Nullable String text, String field) {
        return isEmpty(text) ? null : title(text, field);
    }

    /** Whether there is no character to be seen: such a text counts as not given. */
    public static boolean isEmpty(@Nullable String text) {
        return Letters.isEmpty(text);
    }

    private static String bounded(String clean, int most, String field) {
        if (isEmpty(clean)) throw new Refused("text.missing", field).at(field);
        if (clean.length() > most) throw new Refused("text.too-long", field, most, clean.length()).at(field);
        return clean;
    }

    /** Removes control characters, unpaired surrogates and bidirectional controls; keeps line breaks and tabs. */
    private static String clean(@Nullable String text) {
        if (text == null) return "";
        var plain = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]|\\p{Cs}", "")
                .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "");
        return Letters.composed(plain);
    }
}
