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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.stereotype.Service;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Reader;

/** Searches the entries that the reader may see. */
@Service
public class Search {

    /** Counting stops here, or at the limit where that is higher; a larger number is shown as "50+". */
    public static final int COUNTED = 50;

    private static final int RANKED = 200;

    /** How many of the newest rows are scanned first; matches further back come from the index. */
    private static final int NEAR = 20_000;

    /** The most pieces that are scanned, each only where pieces like the last are likely to give enough. */
    private static final int NEAR_PIECES = 4;

    /** Divides the piece's size in a search of one stream, actor or kind, where fewer rows match. */
    private static final int NARROWED = 4;

    private static final int SECONDS = 3;

    /** A reader with at most this many labels is narrowed by labels in SQL too; others see nearly all. */
    private static final int FEW = 64;

    private static final int MORE_EACH_TIME = 4;
    private static final Duration SEE_OWN_WRITES = Duration.ofSeconds(5);

    /**
     * A search.
     *
     * @param words all must match, each as a prefix of a word, a number as a whole
     * @param stream an incident; null: all
     * @param actor the author's actor; null: all
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

        private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
        private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

        public Wanted {
            from = within(from);
            until = within(until);
        }

        /** Moves times far outside any calendar to the ends of the range. */
        private static @Nullable Instant within(@Nullable Instant time) {
            return time == null ? null : time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
        }

        /** Whether the query has any word. */
        public boolean any() {
            return !Words.query(words).isEmpty();
        }

        private boolean isNarrowed() {
            return stream != null || actor != null || !kinds.isEmpty();
        }
    }

    /** The order of matches. */
    public enum Order {
        NEWEST,
        BEST
    }

    /**
     * @param count how many the reader may see, at most {@link #COUNTED}
     * @param more whether there are more than were counted
     */
    public record Found(List<Entry> entries, int count, boolean more) {}

    /** @param rank 0 where matches are not ranked */
    private record Match(long position, Labels labels, double rank) {
        private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::rank)
                .thenComparing(Match::position)
                .reversed();
    }

    private final JdbcTemplate database;
    private final Beginnings beginnings;
    private final Journal journal;
    private final Following following;
    private final int near;

    @Autowired
    Search(DataSource database, Journal journal, Following following) {
        this(database, journal, following, NEAR);
    }

    /** @param near how many rows a scan reads */
    Search(DataSource database, Journal journal, Following following, int near) {
        this.near = near;
        this.following = following;
        this.database = new JdbcTemplate(database);
        this.database.setQueryTimeout(SECONDS);
        this.beginnings = new Beginnings(this.database);
        this.journal = journal;
    }

    /** At most {@code limit} matches: the newest or, with {@link Order#BEST}, the best of the newest 200. */
    public Found find(Wanted wanted, Order order, int limit, Reader reader) {
        if (!wanted.any()) return new Found(List.of(), 0, false);
        following.await(SEE_OWN_WRITES);
        int counted = Math.max(COUNTED, limit);
        var matches = order == Order.BEST
                ? newest(wanted, Math.max(RANKED, counted + 1), true, reader).stream()
                        .sorted(Match.BEST_FIRST)
                        .toList()
                : newest(wanted, counted + 1, false, reader);
        var positions = matches.stream().limit(limit).map(Match::position).toList();
        return new Found(journal.at(positions, reader), Math.min(matches.size(), counted), matches.size() > counted);
    }

    /**
     * The newest matches. Scans near pieces as long as they are likely to give enough, which finds common words at
     * once; then asks the index, which collects all matches before it gives the newest, so it suits rare words.
     */
    private List<Match> newest(Wanted wanted, int enough, boolean ranked, Reader reader) {
        var found = new ArrayList<Match>();
        int rows = wanted.isNarrowed() ? Math.max(1, near / NARROWED) : near;
        var matching = new Matching(wanted, ranked, reader.held(), rows);
        long from = wanted.from() == null ? 0 : positionAt(wanted.from());
        long before = wanted.until() == null ? Long.MAX_VALUE : positionAt(wanted.until());
        var progress = new Progress(enough, reader, System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS), found);
        int pieces = 0;
        int more;
        do {
            int had = found.size();
            long until = before;
            before = endOfNear(wanted.stream(), rows, from, until);
            fetch(progress, before, until, matching::near);
            more = found.size() - had;
            pieces++;
        } while (before > from && found.size() < enough && more * (NEAR_PIECES - pieces) >= enough - found.size());
        long far = before;
        if (far > from && found.size() < enough)
            beginnings
                    .known(wanted.words())
                    .ifPresent(known -> fetch(progress, from, far, (a, b, limit) -> matching.far(known, a, b, limit)));
        return found;
    }

    /** @param deadline by {@code System.nanoTime()} */
    private record Progress(int enough, Reader reader, long deadline, List<Match> found) {}

    private interface Query {
        PreparedStatementCreator between(long from, long before, int limit);
    }

    /** Fetches rows in growing steps until the reader may see enough of them; mostly one step is enough. */
    private void fetch(Progress progress, long from, long until, Query query) {
        long before = until;
        int wanting = progress.enough - progress.found.size();
        for (int many = wanting + wanting / MORE_EACH_TIME + 1; wanting > 0; many *= MORE_EACH_TIME) {
            var rows = database.query(query.between(from, before, many), Search::row);
            rows.stream()
                    .filter(row -> progress.reader.sees(row.labels()))
                    .limit(wanting)
                    .forEach(progress.found::add);
            if (rows.size() < many) return;
            if (System.nanoTime() > progress.deadline) throw new QueryTimeoutException("too much of it is hidden");
            before = rows.getLast().position();
            wanting = progress.enough - progress.found.size();
        }
    }

    /** The lowest position of a scan over so many rows; {@code from} where fewer are left. */
    private long endOfNear(@Nullable UUID stream, int rows, long from, long until) {
        if (stream == null) return Math.max(from, Math.min(until, journal.position() + 1) - rows);
        var last = database.queryForList(
                "select position from searchable where (stream, position) >= (?, ?) and (stream, position) < (?, ?)"
                        + " order by stream desc, position desc offset ? limit 1",
                Long.class,
                stream,
                from,
                stream,
                until,
                rows);
        return last.isEmpty() ? from : last.getFirst() + 1;
    }

    private static Match row(ResultSet row, int n) throws SQLException {
        return new Match(
                row.getLong(1), new Labels(List.of((String[]) row.getArray(2).getArray())), row.getDouble(3));
    }

    /** The position of the first entry recorded then or later; the highest number where there is none. */
    private long positionAt(Instant then) {
        var first = database.queryForList(
                "select position from searchable where recorded_at >= ? order by recorded_at, position limit 1",
                Long.class,
                then.atOffset(ZoneOffset.UTC));
        return first.isEmpty() ? Long.MAX_VALUE : first.getFirst();
    }

    /** Builds the SQL of a search. SQL narrows by labels only where that pays; the gate decides who may see a match. */
    private static final class Matching {
        private final String shown;
        private final List<Object> ranks;
        private final int near;
        private final String words;
        private final StringBuilder tags = new StringBuilder();
        private final List<Object> values = new ArrayList<>();
        private final @Nullable UUID stream;

        Matching(Wanted wanted, boolean ranked, List<String> held, int near) {
            this.near = near;
            this.words = Words.query(wanted.words());
            this.stream = wanted.stream();
            this.shown = "select position, labels, "
                    + (ranked ? "ts_rank(words, to_tsquery('swedish', ?))" : "0")
                    + " from ";
            this.ranks = ranked ? List.of(words) : List.of();
            if (wanted.actor() != null) tags(List.of(Tags.actor(wanted.actor())));
            if (!wanted.kinds().isEmpty())
                tags(wanted.kinds().stream().map(Tags::kind).toList());
            if (held.size() <= FEW) tags(held.stream().map(Tags::label).toList());
        }

        private void tags(List<String> any) {
            tags.append(" and words @@ cast(? as tsquery)");
            values.add(Tags.any(any));
        }

        /** A scan over the newest rows, whatever plan the words would suggest. */
        PreparedStatementCreator near(long from, long before, int limit) {
            var rows = stream == null
                    ? "where position >= ? and position < ? order by position desc"
                    : "where (stream, position) >= (?, ?) and (stream, position) < (?, ?) order by stream desc, position desc";
            var rowsNear = "(select * from searchable " + rows + " limit " + near + ") near where ";
            var bounds = stream == null ? List.<Object>of(from, before) : List.<Object>of(stream, from, stream, before);
            var all = new ArrayList<>(ranks);
            all.addAll(bounds);
            all.add(words);
            all.addAll(values);
            return statement(shown + rowsNear + "words @@ to_tsquery('swedish', ?)" + tags + " limit " + limit, all);
        }

        /** A look-up by the index, never a scan along positions, for the words known to exist. */
        PreparedStatementCreator far(String known, long from, long before, int limit) {
            var all = new ArrayList<>(ranks);
            all.add(known);
            all.addAll(values);
            all.add(from);
            all.add(before);
            var of = " and position >= ? and position < ?";
            if (stream != null) {
                all.add(stream);
                of += " and stream = ?";
            }
            return statement(
                    shown + "searchable where words @@ cast(? as tsquery)" + tags + of
                            + " order by position + 0 desc limit " + limit,
                    all);
        }

        private static PreparedStatementCreator statement(String sql, List<Object> values) {
            return connection -> {
                var statement = connection.prepareStatement(sql);
                // planned anew for these words: common and rare words need different plans
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
                for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
                return statement;
            };
        }
    }
}
