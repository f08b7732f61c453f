package se.samlad.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one row in PostgreSQL's binary copy format, each read once and in order. They may hold anything, for somebody
 * may have been at them: what is no value of the kind asked for is an {@link IllegalArgumentException}.
 */
final class Columns {

    private static final int LONG = 8;
    private static final int ID = 16;
    private static final long YEAR_2000_MICROS = 946_684_800_000_000L;

    private final ByteBuffer row;

    Columns(ByteBuffer row, int count) {
        this.row = row;
        if (row.getShort() != count) throw new IllegalArgumentException("another number of columns");
    }

    byte @Nullable [] nullable() {
        return nullable(row);
    }

    byte[] bytes() {
        return present(nullable(row));
    }

    byte[] bytes(int length) {
        byte[] bytes = bytes();
        if (bytes.length != length) throw new IllegalArgumentException("a column has another length");
        return bytes;
    }

    UUID id() {
        expect(ID);
        return new UUID(row.getLong(), row.getLong());
    }

    long number() {
        expect(LONG);
        return row.getLong();
    }

    /** µs since 1970. */
    long micros() {
        return Math.addExact(number(), YEAR_2000_MICROS);
    }

    Instant time() {
        long micros = micros();
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }

    String text() {
        return new String(bytes(), UTF_8);
    }

    @Nullable
    String nullableText() {
        byte[] utf8 = nullable(row);
        return utf8 == null ? null : new String(utf8, UTF_8);
    }

    /** What lies in the bytes of a text array, each in UTF-8. */
    static List<byte[]> texts(byte[] array) {
        var bytes = ByteBuffer.wrap(array);
        int dimensions = bytes.getInt();
        bytes.getInt();
        bytes.getInt();
        int count = dimensions == 0 ? 0 : bytes.getInt();
        if (dimensions > 1 || dimensions == 1 && bytes.getInt() != 1) throw new IllegalArgumentException("no labels");
        var texts = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) texts.add(present(nullable(bytes)));
        return texts;
    }

    private void expect(int length) {
        if (row.getInt() != length) throw new IllegalArgumentException("a column has another length");
    }

    private static byte @Nullable [] nullable(ByteBuffer from) {
        int length = from.getInt();
        if (length < 0) return null;
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static byte[] present(byte @Nullable [] bytes) {
        if (bytes == null) throw new IllegalArgumentException("a column is empty");
        return bytes;
    }
}
