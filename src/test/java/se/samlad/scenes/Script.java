package se.samlad.scenes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An actor's own script, with nothing of ours. */
final class Script {
    private final Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new java.security.SecureRandom());
    private final String name = "witness.example/" + UUID.randomUUID();

    byte[] open() {
        return key.generatePublicKey().getEncoded();
    }

    String verifier(int type) throws Exception {
        byte[] material = ByteBuffer.allocate(33).put((byte) type).put(open()).array();
        return name + "+" + HexFormat.of().formatHex(keyId(name, type, open())) + "+"
                + Base64.getEncoder().encodeToString(material);
    }

    String sign(String text, long at) throws Exception {
        byte[] message = ("cosignature/v1\ntime " + at + "\n" + text).getBytes(UTF_8);
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        byte[] line = ByteBuffer.allocate(76)
                .put(keyId(name, 4, open()))
                .putLong(at)
                .put(signer.generateSignature())
                .array();
        return text + "\n— " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    String name() {
        return name;
    }

    /** What tells one key of a name from another. */
    static byte[] keyId(String name, int type, byte[] key) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        sha.update((name + "\n").getBytes(UTF_8));
        sha.update((byte) type);
        return Arrays.copyOf(sha.digest(key), 4);
    }
}
