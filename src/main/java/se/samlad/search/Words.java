package se.samlad.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** What is searched of an entry, and what is asked for. */
final class Words {

    /** PostgreSQL takes at most 1 MB of words in a row; nobody searches for the end of a text that long. */
    private static final int LONGEST = 100_000;

    private static final int MOST_WORDS = 12;
    private static final JsonMapper JSON = new JsonMapper();
    /** By {@link Character#getType}: letters, marks and numbers. */
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

    /** The words of all texts of a fact, one after the other: told apart as those are that are asked for. */
    static String of(String body) {
        var all = new StringBuilder(body.length());
        try (var parts = JSON.createParser(body)) {
            for (var part = parts.nextToken(); part != null; part = parts.nextToken())
                if (part == JsonToken.VALUE_STRING) toldApart(parts.getString(), all);
        }
        return all.length() > LONGEST ? all.substring(0, LONGEST) : all.toString();
    }

    private static void toldApart(String text, StringBuilder all) {
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

    /** The words that are asked for, in small letters. */
    static List<String> asked(String text) {
        var all = new StringBuilder();
        toldApart(text.toLowerCase(Locale.ROOT), all);
        return Stream.of(all.toString().split(" "))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    /** A number is meant whole: who looks for road 7 does not mean road 76. All else is the beginning of a word. */
    static boolean isBeginning(String word) {
        return !NUMBER.matcher(word).matches();
    }

    /** As PostgreSQL's {@code to_tsquery} takes it: all of the words. Empty where there is nothing to look for. */
    static String query(String text) {
        return asked(text).stream()
                .map(word -> isBeginning(word) ? word + ":*" : word)
                .collect(Collectors.joining(" & "));
    }
}
