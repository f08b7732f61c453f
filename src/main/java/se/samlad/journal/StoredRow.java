package se.samlad.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies in the database, for checking it: what its leaf says, and the leaf that all its other columns make.
 * A row may hold anything here, for somebody may have been at it.
 *
 * @param recorded µs since 1970
 * @param disposed whether its body was lawfully disposed of; then the leaf is made of the kept hash of what it was
 */
record StoredRow(
        long position,
        UUID id,
        UUID origin,
        long originPosition,
        long recorded,
        String kind,
        byte[] body,
        boolean disposed,
        byte[] leaf,
        byte[] recomputed) {

    static final String ALL = "select position, id, stream, subject, origin, kind, account, actor, function, marking,"
            + " once_key::text, once_digest, labels, occurred_at, origin_position, recorded_at, salt, body, leaf, content"
            + " from entry order by position";
    private static final int COLUMNS = 20;
    private static final int IDS = 4;
    private static final int TEXTS = 7;
    private static final int ID = 16;
    private static final int HASH = 32;

    /** @param row a row of {@link #ALL} in PostgreSQL's binary copy format @throws RuntimeException where it is of no entry */
    static StoredRow of(ByteBuffer row) {
        var leaf = ByteBuffer.allocate(2 * row.remaining()).put((byte) 0);
        var columns = new Columns(row, COLUMNS);
        long position = columns.number();
        for (int i = 0; i < IDS; i++) leaf.put(columns.bytes(ID));
        byte[] kind = columns.bytes();
        texts(kind, columns, leaf);
        leaf.putLong(columns.micros());
        long originPosition = columns.number();
        long recorded = columns.micros();
        leaf.putLong(originPosition).putLong(recorded);
        byte[] salt = columns.nullable();
        byte[] body = columns.bytes();
        byte[] stored = columns.bytes(HASH);
        byte[] content = columns.nullable();
        if (salt != null && content == null) leaf.put(Leaf.content(salt, body));
        else if (salt == null && content != null) leaf.put(content);
        else throw new IllegalArgumentException("neither whole nor disposed of");
        return new StoredRow(
                position,
                id(leaf, 1),
                id(leaf, 1 + (IDS - 1) * ID),
                originPosition,
                recorded,
                new String(kind, UTF_8),
                body,
                salt == null,
                stored,
                Leaf.sha256(Arrays.copyOf(leaf.array(), leaf.position())));
    }

    private static void texts(byte[] kind, Columns columns, ByteBuffer leaf) {
        text(kind, leaf);
        for (int i = 1; i < TEXTS; i++) text(columns.nullable(), leaf);
        var labels = Columns.texts(columns.bytes());
        leaf.putInt(labels.size());
        labels.forEach(label -> text(label, leaf));
    }

    /** As {@link Leaf} has it. */
    private static void text(byte @Nullable [] utf8, ByteBuffer leaf) {
        leaf.put((byte) (utf8 == null ? 0 : 1));
        if (utf8 != null) leaf.putInt(utf8.length).put(utf8);
    }

    private static UUID id(ByteBuffer bytes, int from) {
        return new UUID(bytes.getLong(from), bytes.getLong(from + Long.BYTES));
    }

    boolean isWhole() {
        return Arrays.equals(leaf, recomputed);
    }
}
