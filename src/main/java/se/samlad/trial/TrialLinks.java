package se.samlad.trial;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import se.samlad.credential.Seal;
import se.samlad.reach.Smtp;

/** Addresses that answer one actor's call in one test, and are good for nothing else. None is stored. */
@Component
class TrialLinks {

    static final String PATH = "/p/";

    private static final int SAID = 32;
    private static final int CODE = 13;

    /** @param asked the called one's id */
    record Link(UUID trial, UUID asked) {}

    private final Seal seal;
    private final Smtp smtp;

    TrialLinks(DataSource database, Smtp smtp) {
        this.seal = Seal.of(database, "trial-answer");
        this.smtp = smtp;
    }

    /** Empty: this installation has not said under which address it is reached. */
    Optional<String> of(UUID trial, UUID asked) {
        return smtp.url().map(url -> url + PATH + sealed(trial, asked));
    }

    private String sealed(UUID trial, UUID asked) {
        var said = ByteBuffer.allocate(SAID)
                .putLong(trial.getMostSignificantBits())
                .putLong(trial.getLeastSignificantBits())
                .putLong(asked.getMostSignificantBits())
                .putLong(asked.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(SAID + CODE)
                        .put(said)
                        .put(seal.code(said), 0, CODE)
                        .array());
    }

    Optional<Link> read(String token) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (all.length != SAID + CODE) return Optional.empty();
        var said = Arrays.copyOf(all, SAID);
        var right = Arrays.copyOf(seal.code(said), CODE);
        if (!MessageDigest.isEqual(right, Arrays.copyOfRange(all, SAID, all.length))) return Optional.empty();
        var from = ByteBuffer.wrap(said);
        return Optional.of(
                new Link(new UUID(from.getLong(), from.getLong()), new UUID(from.getLong(), from.getLong())));
    }
}
