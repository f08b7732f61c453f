package se.samlad.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an error.
 *
 * @param key of its text
 * @param field the field that must be corrected, by its name in the form; null: no single one
 * @param meanwhile what others have changed since the form was drawn; null: nothing
 * @param details of its text
 */
record Told(
        int status,
        String key,
        @Nullable String field,
        @Nullable Meanwhile meanwhile,
        Object... details) {

    private static final int LONGEST_DETAIL = 300;

    Told {
        details = Arrays.stream(details).map(Told::shortened).toArray();
    }

    static Told of(int status, String key, Object... details) {
        return new Told(status, key, null, null, details);
    }

    /** Text that was sent is shortened before the answer quotes it. */
    private static Object shortened(Object detail) {
        return detail instanceof String text && text.length() > LONGEST_DETAIL
                ? text.substring(0, LONGEST_DETAIL) + "…"
                : detail;
    }

    /** For programs: fields by their names in the API. */
    String text(Say say) {
        return meanwhile == null ? say.text(key, details) : meanwhile.head();
    }

    /** For people: a field by its label in the form. */
    String inWords(Say say) {
        boolean namesField = key.startsWith("text.") || key.equals("error.field");
        if (!namesField) return text(say);
        var words = details.clone();
        words[0] = say.field(field == null ? String.valueOf(details[0]) : field);
        return say.text(key, words);
    }
}
