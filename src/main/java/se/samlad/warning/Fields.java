package se.samlad.warning;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.samlad.web.Times;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The fields of one JSON object in a feed. Ignores unknown fields; a field of the wrong type is {@link Malformed}. */
record Fields(JsonNode node) {

    /** An object without fields. */
    static final Fields NONE = new Fields(JsonNodeFactory.instance.objectNode());

    static final int LONGEST_TEXT = 20_000;
    static final String CUT = " […]";

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /**
     * Control characters, unpaired surrogates and bidirectional controls: none belongs in a feed's text, and some can
     * deceive a reader.
     */
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff&&[^\\n]]");

    /** A field is missing or has the wrong type: the item that it belongs to is skipped. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final String key;
        final String field;

        Malformed(String key, String field) {
            super(key + " " + field);
            this.key = key;
            this.field = field;
        }
    }

    /** @throws Malformed where the node is not an object */
    static Fields of(JsonNode node, String name) {
        if (!node.isObject()) throw wrong(name);
        return new Fields(node);
    }

    private static Malformed wrong(String field) {
        return new Malformed("feed.skipped.wrong-type", field);
    }

    /** A text, number or truth value as cleaned text; empty where it is missing or null. */
    String text(String name) {
        return scalar(at(name), name);
    }

    /** As {@link #text}, but must be there. */
    String required(String name) {
        String text = text(name);
        if (text.isEmpty()) throw new Malformed("feed.skipped.missing", name);
        return text;
    }

    /** As {@link #required}, and must match the form of ids. */
    String id(String name, Pattern form) {
        String id = required(name);
        if (!form.matcher(id).matches()) throw wrong(name);
        return id;
    }

    /** The object of that name; an empty one where it is missing or null. */
    Fields object(String name) {
        JsonNode value = at(name);
        return value.isNull() ? NONE : of(value, name);
    }

    /** The objects of that name: an array, or a single one; none where it is missing or null. */
    List<Fields> objects(String name) {
        return values(name).stream().map(value -> of(value, name)).toList();
    }

    /** The texts of that name: an array, or a single one. */
    List<String> texts(String name) {
        return values(name).stream().map(value -> scalar(value, name)).toList();
    }

    /**
     * ISO 8601 with an offset; without one it is read as Swedish time, the first where that occurs twice.
     *
     * @throws Malformed where it can't be read, or is not between 1990 and 2100
     */
    @Nullable
    Instant time(String name) {
        return time(name, Times::first);
    }

    /** As {@link #time}, for an end: the last where that occurs twice. */
    @Nullable
    Instant end(String name) {
        return time(name, Times::last);
    }

    private @Nullable Instant time(String name, Function<LocalDateTime, Instant> swedish) {
        String text = text(name);
        if (text.isEmpty()) return null;
        try {
            Instant time = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text).toInstant()
                    : swedish.apply(LocalDateTime.parse(text));
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) throw wrong(name);
            return time;
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    Instant requiredTime(String name) {
        Instant time = time(name);
        if (time == null) throw new Malformed("feed.skipped.missing", name);
        return time;
    }

    JsonNode at(String name) {
        JsonNode value = node.get(name);
        return value == null ? JsonNodeFactory.instance.nullNode() : value;
    }

    /** The values of that name, of any type: an array's items, or a single one; none where it is missing or null. */
    List<JsonNode> values(String name) {
        JsonNode value = at(name);
        if (value.isNull()) return List.of();
        return value.isArray() ? List.copyOf(value.asArray().values()) : List.of(value);
    }

    private static String scalar(JsonNode value, String name) {
        if (value.isNull()) return "";
        if (!value.isValueNode()) throw wrong(name);
        return clean(value.asString());
    }

    /** Plain text: composed letters, no control characters, real line breaks, and not too long. */
    static String clean(String raw) {
        String cut = raw.length() > 2 * LONGEST_TEXT ? raw.substring(0, 2 * LONGEST_TEXT) : raw;
        String lines = cut.replace("\\r", "")
                .replace("\\n", "\n")
                .replace("\r\n", "\n")
                .replace('\t', ' ');
        String plain = Normalizer.normalize(UNWANTED.matcher(lines).replaceAll(""), Normalizer.Form.NFC)
                .strip();
        return bounded(plain, raw.length() > cut.length());
    }

    /** The text, cut between characters and marked so where it is too long. */
    static String bounded(String plain, boolean alreadyCut) {
        if (plain.length() <= LONGEST_TEXT && !alreadyCut) return plain;
        int end = Math.min(plain.length(), LONGEST_TEXT - CUT.length());
        if (end > 0 && Character.isHighSurrogate(plain.charAt(end - 1))) end--;
        return plain.substring(0, end) + CUT;
    }
}
