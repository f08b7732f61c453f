package se.samlad.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes entries of rows in PostgreSQL's binary copy format, {@link Rows#COLUMNS} in their order, of one reading. */
final class CopiedEntries {

    private static final int COLUMNS = 13;

    /** The same few sets of labels come again and again: so many are made once. */
    private static final int SETS = 1_000;

    private final Codec codec;
    private final Predicate<Labels> gate;
    private final Consumer<Entry> to;
    private final Map<ByteBuffer, Labels> sets = new HashMap<>();

    CopiedEntries(Codec codec, Predicate<Labels> gate, Consumer<Entry> to) {
        this.codec = codec;
        this.gate = gate;
        this.to = to;
    }

    /** What does not pass the gate is never decoded. */
    void accept(ByteBuffer row) {
        var columns = new Columns(row, COLUMNS);
        var labels = labels(columns.bytes());
        if (gate.test(labels)) to.accept(entry(columns, labels));
    }

    private Labels labels(byte[] array) {
        if (sets.size() >= SETS) sets.clear();
        return sets.computeIfAbsent(
                ByteBuffer.wrap(array),
                bytes -> new Labels(Columns.texts(array).stream()
                        .map(label -> new String(label, UTF_8))
                        .toList()));
    }

    private Entry entry(Columns columns, Labels labels) {
        var kind = columns.text();
        var body = columns.text();
        return new Entry(
                columns.number(),
                columns.id(),
                columns.id(),
                columns.id(),
                new By(columns.text(), columns.text(), columns.text()),
                columns.time(),
                columns.time(),
                labels,
                columns.nullableText(),
                kind,
                codec.decode(kind, body),
                body);
    }
}
