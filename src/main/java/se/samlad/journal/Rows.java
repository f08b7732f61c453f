package se.samlad.journal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads entries from the database. */
final class Rows {

    private static final String COLUMNS =
            "array_to_string(labels, E'\\n'), kind, body, position, id, stream, subject, account, actor, function, recorded_at, occurred_at, marking";
    static final int FETCH = 1_000;

    /** Makes the planner follow an index that has the order: else it may fetch and sort very much for the first few rows. */
    static final String IN_ORDER = "set local enable_bitmapscan = off; set local enable_sort = off; ";

    /** Makes the planner use an index, even where it expects a scan of the whole journal to be cheaper. */
    private static final String BY_INDEX = "set local enable_seqscan = off; ";

    private final DataSource database;
    private final Codec codec;
    private final Pulse pulse;
    private final boolean patient;

    Rows(DataSource database, Codec codec) {
        this(database, codec, new Pulse(), true);
    }

    /** @param patient whether it asks the database also while that counts as away */
    Rows(DataSource database, Codec codec, Pulse pulse, boolean patient) {
        this.database = database;
        this.codec = codec;
        this.pulse = pulse;
        this.patient = patient;
    }

    /**
     * A condition and its parameters, in order; {@code order by} and limit included.
     *
     * @param plan settings for the planner, as statements to run before; empty: none
     */
    record Where(String plan, String sql, Object... values) {

        static Where of(String sql, Object... values) {
            return new Where("", sql, values);
        }

        /** With an order that an index has. */
        static Where inOrder(String sql, Object... values) {
            return new Where(IN_ORDER, sql, values);
        }
    }

    /**
     * A range of positions of one stream, or of all. Stream and position are compared and ordered together, as the index has
     * them: else the plan may be to go through the whole journal for the few entries of one stream.
     *
     * @param stream null: all
     * @param after exclusive
     * @param until inclusive
     */
    record Between(@Nullable UUID stream, long after, long until) {

        String sql() {
            return stream == null
                    ? "position > ? and position <= ?"
                    : "(stream, position) > (?, ?) and (stream, position) <= (?, ?)";
        }

        /** @param and more conditions, and an order that an index has */
        Where where(String and) {
            return Where.inOrder(sql() + and, values().toArray());
        }

        List<Object> values() {
            return stream == null ? List.of(after, until) : List.of(stream, after, stream, until);
        }

        String inOrder() {
            return stream == null ? " order by position" : " order by stream, position";
        }

        String newestFirst() {
            return stream == null ? " order by position desc" : " order by stream desc, position desc";
        }
    }

    /**
     * The next entries after a position. Positions have no gaps, so the end is a position and not a limit: with a limit, a
     * plan that was made while the journal was small would sort everything that follows.
     */
    static Where next(long after, int many) {
        var between = new Between(null, after, after + many);
        return Where.inOrder(between.sql() + between.inOrder(), between.values().toArray());
    }

    List<Entry> list(Where where) {
        return list(where, labels -> true);
    }

    List<Entry> list(Where where, Predicate<Labels> gate) {
        var entries = new ArrayList<Entry>();
        each(where, gate, entries::add);
        return entries;
    }

    /** Reads with a cursor, some rows at a time. Rows whose labels do not pass the gate are never decoded. */
    void each(Where where, Predicate<Labels> gate, Consumer<Entry> to) {
        read(connection -> {
            try (var statement = prepare(connection, COLUMNS, where)) {
                statement.setFetchSize(FETCH);
                var known = new HashMap<String, Labels>(); // few different sets occur
                try (var rows = firstResult(statement)) {
                    for (pulse.heard(); rows.next(); pulse.heard()) {
                        var labels = known.computeIfAbsent(rows.getString(1), Labels::ofLines);
                        if (gate.test(labels)) to.accept(entry(rows, labels));
                    }
                }
            }
        });
    }

    interface Work {
        void by(Connection connection) throws SQLException;
    }

    /** In a transaction of its own, which is rolled back. @throws Unavailable where the database fails */
    void read(Work work) {
        if (!patient) pulse.requireAvailable();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.by(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            pulse.heard();
        } catch (SQLException e) {
            throw new Unavailable("the journal can't be read", e);
        }
    }

    /** The label sets that occur in the range. */
    List<Labels> labels(Between between) {
        var sets = new ArrayList<Labels>();
        var where = new Where(BY_INDEX, between.sql(), between.values().toArray());
        read(connection -> {
            try (var statement = prepare(connection, "distinct labels", where);
                    var rows = firstResult(statement)) {
                while (rows.next()) {
                    sets.add(new Labels(List.of((String[]) rows.getArray(1).getArray())));
                }
            }
        });
        return sets;
    }

    long last() {
        if (!patient) pulse.requireAvailable();
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select max(position) from entry")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new Unavailable("the journal can't be read", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String what, Where where) throws SQLException {
        var statement =
                connection.prepareStatement(where.plan() + "select " + what + " from entry where " + where.sql());
        for (int i = 0; i < where.values().length; i++) {
            Object value = where.values()[i];
            switch (value) {
                case List<?> texts -> statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
                case Instant at ->
                    statement.setObject(i + 1, at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
                default -> statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    /** The result of the query, after the planner's settings, which have none. */
    static ResultSet firstResult(PreparedStatement statement) throws SQLException {
        boolean areRows = statement.execute();
        while (!areRows) areRows = statement.getMoreResults();
        return statement.getResultSet();
    }

    private Entry entry(ResultSet row, Labels labels) throws SQLException {
        String kind = row.getString(2);
        var body = new String(row.getBytes(3), StandardCharsets.UTF_8);
        return new Entry(
                row.getLong(4),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                new By(row.getString(8), row.getString(9), row.getString(10)),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                labels,
                row.getString(13),
                kind,
                codec.decode(kind, body),
                body);
    }
}
