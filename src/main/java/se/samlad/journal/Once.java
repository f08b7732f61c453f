package se.samlad.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What makes two sends one record: the sender's key, and a digest of what it sent under it.
 *
 * @param key good per account, for ever
 * @param digest SHA-256 of path and body, in hex; the same key with another digest is refused
 */
public record Once(UUID key, String digest) {

    /**
     * As it is stored: the number of entries recorded under the key, and a hash of their salts and the digest. Disposal of
     * any of them takes its salt, and then nobody can guess from the hash what was sent.
     */
    Once sealedBy(List<byte[]> salts) {
        var parts = new byte[salts.size() + 1][];
        for (int i = 0; i < salts.size(); i++) parts[i] = salts.get(i);
        parts[salts.size()] = digest.getBytes(UTF_8);
        return new Once(key, salts.size() + ":" + HexFormat.of().formatHex(Leaf.sha256(parts)));
    }
}
