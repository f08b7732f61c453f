package se.samlad;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;

/**
 * A certificate with those that vouch for it, and its key. Reading refuses a pair that a browser
 * would refuse, or that no server can serve with.
 *
 * @param chain the server's own certificate first
 */
record Certificate(List<X509Certificate> chain, PrivateKey key) {

    private static final int LARGEST = 1024 * 1024;

    /**
     * Reads two PEM files.
     *
     * @param key PKCS#8, or as OpenSSL writes it, without a password
     * @throws IllegalArgumentException with what is wrong with which file
     */
    static Certificate read(Path chain, Path key, Instant now) {
        var certificates = certificates(chain);
        var read = new Certificate(certificates, privateKey(key));
        var own = certificates.getFirst();
        if (now.isAfter(own.getNotAfter().toInstant()))
            throw new IllegalArgumentException("the certificate in " + chain + " ended "
                    + own.getNotAfter().toInstant());
        if (now.isBefore(own.getNotBefore().toInstant()))
            throw new IllegalArgumentException("the certificate in " + chain + " is not valid until "
                    + own.getNotBefore().toInstant());
        if (!read.matches())
            throw new IllegalArgumentException(
                    "the key in " + key + " does not belong to the first certificate in " + chain);
        return read;
    }

    private static List<X509Certificate> certificates(Path file) {
        var text = text("certificate", file);
        try {
            var found = PemContent.of(text).getCertificates();
            if (!found.isEmpty()) return found;
        } catch (IllegalArgumentException | IllegalStateException e) {
            // said below, as for a file without any
        }
        throw new IllegalArgumentException("there is no certificate in " + file + " (PEM: BEGIN CERTIFICATE)");
    }

    private static PrivateKey privateKey(Path file) {
        var text = text("key", file);
        try {
            var found = PemContent.of(text).getPrivateKey();
            if (found != null) return found;
        } catch (IllegalArgumentException | IllegalStateException e) {
            // said below, as for a file without any
        }
        throw new IllegalArgumentException(
                "there is no key in " + file + " that can be read (PEM: BEGIN PRIVATE KEY, without a password)");
    }

    private static String text(String what, Path file) {
        try (var bytes = Files.newInputStream(file)) {
            var text = new String(bytes.readNBytes(LARGEST), java.nio.charset.StandardCharsets.US_ASCII);
            return PemContent.isPresentInText(text) ? text : "";
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("there is no " + what + " " + file);
        } catch (IOException e) {
            throw new IllegalArgumentException("the " + what + " " + file + " can't be read: " + e.getMessage());
        }
    }

    /** Whether what the key signs is verified by the certificate. */
    private boolean matches() {
        var algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "RSASSA-PSS" -> "RSASSA-PSS";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        try {
            var signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update((byte) 1);
            var signed = signature.sign();
            signature.initVerify(chain.getFirst().getPublicKey());
            signature.update((byte) 1);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** For the server's TLS. */
    SslBundle bundle() {
        return SslBundle.of(new PemSslStoreBundle(PemSslStore.of(chain, key), null));
    }

    /** Whether every user of this machine may read the file; false where that can't be told. */
    static boolean isReadByAll(Path key) {
        try {
            return Files.getPosixFilePermissions(key).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
