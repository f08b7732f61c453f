package se.samlad.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The words there are that begin as those that are asked for. */
final class Beginnings {

    /** More are not told one by one. */
    private static final int FEW = 64;

    /** After all that begins alike: no letter comes later. */
    private static final String END = Character.toString(Character.MAX_CODE_POINT);

    private static final String LEXEMES =
            "select lexeme from unnest(cast(? as text[])) with ordinality asked(word, n), unnest(to_tsvector('swedish', word))"
                    + " order by n";
    private static final String BEGINNING = "select word from word where word >= ? and word < ? order by word limit ?";

    private final JdbcTemplate database;

    Beginnings(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * As PostgreSQL's type {@code tsquery} is written: for each that is asked for, one of the words that begin so. Empty
     * where there is none, or nothing is left to look for.
     */
    Optional<String> known(String asked) {
        var words = Words.asked(asked);
        var all = new ArrayList<String>();
        all.addAll(numbers(words));
        for (var lexeme : lexemes(words)) {
            var known = texts(BEGINNING, lexeme, lexeme + END, FEW + 1);
            if (known.isEmpty()) return Optional.empty();
            all.add(known.size() > FEW ? Tags.any(List.of(lexeme)) + ":*" : Tags.any(known));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join(" & ", all));
    }

    private static List<String> numbers(List<String> words) {
        return words.stream()
                .filter(word -> !Words.isBeginning(word))
                .map(number -> Tags.any(List.of(number)))
                .toList();
    }

    /** As they are written in the index; without those that are too common to be in it. */
    private List<String> lexemes(List<String> words) {
        var beginnings = words.stream()
                .filter(Words::isBeginning)
                .collect(Collectors.joining("\",\"", "{\"", "\"}")); // quoted: a word may be "null"
        return texts(LEXEMES, beginnings);
    }

    private List<String> texts(String sql, Object... values) {
        return database.query(sql, (row, n) -> Objects.requireNonNull(row.getString(1)), values);
    }
}
