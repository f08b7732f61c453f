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
    private static final int LONG = 8;
    private static final int ID = 16;
    private static final int HASH = 32;
    private static final long YEAR_2000_MICROS = 946_684_800_000_000L;

    /** @param row a row of {@link #ALL} in PostgreSQL's binary copy format @throws RuntimeException where it is of no entry */
    static StoredRow of(ByteBuffer row) {
        if (row.getShort() != COLUMNS) throw new IllegalArgumentException("another number of columns");
        var leaf = ByteBuffer.allocate(2 * row.remaining()).put((byte) 0);
        long position = number(row);
        for (int i = 0; i < IDS; i++) leaf.put(bytes(row, ID));
        byte[] kind = text(row, leaf);
        for (int i = 1; i < TEXTS; i++) text(row, leaf);
        labels(row, leaf);
        leaf.putLong(time(row));
        long originPosition = number(row);
        long recorded = time(row);
        leaf.putLong(originPosition).putLong(recorded);
        byte[] salt = nullable(row);
        byte[] body = present(nullable(row));
        byte[] stored = bytes(row, HASH);
        byte[] content = nullable(row);
        if ((salt == null) == (content == null)) throw new IllegalArgumentException("neither whole nor disposed of");
        leaf.put(salt == null ? present(content) : Leaf.content(salt, body));
        return new StoredRow(
                position,
                id(leaf, 1),
                id(leaf, 1 + (IDS - 1) * ID),
                originPosition,
                recorded,
                new String(present(kind), UTF_8),
                body,
                salt == null,
                stored,
                Leaf.sha256(Arrays.copyOf(leaf.array(), leaf.position())));
    }

    /** As {@link Leaf} has it. */
    private static byte @Nullable [] text(ByteBuffer row, ByteBuffer leaf) {
        byte[] utf8 = nullable(row);
        leaf.put((byte) (utf8 == null ? 0 : 1));
        if (utf8 != null) leaf.putInt(utf8.length).put(utf8);
        return utf8;
    }

    private static void labels(ByteBuffer row, ByteBuffer leaf) {
        var array = ByteBuffer.wrap(present(nullable(row)));
        int dimensions = array.getInt();
        array.getInt();
        array.getInt();
        int count = dimensions == 0 ? 0 : array.getInt();
        if (dimensions > 1 || dimensions == 1 && array.getInt() != 1) throw new IllegalArgumentException("no labels");
        leaf.putInt(count);
        for (int i = 0; i < count; i++) present(text(array, leaf));
    }

    private static UUID id(ByteBuffer bytes, int from) {
        return new UUID(bytes.getLong(from), bytes.getLong(from + Long.BYTES));
    }

    private static byte @Nullable [] nullable(ByteBuffer row) {
        int length = row.getInt();
        if (length < 0) return null;
        byte[] bytes = new byte[length];
        row.get(bytes);
        return bytes;
    }

    private static byte[] present(byte @Nullable [] bytes) {
        if (bytes == null) throw new IllegalArgumentException("a column is empty");
        return bytes;
    }

    private static byte[] bytes(ByteBuffer row, int length) {
        byte[] bytes = present(nullable(row));
        if (bytes.length != length) throw new IllegalArgumentException("a column has another length");
        return bytes;
    }

    private static long number(ByteBuffer row) {
        return ByteBuffer.wrap(bytes(row, LONG)).getLong();
    }

    private static long time(ByteBuffer row) {
        return Math.addExact(number(row), YEAR_2000_MICROS);
    }

    boolean isWhole() {
        return Arrays.equals(leaf, recomputed);
    }
}
