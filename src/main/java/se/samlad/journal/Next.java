package se.samlad.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the database function {@code journal_append_next} is given: one entry of one command, which is what comes most.
 *
 * @param after the last position that is known, of the same origin
 */
record Next(long after, UUID origin, Instant now, Writer.Command command, Writer.Prepared entry) {

    static final String CALL =
            "select journal_append_next(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Whether the function can take all of this. */
    static boolean takes(List<Writer.Pending> group) {
        var first = group.getFirst();
        return group.size() == 1
                && first.entries().size() == 1
                && first.command().guards().size() <= 1;
    }

    void to(PreparedStatement call) throws SQLException {
        var guard = command.guards().isEmpty() ? null : command.guards().getFirst();
        var once = command.once();
        var by = command.by();
        call.setLong(1, after);
        call.setObject(2, origin);
        time(call, 3, now);
        call.setObject(4, guard == null ? null : guard.subject(), Types.OTHER);
        call.setLong(5, guard == null ? 0 : guard.asOf());
        call.setString(6, by.account());
        call.setString(7, by.actor());
        call.setString(8, by.function());
        call.setObject(9, once == null ? null : once.key(), Types.OTHER);
        call.setString(10, once == null ? null : once.digest());
        draft(call, entry.draft());
        call.setBytes(18, entry.salt());
        call.setBytes(19, entry.body());
        call.setBytes(20, entry.envelope());
        call.setBytes(21, entry.content());
    }

    private void draft(PreparedStatement call, Draft draft) throws SQLException {
        var labels = draft.labels().all().toArray(String[]::new);
        call.setObject(11, draft.id());
        call.setObject(12, draft.stream());
        call.setObject(13, draft.subject());
        call.setString(14, entry.kind());
        call.setArray(15, call.getConnection().createArrayOf("text", labels));
        call.setString(16, draft.marking());
        time(call, 17, draft.occurredAt());
    }

    private static void time(PreparedStatement call, int at, @Nullable Instant time) throws SQLException {
        if (time == null) call.setNull(at, Types.TIMESTAMP_WITH_TIMEZONE);
        else call.setObject(at, time.atOffset(ZoneOffset.UTC));
    }
}
