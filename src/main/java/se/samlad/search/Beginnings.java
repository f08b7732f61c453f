package se.samlad.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Expands the prefixes of a query to words that exist in the index. */
final class Beginnings {

    /** A prefix with more words than this is searched as a prefix. */
    private static final int FEW = 64;

    /** Sorts after every continuation of a prefix: no letter has a higher code point. */
    private static final String END = Character.toString(Character.MAX_CODE_POINT);

    /**
     * For each word of the query: its lexeme in the index and the indexed words that begin with it. Stop words, which
     * the index leaves out, are left out here too.
     */
    private static final String KNOWN =
            "select lexeme, array(select word from word where word >= lexeme and word < lexeme || ? order by word limit ?)"
                    + " from unnest(cast(? as text[])) with ordinality asked(word, n), unnest(to_tsvector('swedish', word))"
                    + " order by n";

    private final JdbcTemplate database;

    Beginnings(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * The query as a {@code tsquery}: each prefix is replaced by a choice of the words that begin with it. Empty where
     * a prefix has no word, or no words are left to search for.
     */
    Optional<String> known(String asked) {
        var all = new ArrayList<String>();
        var beginnings = new ArrayList<String>();
        for (var word : Words.asked(asked)) {
            if (Words.isBeginning(word)) beginnings.add('"' + word + '"'); // quoted: a word may be "null"
            else all.add(Tags.any(List.of(word)));
        }
        for (var beginning : expanded(beginnings)) {
            if (beginning.known.isEmpty()) return Optional.empty();
            all.add(beginning.written());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", all));
    }

    private List<Beginning> expanded(List<String> words) {
        return database.query(
                KNOWN,
                (row, n) -> new Beginning(Objects.requireNonNull(row.getString(1)), List.of((String[])
                        row.getArray(2).getArray())),
                END,
                FEW + 1,
                '{' + String.join(",", words) + '}');
    }

    /** @param known words with the prefix; more than {@link #FEW} means that there may be further ones */
    private record Beginning(String lexeme, List<String> known) {
        String written() {
            return known.size() > FEW ? Tags.any(List.of(lexeme)) + ":*" : Tags.any(known);
        }
    }
}
