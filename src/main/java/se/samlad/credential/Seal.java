package se.samlad.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import se.samlad.journal.Secrets;

/**
 * Codes over short texts under a secret of the installation (HMAC-SHA-256): links, forms and tokens that carry one need
 * not be stored to be known again. All nodes give the same codes.
 */
public final class Seal {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec secret;

    public Seal(byte[] secret) {
        this.secret = new SecretKeySpec(secret, HMAC);
    }

    /** @param purpose its own secret for each, so that no code of one purpose counts for another */
    public static Seal of(DataSource database, String purpose) {
        return new Seal(new Secrets(database).get(purpose, BYTES));
    }

    /** The code over the text: 32 bytes. */
    public byte[] code(byte[] text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] code(String text) {
        return code(text.getBytes(StandardCharsets.UTF_8));
    }
}
