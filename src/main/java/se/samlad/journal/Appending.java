package se.samlad.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Calls the database function {@code journal_append} with a batch, on a connection of the writer's own. */
final class Appending {

    /** @param outcome as the database function answers: A appended, R key used before, C something guarded has changed */
    record Placed(char outcome, long first, Instant recorded) {}

    private static final String CALL =
            "select outcomes, first, recorded from journal_append(" + "?, ".repeat(22) + "?)";

    /** Waiting is bounded. The plan is made once and for all sizes: a plan made for an empty table would stay. */
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

    /** @throws Unavailable where the database has been away for so long that waiting for it is useless */
    void requireAvailable() {
        pulse.requireAvailable();
    }

    List<Placed> append(List<Writer.Pending> group) throws SQLException {
        try {
            try (var call = connection().prepareStatement(CALL)) {
                give(group, call);
                try (var row = call.executeQuery()) {
                    row.next();
                    pulse.heard();
                    var recorded = row.getObject(3, OffsetDateTime.class).toInstant();
                    return placed(group, row.getString(1), row.getLong(2), recorded);
                }
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
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
     * Where the command's entries lie, if an earlier call whose outcome is unknown did append them; else null. The salt
     * tells them from somebody else's entry with the same id.
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
            close();
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

    private record NumberedGuard(
            int command,
            Writer.Guard guard,
            String account,
            @Nullable UUID key) {}

    /** @param once of its command, where it is the first entry of it; else null */
    private record NumberedEntry(
            int command, By by, @Nullable Once once, Writer.Prepared entry) {
        Draft draft() {
            return entry.draft();
        }

        @Nullable
        UUID key() {
            return once == null ? null : once.key();
        }

        @Nullable
        String digest() {
            return once == null ? null : once.digest();
        }
    }

    /** The parameters of {@code journal_append}: each array is a column of the guards or of the entries. */
    private void give(List<Writer.Pending> group, PreparedStatement call) throws SQLException {
        var guards = new ArrayList<NumberedGuard>();
        var entries = new ArrayList<NumberedEntry>();
        for (int number = 1; number <= group.size(); number++) {
            var pending = group.get(number - 1);
            var by = pending.command().by();
            var once = pending.command().once();
            for (var guard : pending.command().guards())
                guards.add(new NumberedGuard(number, guard, by.account(), once == null ? null : once.key()));
            for (var entry : pending.entries())
                entries.add(
                        new NumberedEntry(number, by, entry == pending.entries().getFirst() ? once : null, entry));
        }
        call.setObject(1, origin);
        call.setTimestamp(2, Timestamp.from(now()));
        giveGuards(guards, call);
        giveEntries(entries, call);
    }

    private static void giveGuards(List<NumberedGuard> guards, PreparedStatement call) throws SQLException {
        column(call, 3, "int4", guards, NumberedGuard::command);
        column(call, 4, "uuid", guards, each -> each.guard().subject());
        column(call, 5, "int8", guards, each -> each.guard().asOf());
        column(call, 6, "text", guards, NumberedGuard::account);
        column(call, 7, "uuid", guards, NumberedGuard::key);
    }

    private static void giveEntries(List<NumberedEntry> entries, PreparedStatement call) throws SQLException {
        column(call, 8, "int4", entries, NumberedEntry::command);
        column(call, 9, "uuid", entries, each -> each.draft().id());
        column(call, 10, "uuid", entries, each -> each.draft().stream());
        column(call, 11, "uuid", entries, each -> each.draft().subject());
        column(call, 12, "text", entries, each -> each.entry().kind());
        column(call, 13, "text", entries, each -> each.by().account());
        column(call, 14, "text", entries, each -> each.by().actor());
        column(call, 15, "text", entries, each -> each.by().function());
        column(
                call,
                16,
                "text",
                entries,
                each -> String.join("\n", each.draft().labels().all()));
        column(call, 17, "text", entries, each -> each.draft().marking());
        column(call, 18, "timestamptz", entries, each -> each.draft().occurredAt());
        column(call, 19, "uuid", entries, NumberedEntry::key);
        column(call, 20, "text", entries, NumberedEntry::digest);
        bytes(call, 21, entries, each -> each.entry().salt());
        bytes(call, 22, entries, each -> each.entry().body().getBytes(UTF_8));
        bytes(call, 23, entries, each -> each.entry().envelope());
    }

    private static <T> void column(
            PreparedStatement call, int number, String type, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        var values = new @Nullable String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            var each = value.apply(rows.get(i));
            values[i] = each == null ? null : each.toString();
        }
        call.setArray(number, call.getConnection().createArrayOf(type, values));
    }

    private static <T> void bytes(PreparedStatement call, int number, List<T> rows, Function<T, byte[]> value)
            throws SQLException {
        var values = rows.stream().map(value).toArray(byte[][]::new);
        call.setArray(number, call.getConnection().createArrayOf("bytea", values));
    }
}
