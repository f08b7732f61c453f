package se.samlad.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that an entry's leaf in the Merkle tree stands for (RFC 9162 §2.1.1):
 * {@code SHA-256(0x00 ‖ envelope ‖ SHA-256(salt ‖ body))}.
 *
 * <p>The envelope is: id, stream, subject, origin (16 bytes each), then kind, account, actor, function, marking, key and
 * digest (each as a presence byte, a length of 4 bytes and UTF-8), the number of labels (4 bytes) and each label
 * likewise, and last, eight bytes each, occurred (µs since 1970), origin position and recorded (µs). The database
 * function adds the last three, for only it knows them.
 */
final class Leaf {

    /** Kept, because making one costs as much as a small hash does. */
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Leaf::newDigest);

    private Leaf() {}

    /** The envelope without its last three fields. */
    static byte[] envelope(UUID origin, String kind, By by, @Nullable Once once, Draft draft) {
        return envelope(
                List.of(draft.id(), draft.stream(), draft.subject(), origin),
                new @Nullable String[] {
                    kind,
                    by.account(),
                    by.actor(),
                    by.function(),
                    draft.marking(),
                    once == null ? null : once.key().toString(),
                    once == null ? null : once.digest()
                },
                draft.labels().all());
    }

    static byte[] envelope(List<UUID> ids, @Nullable String[] texts, List<String> labels) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            for (UUID id : ids) {
                out.writeLong(id.getMostSignificantBits());
                out.writeLong(id.getLeastSignificantBits());
            }
            for (var text : texts) write(out, text);
            out.writeInt(labels.size());
            for (String label : labels) write(out, label);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text == null) return;
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    static byte[] content(byte[] salt, byte[] body) {
        return sha256(salt, body);
    }

    /**
     * @param envelope without its last three fields
     * @param occurred µs since 1970, as recorded is
     */
    static byte[] of(byte[] envelope, long occurred, long originPosition, long recorded, byte[] content) {
        var times = ByteBuffer.allocate(3 * Long.BYTES);
        times.putLong(occurred).putLong(originPosition).putLong(recorded);
        return sha256(new byte[] {0}, envelope, times.array(), content);
    }

    /** µs since 1970. @throws ArithmeticException where that is no long */
    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    /** The hash of the parts, one after the other. */
    static byte[] sha256(byte[]... parts) {
        var sha = DIGEST.get();
        for (byte[] part : parts) sha.update(part);
        return sha.digest();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
