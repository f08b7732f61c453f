package se.samlad.outside;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.credential.Seal;

/**
 * The key of a form that was drawn for a stranger: an id, and when it was drawn, signed by the installation. So nothing is
 * kept for who only looks, and who sends without having been shown a form, or faster than anybody writes, is asked once more.
 */
final class SignalKey {

    private static final Duration LEAST = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofHours(6);
    private static final int PLAIN = Long.BYTES * 3;
    private static final int SIGNED = 32;

    private final Seal seal;

    /** @param seal that all nodes share */
    SignalKey(Seal seal) {
        this.seal = seal;
    }

    String drawn(Instant now) {
        var id = UUID.randomUUID();
        var plain = ByteBuffer.allocate(PLAIN)
                .putLong(now.toEpochMilli())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        var key = ByteBuffer.allocate(PLAIN + SIGNED).put(plain).put(seal.code(plain));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.array());
    }

    /** The form's id; empty where the key is not ours, or was drawn too short or too long ago. */
    Optional<UUID> id(@Nullable String key, Instant now) {
        return read(key, now).filter(form -> form.age().compareTo(LEAST) >= 0).map(Drawn::id);
    }

    /** The same key, which is older the next time, so that nobody is asked for ever; a new one where it is too old. */
    String kept(@Nullable String key, Instant now) {
        return key != null && read(key, now).isPresent() ? key : drawn(now);
    }

    private record Drawn(UUID id, Duration age) {}

    private Optional<Drawn> read(@Nullable String key, Instant now) {
        var bytes = bytes(key);
        if (bytes.length != PLAIN + SIGNED) return Optional.empty();
        var plain = Arrays.copyOf(bytes, PLAIN);
        if (!MessageDigest.isEqual(seal.code(plain), Arrays.copyOfRange(bytes, PLAIN, bytes.length)))
            return Optional.empty();
        var read = ByteBuffer.wrap(plain);
        var age = Duration.between(Instant.ofEpochMilli(read.getLong()), now);
        if (age.isNegative() || age.compareTo(MOST) > 0) return Optional.empty();
        return Optional.of(new Drawn(new UUID(read.getLong(), read.getLong()), age));
    }

    private static byte[] bytes(@Nullable String key) {
        try {
            return key == null || key.length() > PLAIN * 4
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
