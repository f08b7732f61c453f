package measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key with a self-signed certificate, made by the JDK's keytool: the server uses it, and the client trusts only this one. */
final class OwnKey {

    /** The password of a key store that is thrown away. */
    private static final String PASSWORD = "measured";

    private final Path file;
    private final KeyStore keys;

    OwnKey(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        file = Files.createDirectories(folder).resolve("key.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var making = new ProcessBuilder(keytool, "-genkeypair", "-keystore", file.toString(), "-storetype", "PKCS12",
                        "-storepass", PASSWORD, "-alias", "samlad", "-keyalg", "EC", "-groupname", "secp256r1",
                        "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:" + Wire.HOST, "-validity", "2")
                .redirectErrorStream(true)
                .start();
        var said = new String(making.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (making.waitFor() != 0) throw new IOException(said);
        keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    /** Settings that make Samlad's Jetty terminate TLS: Spring Boot's {@code server.ssl}, which takes the key store as it is. */
    Map<String, String> environment() {
        return Map.of("SERVER_SSL_KEYSTORE", file.toString(), "SERVER_SSL_KEYSTORETYPE", "PKCS12",
                "SERVER_SSL_KEYSTOREPASSWORD", PASSWORD);
    }

    /** A new TLS context, which has no earlier session to resume. */
    SocketFactory sockets() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keys);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
