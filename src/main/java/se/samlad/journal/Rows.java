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

/** Reads entries out of the database, a bounded number at a time. */
final class Rows {

    private static final String COLUMNS =
            "array_to_string(labels, E'\\n'), kind, body, position, id, stream, subject, account, actor, function, recorded_at, occurred_at, marking";
    static final int FETCH = 1_000;

    /** By an index that has the order: by what it holds for few, the planner would fetch and sort all for the first few. */
    static final String IN_ORDER = "set local enable_bitmapscan = off; set local enable_sort = off; ";

    /** By an index, though the planner may hold the whole journal for cheaper. */
    private static final String BY_INDEX = "set local enable_seqscan = off; ";

    private final DataSource database;
    private final Codec codec;
    private final Pulse pulse;
    private final boolean patient;

    Rows(DataSource database, Codec codec) {
        this(database, codec, new Pulse(), true);
    }

    /** @param patient asks also a database that is away */
    Rows(DataSource database, Codec codec, Pulse pulse, boolean patient) {
        this.database = database;
        this.codec = codec;
        this.pulse = pulse;
        this.patient = patient;
    }

    /**
     * A condition and its parameters, in order; {@code order by} and limit included.
     *
     * @param plan what the planner is told beforehand; empty: nothing
     */
    record Where(String plan, String sql, Object... values) {

        static Where of(String sql, Object... values) {
            return new Where("", sql, values);
        }

        /** Whose order is that of an index. */
        static Where inOrder(String sql, Object... values) {
            return new Where(IN_ORDER, sql, values);
        }
    }

    /**
     * The positions of one stream, or of all. Compared and ordered by stream and position together: else the plan may be to
     * go through the whole journal for the few of a stream that are nowhere near.
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

        /** @param and what else must hold, and the order: an index has it */
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
     * So many after the position, which has no gaps. With an end, not a limit: by a plan that was made when the journal was
     * small all that follows would be sorted for the first few.
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

    /** Streams through the rows; those whose labels do not pass the gate are never decoded. */
    void each(Where where, Predicate<Labels> gate, Consumer<Entry> to) {
        read(connection -> {
            try (var statement = prepare(connection, COLUMNS, where)) {
                statement.setFetchSize(FETCH);
                var known = new HashMap<String, Labels>(); // the same few sets of labels come again and again
                try (var rows = of(statement)) {
                    pulse.heard();
                    while (rows.next()) {
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

    /** In a transaction of its own, that changes nothing. */
    void read(Work work) {
        if (!patient) pulse.mustBeThere();
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

    /** The sets of labels that occur there. */
    List<Labels> labels(Between between) {
        var sets = new ArrayList<Labels>();
        var where = new Where(BY_INDEX, between.sql(), between.values().toArray());
        read(connection -> {
            try (var statement = prepare(connection, "distinct labels", where);
                    var rows = of(statement)) {
                while (rows.next()) {
                    sets.add(new Labels(List.of((String[]) rows.getArray(1).getArray())));
                }
            }
        });
        return sets;
    }

    long last() {
        if (!patient) pulse.mustBeThere();
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

    /** The planner is told first, which has no rows. */
    static ResultSet of(PreparedStatement statement) throws SQLException {
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
