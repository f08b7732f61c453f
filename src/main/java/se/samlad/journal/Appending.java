package se.samlad.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the database functions that append, on a connection of the writer's own: {@code journal_append_at} for who comes
 * alone, which writes or does nothing, and {@code journal_append} for all else.
 */
final class Appending {

    /** @param outcome A appended, R its key was used before, C what it expected has changed */
    record Placed(char outcome, long first, Instant recorded) {}

    /**
     * Where an entry lies, and since when.
     *
     * @param own how far in its origin, from 1
     */
    record Place(long position, long own, Instant recorded) {

        Place next(Instant now) {
            return new Place(position + 1, own + 1, now.isBefore(recorded) ? recorded : now);
        }
    }

    private static final String CALL =
            "select outcomes, first, recorded, own from journal_append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
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

    /** Of the last entry that this node has written itself. */
    private @Nullable Place last;

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
        try {
            var at = last == null ? null : last.next(now());
            var placed = at != null && Next.takes(group, at) ? next(at, group.getFirst()) : null;
            return placed == null ? all(group) : List.of(placed);
        } catch (SQLException e) {
            drop();
            throw e;
        }
    }

    /** Null where anything is otherwise than it mostly is. */
    private @Nullable Placed next(Place at, Writer.Pending pending) throws SQLException {
        try (var call = connection().prepareStatement(Next.CALL)) {
            new Next(at, origin, pending.command(), pending.entries().getFirst()).to(call);
            try (var row = call.executeQuery()) {
                row.next();
                pulse.heard();
                if (!row.getBoolean(1)) return null;
                last = at;
                return new Placed('A', at.position(), at.recorded());
            }
        }
    }

    private List<Placed> all(List<Writer.Pending> group) throws SQLException {
        var c = connection();
        try (var call = c.prepareStatement(CALL)) {
            new Given(group).to(c, call);
            try (var row = call.executeQuery()) {
                row.next();
                pulse.heard();
                var recorded = row.getObject(3, OffsetDateTime.class).toInstant();
                var before = new Place(row.getLong(2) - 1, row.getLong(4), recorded);
                return placed(group, row.getString(1), before);
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private List<Placed> placed(List<Writer.Pending> group, String outcomes, Place before) {
        var placed = new ArrayList<Placed>();
        int appended = 0;
        for (int i = 0; i < group.size(); i++) {
            placed.add(new Placed(outcomes.charAt(i), before.position() + appended + 1, before.recorded()));
            if (outcomes.charAt(i) == 'A') appended += group.get(i).entries().size();
        }
        if (appended > 0) last = new Place(before.position() + appended, before.own() + appended, before.recorded());
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
            Uuids.takenBy(c);
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

    /** What the function is given, field by field: few arrays, for each has a price, and typed, for those go over as they are. */
    private final class Given {
        private final List<@Nullable UUID> keys = new ArrayList<>();
        private final List<@Nullable String> texts = new ArrayList<>();
        private final List<UUID> guarded = new ArrayList<>();
        private final List<Long> guards = new ArrayList<>();
        private final List<Integer> commands = new ArrayList<>();
        private final List<UUID> ids = new ArrayList<>();
        private final List<@Nullable String> entries = new ArrayList<>();
        private final List<byte[]> bytes = new ArrayList<>();

        Given(List<Writer.Pending> group) {
            for (int i = 0; i < group.size(); i++) {
                command(i, group.get(i).command());
                for (var entry : group.get(i).entries()) entry(i, entry);
            }
        }

        private void command(int number, Writer.Command command) {
            var once = command.once();
            keys.add(once == null ? null : once.key());
            texts.add(command.by().account());
            texts.add(command.by().actor());
            texts.add(command.by().function());
            texts.add(once == null ? null : once.digest());
            for (var guard : command.guards()) {
                guarded.add(guard.subject());
                guards.add((long) number);
                guards.add(guard.asOf());
            }
        }

        private void entry(int command, Writer.Prepared entry) {
            var draft = entry.draft();
            commands.add(command);
            ids.addAll(List.of(draft.id(), draft.stream(), draft.subject()));
            entries.add(entry.kind());
            entries.add(String.join("\n", draft.labels().all()));
            entries.add(draft.marking());
            entries.add(draft.occurredAt() == null ? null : draft.occurredAt().toString());
            bytes.addAll(List.of(entry.salt(), entry.body(), entry.envelope(), entry.content()));
        }

        void to(Connection c, PreparedStatement call) throws SQLException {
            call.setObject(1, origin);
            call.setTimestamp(2, Timestamp.from(now()));
            call.setObject(3, new Uuids(keys));
            call.setArray(4, c.createArrayOf("text", texts.toArray(String[]::new)));
            call.setObject(5, new Uuids(guarded));
            call.setArray(6, c.createArrayOf("int8", guards.toArray(Long[]::new)));
            call.setArray(7, c.createArrayOf("int4", commands.toArray(Integer[]::new)));
            call.setObject(8, new Uuids(ids));
            call.setArray(9, c.createArrayOf("text", entries.toArray(String[]::new)));
            call.setArray(10, c.createArrayOf("bytea", bytes.toArray(byte[][]::new)));
        }
    }
}
