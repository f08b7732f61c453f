package se.samlad.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** The installation's signing key, in a file outside the database: private and public key as PEM. */
final class LogKey {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----\\s+([A-Za-z0-9+/=\\s]{1,400})-----END \\1 KEY-----");

    private final PrivateKey secret;
    private final PublicKey open;

    private LogKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /**
     * Reads the key; makes one where there is none, readable by its owner only. Where several nodes make one at the
     * same time, all use the first.
     *
     * @throws IllegalStateException where the file is no such key
     */
    static LogKey at(Path file) {
        try {
            if (!Files.exists(file)) make(file);
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoint key " + file + " can't be read or made", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("the checkpoint key " + file + " is no key", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createFile(folder.resolve(file.getFileName() + "." + UUID.randomUUID()), owner);
        Files.writeString(
                fresh,
                pem("PRIVATE", pair.getPrivate().getEncoded())
                        + pem("PUBLIC", pair.getPublic().getEncoded()),
                US_ASCII);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return; // another node was first: its key is used
        } finally {
            Files.delete(fresh);
        }
    }

    private static String pem(String kind, byte[] bytes) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + kind + " KEY-----\n" + lines + "\n-----END " + kind + " KEY-----\n";
    }

    private static LogKey read(Path file) throws IOException, GeneralSecurityException {
        PrivateKey secret = null;
        PublicKey open = null;
        var factory = KeyFactory.getInstance("Ed25519");
        var found = PEM.matcher(Files.readString(file, US_ASCII));
        while (found.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(found.group(2));
            if (found.group(1).equals("PRIVATE")) secret = factory.generatePrivate(new PKCS8EncodedKeySpec(bytes));
            else open = factory.generatePublic(new X509EncodedKeySpec(bytes));
        }
        if (secret == null || open == null) throw new IllegalArgumentException("a part is missing");
        var key = new LogKey(secret, open);
        byte[] trial = {1};
        if (!key.verifier("trial").verifies(trial, key.sign(trial)))
            throw new IllegalArgumentException("the two parts are of different keys");
        return key;
    }

    byte[] sign(byte[] message) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    VerifierKey verifier(String name) {
        return VerifierKey.of(name, open);
    }
}
