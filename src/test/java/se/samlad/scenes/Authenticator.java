package se.samlad.scenes;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** What a person has in her hand: an app for codes, and a key that the browser pretends to have. */
public final class Authenticator {

    private static final int BYTES = 20;

    private Authenticator() {}

    /** The code that an app shows now. */
    public static String code(String secret) {
        return code(secret, 0);
    }

    /** @param steps of thirty seconds from now */
    public static String code(String secret, int steps) {
        return code(secret, Instant.now().plusSeconds(30L * steps));
    }

    /** The code that an app shows at the time. */
    public static String code(String secret, Instant at) {
        var number = BigInteger.ZERO;
        for (char letter : secret.toCharArray())
            number = number.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        var raw = number.toByteArray();
        var key = new byte[BYTES];
        int length = Math.min(BYTES, raw.length);
        System.arraycopy(raw, raw.length - length, key, BYTES - length, length);
        var generator = new TimeBasedOneTimePasswordGenerator();
        try {
            return generator.generateOneTimePasswordString(new SecretKeySpec(key, generator.getAlgorithm()), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The page's browser has a key of its own from now on. @return its id, for {@link #remove} */
    public static Key attach(Page page) {
        var session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var all = new JsonObject();
        all.add("options", options);
        var id = session.send("WebAuthn.addVirtualAuthenticator", all)
                .get("authenticatorId")
                .getAsString();
        return new Key(session, id);
    }

    /** A key, which can be lost. */
    public record Key(com.microsoft.playwright.CDPSession session, String id) {
        public void isLost() {
            var which = new JsonObject();
            which.addProperty("authenticatorId", id);
            session.send("WebAuthn.removeVirtualAuthenticator", which);
        }
    }
}
