package se.samlad.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser that takes notices: it decrypts what is sent to it, as RFC 8291 says (aes128gcm). */
public record Browser(KeyPair keys, byte[] secret) {

    private static final int POINT = 65;
    private static final int SALT = 16;

    public static Browser made() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var secret = new byte[16];
            new SecureRandom().nextBytes(secret);
            return new Browser(generator.generateKeyPair(), secret);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What its script hands to the server. */
    public Map<String, String> given(String endpoint) {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        return Map.of(
                "endpoint", endpoint, "p256dh", base64.encodeToString(point()), "auth", base64.encodeToString(secret));
    }

    byte[] point() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return ByteBuffer.allocate(POINT)
                .put((byte) 4)
                .put(padded(point.getAffineX()))
                .put(padded(point.getAffineY()))
                .array();
    }

    private static byte[] padded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes.length >= 32
                ? Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length)
                : ByteBuffer.allocate(32).put(32 - bytes.length, bytes).array();
    }

    /** The text of a message's body. */
    String read(byte[] body) throws GeneralSecurityException {
        var from = ByteBuffer.wrap(body);
        var salt = new byte[SALT];
        from.get(salt);
        from.getInt(); // the size of a record: there is one
        var sender = new byte[from.get()];
        from.get(sender);
        var sealed = new byte[from.remaining()];
        from.get(sealed);

        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(key(sender), true);
        var info = ByteBuffer.allocate(14 + 2 * POINT)
                .put("WebPush: info\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .put(point())
                .put(sender)
                .array();
        byte[] shared = derived(agreement.generateSecret(), secret, info, 32);
        byte[] key = derived(shared, salt, named("Content-Encoding: aes128gcm"), 16);
        byte[] nonce = derived(shared, salt, named("Content-Encoding: nonce"), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] plain = cipher.doFinal(sealed);
        int end = plain.length - 1;
        while (plain[end] == 0) end--;
        if (plain[end] != 2) throw new AssertionError("this is not the last record");
        return new String(plain, 0, end, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] named(String what) {
        return (what + "\0").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static byte[] derived(byte[] from, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        var spec = HKDFParameterSpec.ofExtract().addIKM(from).addSalt(salt).thenExpand(info, length);
        return KDF.getInstance("HKDF-SHA256").deriveData(spec);
    }

    private java.security.PublicKey key(byte[] point) throws GeneralSecurityException {
        var curve = ((ECPublicKey) keys.getPublic()).getParams();
        var at = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(at, curve));
    }
}
