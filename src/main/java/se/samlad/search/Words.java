package se.samlad.search;

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
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private Words() {}

    /** All texts of a fact, one after the other. */
    static String of(String body) {
        var all = new StringBuilder();
        collect(JSON.readTree(body), all);
        return all.length() > LONGEST ? all.substring(0, LONGEST) : all.toString();
    }

    private static void collect(JsonNode node, StringBuilder all) {
        if (node.isString()) all.append(node.stringValue()).append(' ');
        else node.forEach(each -> collect(each, all));
    }

    /**
     * As PostgreSQL's {@code to_tsquery} takes it: all of the words, each as the beginning of one. Empty where there is
     * nothing to look for.
     */
    static String query(String asked) {
        return WORD.matcher(asked.toLowerCase(Locale.ROOT))
                .results()
                .limit(MOST_WORDS)
                .map(word -> word.group() + ":*")
                .collect(Collectors.joining(" & "));
    }
}
