package se.samlad.search;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Reader;

/** Searches what the reader may see. */
@Service
public class Search {

    /** Counting stops here: more is said as "1 000+". */
    public static final int COUNTED = 1_000;

    private static final int RANKED = 2_000;
    private static final int SECONDS = 3;
    private static final Duration SEE_OWN_WRITES = Duration.ofSeconds(5);

    /**
     * What is looked for.
     *
     * @param words all must be there, each as the beginning of a word
     * @param stream an incident; null: all
     * @param actor who wrote it; null: whoever did
     * @param kinds stored names of facts; empty: all
     * @param from recorded then or later; null: from the start
     * @param until recorded before then; null: until now
     */
    public record Wanted(
            String words,
            @Nullable UUID stream,
            @Nullable String actor,
            List<String> kinds,
            @Nullable Instant from,
            @Nullable Instant until) {

        /** Whether there is anything to look for. */
        public boolean any() {
            return !Words.query(words).isEmpty();
        }
    }

    /** In which order. */
    public enum Order {
        NEWEST,
        BEST
    }

    /**
     * @param count how many the reader may see, at most {@link #COUNTED}
     * @param more whether there are more than were counted
     */
    public record Found(List<Entry> entries, int count, boolean more) {}

    private final JdbcTemplate database;
    private final Journal journal;
    private final Following following;

    Search(DataSource database, Journal journal, Following following) {
        this.following = following;
        this.database = new JdbcTemplate(database);
        this.database.setQueryTimeout(SECONDS);
        this.journal = journal;
    }

    /** At most {@code limit} of what is wanted, of all time or, best first, of the newest 2,000 matches. */
    public Found find(Wanted wanted, Order order, int limit, Reader reader) {
        if (!wanted.any()) return new Found(List.of(), 0, false);
        following.await(SEE_OWN_WRITES);
        var matching = new Condition(wanted, reader.held());
        var newest = "select position, words from searched where " + matching.sql + " order by position desc limit ";
        var positions = order == Order.NEWEST
                ? asked(newest + limit, matching.values)
                : asked(
                        "select position from (" + newest + RANKED + ") n order by"
                                + " ts_rank(n.words, to_tsquery('swedish', ?)) desc, position desc limit " + limit,
                        matching.valuesAnd(Words.query(wanted.words())));
        int counted = count(matching);
        return new Found(journal.at(positions, reader), Math.min(counted, COUNTED), counted > COUNTED);
    }

    private int count(Condition matching) {
        var sql = "select count(*) from (select 1 from searched where " + matching.sql + " limit " + (COUNTED + 1)
                + ") c";
        return asked(sql, matching.values).getFirst().intValue();
    }

    private List<Long> asked(String sql, List<Object> values) {
        return database.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    for (int i = 0; i < values.size(); i++) {
                        var value = values.get(i);
                        if (value instanceof List<?> texts)
                            statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
                        else statement.setObject(i + 1, value);
                    }
                    return statement;
                },
                (row, n) -> row.getLong(1));
    }

    /** The gate and what is wanted, in SQL. */
    private static final class Condition {
        private final StringBuilder sql = new StringBuilder("words @@ to_tsquery('swedish', ?) and labels && ?");
        private final List<Object> values = new ArrayList<>();

        Condition(Wanted wanted, List<String> held) {
            values.add(Words.query(wanted.words()));
            values.add(held);
            and(" and stream = ?", wanted.stream());
            and(" and actor = ?", wanted.actor());
            and(" and kind = any(?)", wanted.kinds().isEmpty() ? null : wanted.kinds());
            and(
                    " and recorded_at >= ?",
                    wanted.from() == null ? null : wanted.from().atOffset(ZoneOffset.UTC));
            and(
                    " and recorded_at < ?",
                    wanted.until() == null ? null : wanted.until().atOffset(ZoneOffset.UTC));
        }

        private void and(String more, @Nullable Object value) {
            if (value == null) return;
            sql.append(more);
            values.add(value);
        }

        List<Object> valuesAnd(Object last) {
            var all = new ArrayList<>(values);
            all.add(last);
            return all;
        }
    }
}
