package se.samlad.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;

/**
 * The key that this installation shows to the services that carry notices (RFC 8292), in a file that only its owner reads. All
 * nodes need the same: a browser takes notices by the key alone that it was subscribed with.
 */
final class PushKey {

    private PushKey() {}

    /** Reads the key; makes one where there is none. @throws IllegalStateException where the file is no such key */
    static VAPIDKeyPair at(Path file) {
        try {
            if (!Files.exists(file)) make(file);
            var lines = Files.readString(file, US_ASCII).lines().toList();
            if (lines.size() != 2) throw new IllegalArgumentException("a part is missing");
            return VAPIDKeyPairs.of(
                    PrivateKeySources.ofPKCS8Bytes(Base64.getDecoder().decode(lines.getFirst())),
                    PublicKeySources.ofX509Bytes(Base64.getDecoder().decode(lines.getLast())));
        } catch (IOException e) {
            throw new UncheckedIOException("the key for notices " + file + " can't be read or made", e);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("the key for notices " + file + " is no key", e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var base64 = Base64.getEncoder();
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var fresh = Files.createFile(folder.resolve(file.getFileName() + "." + UUID.randomUUID()), owner);
        Files.writeString(
                fresh,
                base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                        + base64.encodeToString(pair.getPublic().getEncoded()) + "\n",
                US_ASCII);
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            return; // another node was first: its key is used
        } finally {
            Files.delete(fresh);
        }
    }
}
