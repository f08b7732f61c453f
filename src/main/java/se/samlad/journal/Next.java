package se.samlad.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * What the database function {@code journal_append_at} is given: one entry of one command, which is what comes most, at its
 * place.
 */
record Next(Appending.Place at, UUID origin, Writer.Command command, Writer.Prepared entry) {

    static final String CALL =
            "select journal_append_at(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Whether the function can take all of this. */
    static boolean takes(List<Writer.Pending> group, Appending.Place at) {
        var first = group.getFirst();
        return group.size() == 1
                && first.entries().size() == 1
                && open(first.command(), at).size() <= 1;
    }

    /**
     * The guards that the database must look at. What was decided on the very entry before the place holds if the place is had,
     * for nothing can lie between.
     */
    private static List<Writer.Guard> open(Writer.Command command, Appending.Place at) {
        return command.guards().stream()
                .filter(guard -> guard.asOf() < at.position() - 1)
                .toList();
    }

    void to(PreparedStatement call) throws SQLException {
        var open = open(command, at);
        var guard = open.isEmpty() ? null : open.getFirst();
        var once = command.once();
        var by = command.by();
        call.setLong(1, at.position());
        call.setLong(2, at.own());
        call.setObject(3, origin);
        time(call, 4, at.recorded());
        call.setObject(5, guard == null ? null : guard.subject(), Types.OTHER);
        call.setLong(6, guard == null ? 0 : guard.asOf());
        call.setString(7, by.account());
        call.setString(8, by.actor());
        call.setString(9, by.function());
        call.setObject(10, once == null ? null : once.key(), Types.OTHER);
        call.setString(11, once == null ? null : once.digest());
        draft(call, entry.draft());
    }

    private void draft(PreparedStatement call, Draft draft) throws SQLException {
        var occurred = draft.occurredAt() == null ? at.recorded() : draft.occurredAt();
        var labels = draft.labels().all().toArray(String[]::new);
        call.setObject(12, draft.id());
        call.setObject(13, draft.stream());
        call.setObject(14, draft.subject());
        call.setString(15, entry.kind());
        call.setArray(16, call.getConnection().createArrayOf("text", labels));
        call.setString(17, draft.marking());
        time(call, 18, occurred);
        call.setBytes(19, entry.salt());
        call.setBytes(20, entry.body());
        call.setBytes(21, Leaf.of(entry.envelope(), occurred, at.own(), at.recorded(), entry.content()));
    }

    private static void time(PreparedStatement call, int number, Instant time) throws SQLException {
        call.setObject(number, time.atOffset(ZoneOffset.UTC));
    }
}
