package se.samlad.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The call of the database function {@code journal_append}, on a connection of the writer's own. */
final class Appending {

    /** @param outcome A appended, R its key was used before, C what it expected has changed */
    record Placed(char outcome, long first, Instant recorded) {}

    private static final String CALL = "select outcomes, first, recorded from journal_append("
            + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /** It does not wait for ever; and is planned once, never by what the tables are like when it is first called. */
    private static final String SET = "set lock_timeout = '5s'; set statement_timeout = '10s';"
            + " set plan_cache_mode = force_generic_plan; set enable_seqscan = off";

    private static final String RESET =
            "reset lock_timeout; reset statement_timeout; reset plan_cache_mode; reset enable_seqscan";

    private final UUID origin;
    private final DataSource database;
    private final Clock clock;
    private final Pulse pulse;
    private @Nullable Connection connection;

    Appending(UUID origin, DataSource database, Clock clock, Pulse pulse) {
        this.origin = origin;
        this.database = database;
        this.clock = clock;
        this.pulse = pulse;
    }

    UUID origin() {
        return origin;
    }

    /** @throws Unavailable where the database has been away for so long that there is no use in waiting for it */
    void mustBeThere() {
        pulse.mustBeThere();
    }

    List<Placed> append(List<Writer.Pending> group) throws SQLException {
        var c = connection();
        try (var call = c.prepareStatement(CALL)) {
            new Arrays(c, call).set(group);
            try (var rows = call.executeQuery()) {
                rows.next();
                pulse.heard();
                var recorded = rows.getObject(3, OffsetDateTime.class).toInstant();
                return placed(group, rows.getString(1), rows.getLong(2), recorded);
            }
        } catch (SQLException e) {
            drop();
            throw e;
        }
    }

    private static List<Placed> placed(List<Writer.Pending> group, String outcomes, long first, Instant recorded) {
        var placed = new ArrayList<Placed>();
        long next = first;
        for (int i = 0; i < group.size(); i++) {
            placed.add(new Placed(outcomes.charAt(i), next, recorded));
            if (outcomes.charAt(i) == 'A') next += group.get(i).entries().size();
        }
        return placed;
    }

    /**
     * Where the command's entries already lie, when an earlier call's outcome is unknown; else null. The salt tells them
     * from another's under the same id.
     */
    @Nullable
    Placed find(Writer.Pending pending) throws SQLException {
        try (var query =
                connection().prepareStatement("select position, recorded_at from entry where id = ? and salt = ?")) {
            var first = pending.entries().getFirst();
            query.setObject(1, first.draft().id());
            query.setBytes(2, first.salt());
            try (var rows = query.executeQuery()) {
                if (!rows.next()) return null;
                var recorded = rows.getObject(2, OffsetDateTime.class).toInstant();
                return new Placed('A', rows.getLong(1), recorded);
            }
        } catch (SQLException e) {
            drop();
            throw e;
        }
    }

    private Connection connection() throws SQLException {
        var c = connection;
        if (c == null) {
            c = database.getConnection();
            try (var s = c.createStatement()) {
                s.execute(SET);
            }
            connection = c;
        }
        return c;
    }

    private void drop() {
        close();
    }

    void close() {
        var c = connection;
        connection = null;
        if (c == null) return;
        try (c;
                var s = c.createStatement()) {
            s.execute(RESET);
        } catch (SQLException e) {
            // a connection that can't be closed is gone already
        }
    }

    /** Fills the parameters in the order of the function's. */
    private final class Arrays {
        private final Connection c;
        private final java.sql.PreparedStatement call;
        private int at;

        Arrays(Connection c, java.sql.PreparedStatement call) {
            this.c = c;
            this.call = call;
        }

        private record Line(int command, Writer.Pending pending, Writer.Prepared entry, boolean first) {}

        private record Expected(int command, Writer.Guard guard) {}

        void set(List<Writer.Pending> group) throws SQLException {
            var lines = new ArrayList<Line>();
            var guards = new ArrayList<Expected>();
            for (int i = 0; i < group.size(); i++) {
                var pending = group.get(i);
                for (var entry : pending.entries())
                    lines.add(new Line(
                            i, pending, entry, entry == pending.entries().getFirst()));
                for (var guard : pending.command().guards()) guards.add(new Expected(i, guard));
            }
            call.setObject(++at, origin);
            call.setTimestamp(++at, Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)));
            array("text", group, p -> p.command().by().account());
            array(
                    "uuid",
                    group,
                    p -> p.command().once() == null ? null : p.command().once().key());
            array("int4", guards, Expected::command);
            array("uuid", guards, g -> g.guard().subject());
            array("int8", guards, g -> g.guard().asOf());
            entries(lines);
        }

        private void entries(List<Line> lines) throws SQLException {
            array("int4", lines, Line::command);
            array("uuid", lines, l -> l.entry().draft().id());
            array("uuid", lines, l -> l.entry().draft().stream());
            array("uuid", lines, l -> l.entry().draft().subject());
            array("text", lines, l -> l.entry().kind());
            array("text", lines, l -> l.pending().command().by().actor());
            array("text", lines, l -> l.pending().command().by().function());
            array("timestamptz", lines, l -> {
                var happened = l.entry().draft().occurredAt();
                return happened == null ? null : happened.toString();
            });
            array(
                    "text",
                    lines,
                    l -> String.join("\n", l.entry().draft().labels().all()));
            array("text", lines, l -> l.entry().draft().marking());
            array("uuid", lines, l -> {
                var once = l.pending().command().once();
                return l.first() && once != null ? once.key() : null;
            });
            array("text", lines, l -> {
                var once = l.pending().command().once();
                return l.first() && once != null ? once.digest() : null;
            });
            array("bytea", lines, l -> l.entry().salt());
            array("bytea", lines, l -> l.entry().body());
            array("bytea", lines, l -> l.entry().envelope());
            array("bytea", lines, l -> l.entry().content());
        }

        private <T> void array(String type, List<T> of, Function<T, @Nullable Object> value) throws SQLException {
            @Nullable Object[] values = type.equals("bytea") ? new byte[of.size()][] : new Object[of.size()];
            for (int i = 0; i < values.length; i++) values[i] = value.apply(of.get(i));
            call.setArray(++at, c.createArrayOf(type, values));
        }
    }
}
