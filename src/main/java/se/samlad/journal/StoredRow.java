package se.samlad.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies in the database, for verifying it: the leaf that is stored, and the leaf that its other columns make.
 * Somebody may have tampered with a row, so it may hold anything.
 *
 * @param recordedAt µs since 1970
 * @param disposed whether its body was lawfully disposed of; then the leaf is made of the kept hash of salt and body
 */
record StoredRow(
        long position,
        UUID id,
        UUID origin,
        long originPosition,
        long recordedAt,
        String kind,
        String body,
        boolean disposed,
        byte[] leaf,
        byte[] recomputed) {

    static final String ALL = "select position, id, stream, subject, origin, kind, account, actor, function, marking,"
            + " once_key::text, once_digest, labels, array_lower(labels, 1), occurred_at, origin_position, recorded_at, salt,"
            + " body, leaf, content from entry order by position";
    private static final int FIRST_ID = 2;
    private static final int IDS = 4;
    private static final int FIRST_TEXT = 6;
    private static final int TEXTS = 7;

    /** @param row a row of {@link #ALL} @throws RuntimeException where it is no entry */
    static StoredRow of(ResultSet row) throws SQLException {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < IDS; i++) ids.add(row.getObject(FIRST_ID + i, UUID.class));
        var texts = new @Nullable String[TEXTS];
        for (int i = 0; i < TEXTS; i++) texts[i] = row.getString(FIRST_TEXT + i);
        long originPosition = row.getLong(16);
        long recordedAt = micros(row, 17);
        byte @Nullable [] salt = row.getBytes(18);
        byte[] body = row.getBytes(19);
        byte @Nullable [] kept = row.getBytes(21);
        if ((salt == null) == (kept == null)) throw new IllegalArgumentException("neither whole nor disposed of");
        byte[] content = salt != null ? Leaf.content(salt, body) : kept;
        var envelope = Leaf.envelope(ids, texts, labels(row));
        return new StoredRow(
                row.getLong(1),
                ids.getFirst(),
                ids.getLast(),
                originPosition,
                recordedAt,
                row.getString(FIRST_TEXT),
                new String(body, UTF_8),
                salt == null,
                row.getBytes(20),
                Leaf.of(envelope, micros(row, 15), originPosition, recordedAt, content));
    }

    /** The same labels in an array of another shape are a change too. */
    private static List<String> labels(ResultSet row) throws SQLException {
        if (row.getInt(14) != 1) throw new IllegalArgumentException("no list of labels");
        return List.of((String[]) row.getArray(13).getArray());
    }

    private static long micros(ResultSet row, int column) throws SQLException {
        return Leaf.micros(row.getObject(column, OffsetDateTime.class).toInstant());
    }

    boolean isWhole() {
        return Arrays.equals(leaf, recomputed);
    }
}
