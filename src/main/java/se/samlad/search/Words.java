package se.samlad.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.samlad.web.Letters;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Splits entries and queries into words, in the same way. */
final class Words {

    /** PostgreSQL takes at most 1 MB of words in a row; nobody needs to find the end of a text this long. */
    private static final int LONGEST = 100_000;

    private static final int MOST_WORDS = 12;
    private static final JsonMapper JSON = new JsonMapper();
    /** The characters of words: letters, marks and numbers, by {@link Character#getType}. */
    private static final long IN_WORD = types(
            Character.UPPERCASE_LETTER,
            Character.LOWERCASE_LETTER,
            Character.TITLECASE_LETTER,
            Character.MODIFIER_LETTER,
            Character.OTHER_LETTER,
            Character.NON_SPACING_MARK,
            Character.ENCLOSING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.DECIMAL_DIGIT_NUMBER,
            Character.LETTER_NUMBER,
            Character.OTHER_NUMBER);

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Words() {}

    /** The words of all texts of a fact, separated by blanks. */
    static String of(String body) {
        var all = new StringBuilder(body.length());
        try (var parts = JSON.createParser(body)) {
            for (var part = parts.nextToken(); part != null; part = parts.nextToken())
                if (part == JsonToken.VALUE_STRING) split(Letters.searched(parts.getString()), all);
        }
        return all.length() > LONGEST ? all.substring(0, LONGEST) : all.toString();
    }

    private static void split(String text, StringBuilder all) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            all.appendCodePoint(isInWord(c) ? c : ' ');
            i += Character.charCount(c);
        }
        all.append(' ');
    }

    private static boolean isInWord(int codePoint) {
        return (IN_WORD >>> Character.getType(codePoint) & 1) == 1;
    }

    private static long types(int... types) {
        return IntStream.of(types).mapToLong(type -> 1L << type).sum();
    }

    /** The words of a query, in lower case. */
    static List<String> asked(String text) {
        var all = new StringBuilder();
        split(Letters.searched(text).toLowerCase(Locale.ROOT), all);
        return Stream.of(all.toString().split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    /** False for a number, which is matched whole: a search for road 7 must not find road 76. */
    static boolean isBeginning(String word) {
        return !NUMBER.matcher(word).matches();
    }

    /** The input for PostgreSQL's {@code to_tsquery}: all of the words. Empty where there are none. */
    static String query(String text) {
        return asked(text).stream()
                .map(word -> isBeginning(word) ? word + ":*" : word)
                .collect(Collectors.joining(" & "));
    }
}
