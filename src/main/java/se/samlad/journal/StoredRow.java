package se.samlad.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies in the database, for checking it: what its leaf says, and the leaf that all its other columns make.
 * A row may hold anything here, for somebody may have been at it.
 */
record StoredRow(long position, UUID origin, long originPosition, Instant recorded, byte[] leaf, byte[] recomputed) {

    static final String ALL = "select position, id, stream, subject, origin, kind, account, actor, function, marking,"
            + " once_key::text, once_digest, labels, occurred_at, origin_position, recorded_at, salt, body, leaf"
            + " from entry order by position";

    /** @throws RuntimeException or SQLException where the columns can't be those of any entry */
    static StoredRow of(ResultSet row) throws SQLException {
        var origin = id(row, 5);
        var recorded = at(row, 16);
        long originPosition = row.getLong(15);
        var envelope = Leaf.envelope(List.of(id(row, 2), id(row, 3), id(row, 4), origin), texts(row), List.of((String[])
                row.getArray(13).getArray()));
        var content = Leaf.content(row.getBytes(17), row.getBytes(18));
        return new StoredRow(
                row.getLong(1),
                origin,
                originPosition,
                recorded,
                row.getBytes(19),
                Leaf.hash(envelope, at(row, 14), originPosition, recorded, content));
    }

    private static UUID id(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant at(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable String[] texts(ResultSet row) throws SQLException {
        var texts = new @Nullable String[7];
        for (int i = 0; i < texts.length; i++) texts[i] = row.getString(6 + i);
        return texts;
    }

    boolean isWhole() {
        return Arrays.equals(leaf, recomputed);
    }
}
