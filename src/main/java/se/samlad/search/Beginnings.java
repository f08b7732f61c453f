package se.samlad.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** The words there are that begin as those that are asked for. */
final class Beginnings {

    /** More are not told one by one. */
    private static final int FEW = 64;

    /** After all that begins alike: no letter comes later. */
    private static final String END = Character.toString(Character.MAX_CODE_POINT);

    /** Of each that is asked for, as it is written in the index, without those that are too common to be in it. */
    private static final String KNOWN =
            "select lexeme, array(select word from word where word >= lexeme and word < lexeme || ? order by word limit ?)"
                    + " from unnest(cast(? as text[])) with ordinality asked(word, n), unnest(to_tsvector('swedish', word))"
                    + " order by n";

    private final JdbcTemplate database;

    Beginnings(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * As PostgreSQL's type {@code tsquery} is written: for each that is asked for, one of the words that begin so. Empty
     * where there is none, or nothing is left to look for.
     */
    Optional<String> known(String asked) {
        var all = new ArrayList<String>();
        var beginnings = new ArrayList<String>();
        for (var word : Words.asked(asked)) {
            if (Words.isBeginning(word)) beginnings.add('"' + word + '"'); // quoted: a word may be "null"
            else all.add(Tags.any(List.of(word)));
        }
        for (var beginning : begun(beginnings)) {
            if (beginning.known.isEmpty()) return Optional.empty();
            all.add(beginning.written());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", all));
    }

    private List<Beginning> begun(List<String> words) {
        return database.query(
                KNOWN,
                (row, n) -> new Beginning(Objects.requireNonNull(row.getString(1)), List.of((String[])
                        row.getArray(2).getArray())),
                END,
                FEW + 1,
                '{' + String.join(",", words) + '}');
    }

    /** @param known the words there are that begin so; more than a few: not all of them */
    private record Beginning(String lexeme, List<String> known) {
        String written() {
            return known.size() > FEW ? Tags.any(List.of(lexeme)) + ":*" : Tags.any(known);
        }
    }
}
