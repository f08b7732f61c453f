package se.samlad.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** An organisation's sign-in, which says of whoever comes what the test wants it to say. */
final class Provider implements AutoCloseable {

    static final String CLIENT = "samlad";
    private static final long HOUR = 3600;

    private final Keys keys = new Keys();
    private final MockOAuth2Server server =
            new MockOAuth2Server(new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(keys, () -> null)));

    Provider() {
        server.start();
    }

    /** Its keys: one is published, and others were. */
    private static final class Keys extends KeyProvider {
        private RSAKey now = fresh();
        private RSAKey before = fresh();
        private boolean signsByTheOld;

        Keys() {
            super(List.of(fresh()), "RS256");
        }

        private static RSAKey fresh() {
            try {
                return new RSAKeyGenerator(2048)
                        .keyID(UUID.randomUUID().toString())
                        .keyUse(KeyUse.SIGNATURE)
                        .generate();
            } catch (JOSEException e) {
                throw new AssertionError(e);
            }
        }

        synchronized void rotate() {
            before = now;
            now = fresh();
        }

        synchronized void signByTheOld(boolean old) {
            signsByTheOld = old;
        }

        @Override
        public synchronized JWK signingKey(String issuer) {
            boolean publishes = StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getMethodName().startsWith("publicJwkSet")));
            return signsByTheOld && !publishes ? before : now;
        }
    }

    void rotatesItsKey() {
        keys.rotate();
    }

    /** @param ended whether it signs by the key before, which is published no more */
    void signsByAKeyThatHasEnded(boolean ended) {
        keys.signByTheOld(ended);
    }

    String issuer(String name) {
        return server.issuerUrl(name).toString();
    }

    /** What it says of the next one who comes. */
    void says(String issuer, String subject, Map<String, Object> claims) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback(issuer, subject, "JWT", List.of(CLIENT), new HashMap<>(claims), HOUR));
    }

    MockOAuth2Server server() {
        return server;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
