package se.samlad.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.stereotype.Service;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Reader;

/** Searches what the reader may see. */
@Service
public class Search {

    /** Counting stops here: more is said as "200+". */
    public static final int COUNTED = 200;

    private static final int RANKED = 2_000;
    private static final int SECONDS = 3;

    /** Of whom so few labels are asked for in the index: for all others nearly nothing is hidden. */
    private static final int FEW = 64;

    private static final int MORE_EACH_TIME = 4;
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

    /** @param rank 0 where it is not asked for */
    private record Match(long position, Labels labels, double rank) {
        private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::rank)
                .thenComparing(Match::position)
                .reversed();
    }

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
        var matches = order == Order.BEST
                ? newest(wanted, RANKED, true, reader).stream()
                        .sorted(Match.BEST_FIRST)
                        .toList()
                : newest(wanted, COUNTED + 1, false, reader);
        var positions = matches.stream().limit(limit).map(Match::position).toList();
        return new Found(journal.at(positions, reader), Math.min(matches.size(), COUNTED), matches.size() > COUNTED);
    }

    /** Some hundreds at a time, until there are enough that the reader may see: for most that is one look. */
    private List<Match> newest(Wanted wanted, int enough, boolean ranked, Reader reader) {
        var found = new ArrayList<Match>();
        var matching = new Condition(wanted, ranked, reader.held());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        long before = wanted.until() == null ? Long.MAX_VALUE : positionAt(wanted.until());
        long from = wanted.from() == null ? 0 : positionAt(wanted.from());
        for (int many = enough + enough / MORE_EACH_TIME; found.size() < enough; many *= MORE_EACH_TIME) {
            var rows = database.query(matching.query(from, before, many), Search::row);
            rows.stream()
                    .filter(row -> reader.sees(row.labels()))
                    .limit(enough - found.size())
                    .forEach(found::add);
            if (rows.size() < many) break;
            if (System.nanoTime() > deadline) throw new QueryTimeoutException("too much of it is hidden");
            before = rows.getLast().position();
        }
        return found;
    }

    private static Match row(ResultSet row, int n) throws SQLException {
        return new Match(
                row.getLong(1), new Labels(List.of((String[]) row.getArray(2).getArray())), row.getDouble(3));
    }

    /** Of the first that was recorded then or later; after all others where there is none. */
    private long positionAt(Instant then) {
        var first = database.queryForList(
                "select position from searched where recorded_at >= ? order by recorded_at, position limit 1",
                Long.class,
                then.atOffset(ZoneOffset.UTC));
        return first.isEmpty() ? Long.MAX_VALUE : first.getFirst();
    }

    /** What is wanted, in SQL; who may see it is narrowed here only where that is worth it, and decided by the gate. */
    private static final class Condition {
        private final StringBuilder sql = new StringBuilder("select position, labels, ");
        private final List<Object> values = new ArrayList<>();
        private final @Nullable UUID stream;

        Condition(Wanted wanted, boolean ranked, List<String> held) {
            var words = Words.query(wanted.words());
            this.stream = wanted.stream();
            if (ranked) values.add(words);
            values.add(words);
            sql.append(ranked ? "ts_rank(words, to_tsquery('swedish', ?))" : "0")
                    .append(" from searched where words @@ to_tsquery('swedish', ?)");
            if (wanted.actor() != null) tags(List.of(Tags.actor(wanted.actor())));
            if (!wanted.kinds().isEmpty())
                tags(wanted.kinds().stream().map(Tags::kind).toList());
            if (held.size() <= FEW) tags(held.stream().map(Tags::label).toList());
        }

        private void tags(List<String> any) {
            sql.append(" and tags @@ cast(? as tsquery)");
            values.add(Tags.any(any));
        }

        /** By stream and position together, where a stream is wanted: else the plan may be to go through all others. */
        PreparedStatementCreator query(long from, long before, int limit) {
            var ordered = stream == null
                    ? " and position >= ? and position < ? order by position desc limit "
                    : " and (stream, position) >= (?, ?) and (stream, position) < (?, ?)"
                            + " order by stream desc, position desc limit ";
            List<Object> bounds = stream == null ? List.of(from, before) : List.of(stream, from, stream, before);
            return connection -> {
                var statement = connection.prepareStatement(sql + ordered + limit);
                // planned for these words: another plan is right for common ones than for rare ones
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
                int at = 0;
                for (var value : values) statement.setObject(++at, value);
                for (var bound : bounds) statement.setObject(++at, bound);
                return statement;
            };
        }
    }
}
