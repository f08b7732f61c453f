package se.samlad.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is searched of an entry, and what is asked for. */
final class Words {

    /** PostgreSQL takes at most 1 MB of words in a row; nobody searches for the end of a text that long. */
    private static final int LONGEST = 100_000;

    private static final int MOST_WORDS = 12;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Words() {}

    /** The words of all texts of a fact, one after the other: told apart as those are that are asked for. */
    static String of(String body) {
        var all = new StringBuilder();
        collect(JSON.readTree(body), all);
        return all.length() > LONGEST ? all.substring(0, LONGEST) : all.toString();
    }

    private static void collect(JsonNode node, StringBuilder all) {
        if (node.isString())
            NO_WORD.splitAsStream(node.stringValue())
                    .forEach(word -> all.append(word).append(' '));
        else node.forEach(each -> collect(each, all));
    }

    /** The words that are asked for, in small letters. */
    static List<String> asked(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
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
