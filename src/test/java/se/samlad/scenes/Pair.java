package se.samlad.scenes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and a certificate for localhost that it signs itself, made by the JDK's keytool. */
public record Pair(X509Certificate certificate, Key key) {

    private static final String PASSWORD = "thrown-away";

    /** @param more options of keytool, such as {@code -startdate -10d -validity 5} */
    public static Pair made(Path folder, String... more) throws Exception {
        var store = Files.createTempDirectory(folder, "pair").resolve("store.p12");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1"));
        command.addAll(List.of(more));
        var making = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(making.getInputStream().readAllBytes());
        if (making.waitFor() != 0) throw new IOException(said);
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return new Pair((X509Certificate) keys.getCertificate("a"), keys.getKey("a", PASSWORD.toCharArray()));
    }

    /** As renewing does: a new file takes the place of the old one. */
    public Path certificateIn(Path file) throws Exception {
        return write(file, "CERTIFICATE", certificate.getEncoded());
    }

    public Path keyIn(Path file) throws Exception {
        return write(file, "PRIVATE KEY", key.getEncoded());
    }

    private static Path write(Path file, String what, byte[] bytes) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        var beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
        return Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Who trusts these, and nobody else. */
    static SSLContext trust(Pair... pairs) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        for (int i = 0; i < pairs.length; i++) store.setCertificateEntry("trusted" + i, pairs[i].certificate());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }
}
