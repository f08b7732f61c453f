package se.samlad.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An Ed25519 public key that checks notes, with the name that it signs under (C2SP signed-note, <em>vkey</em>).
 *
 * @param type {@link #NOTE} or {@link #COSIGNATURE}
 * @param key 32 bytes
 */
record VerifierKey(String name, byte type, byte[] key) {

    /** Signs the note itself. */
    static final byte NOTE = 1;
    /** Signs that it saw the note at a time (tlog-cosignature). */
    static final byte COSIGNATURE = 4;

    /** The prefix of the key in its usual encoding (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int RAW = 32;
    private static final int ID = 4;
    private static final Pattern TEXT =
            Pattern.compile("([^\\s+\\p{Z}\\p{C}]{1,100})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{4,80})");

    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, NOTE, Arrays.copyOfRange(encoded, X509.length, encoded.length));
    }

    /** Reads what {@link #text()} gives; empty where it is no such text, or its id does not match the key. */
    static Optional<VerifierKey> parse(String text) {
        var match = TEXT.matcher(text.strip());
        if (!match.matches()) return Optional.empty();
        try {
            byte[] bytes = Base64.getDecoder().decode(match.group(3));
            if (bytes.length != 1 + RAW) return Optional.empty();
            var key = new VerifierKey(match.group(1), bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length));
            key.decoded();
            return HexFormat.of().formatHex(key.id()).equals(match.group(2)) ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** For copying into a checker's settings. */
    String text() {
        byte[] material = ByteBuffer.allocate(1 + RAW).put(type).put(key).array();
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(material);
    }

    /** The key's id: the first four bytes of a hash over name, type and key. */
    byte[] id() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            sha.update(type);
            return Arrays.copyOf(sha.digest(key), ID);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifies(byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(decoded());
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private PublicKey decoded() throws GeneralSecurityException {
        byte[] encoded =
                ByteBuffer.allocate(X509.length + RAW).put(X509).put(key).array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
