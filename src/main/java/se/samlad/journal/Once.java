package se.samlad.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * An idempotency key: what is sent twice with the same key is recorded once.
 *
 * @param key unique within the account, for ever
 * @param digest SHA-256 of path and body, in hex; the same key with another digest is refused
 */
public record Once(UUID key, String digest) {

    /**
     * As it is stored: the digest is the number of entries recorded under the key, a colon, and a hash of their salts and of
     * the digest. Disposal of any of these entries removes its salt; from then on nobody can guess from the hash what was
     * sent.
     */
    Once sealedBy(List<byte[]> salts) {
        var parts = new byte[salts.size() + 1][];
        for (int i = 0; i < salts.size(); i++) parts[i] = salts.get(i);
        parts[salts.size()] = digest.getBytes(UTF_8);
        return new Once(key, salts.size() + ":" + HexFormat.of().formatHex(Leaf.sha256(parts)));
    }
}
