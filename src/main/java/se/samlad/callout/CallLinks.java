package se.samlad.callout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import se.samlad.credential.Seal;
import se.samlad.reach.Smtp;

/**
 * Addresses that are good for one thing each: answering one call, reporting what became of one sending, handing in replies.
 * They are sealed by a secret of the installation, so none is stored and none can be made up.
 */
@Component
class CallLinks {

    static final String ANSWER = "/k/";
    static final String REPORT = "/channels/report/";
    static final String REPLIES = "/channels/sms/";

    private static final int SEALED = 17;
    private static final int CODE = 13;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** @param rung which step it was sent by */
    record Step(UUID call, int rung) {}

    private final Seal answers;
    private final Seal reports;
    private final Smtp smtp;

    CallLinks(DataSource database, Smtp smtp) {
        this.answers = Seal.of(database, "callout-answer");
        this.reports = Seal.of(database, "callout-report");
        this.smtp = smtp;
    }

    /** Where the called one answers; empty: this installation has not said under which address it is reached. */
    Optional<String> answer(UUID call, int rung) {
        return smtp.url().map(url -> url + ANSWER + sealed(answers, call, rung));
    }

    Optional<Step> answered(String token) {
        return read(answers, token);
    }

    Optional<String> report(UUID call, int rung) {
        return smtp.url().map(url -> url + REPORT + sealed(reports, call, rung));
    }

    Optional<Step> reported(String token) {
        return read(reports, token);
    }

    /** Where the provider of SMS hands replies in. */
    String replies() {
        return smtp.url().orElse("") + path();
    }

    private String path() {
        return REPLIES + BASE64.encodeToString(Arrays.copyOf(reports.code("replies"), 18));
    }

    boolean isForReplies(String token) {
        return MessageDigest.isEqual(
                (REPLIES + token).getBytes(StandardCharsets.UTF_8), path().getBytes(StandardCharsets.UTF_8));
    }

    private static String sealed(Seal seal, UUID call, int rung) {
        var said = ByteBuffer.allocate(SEALED)
                .putLong(call.getMostSignificantBits())
                .putLong(call.getLeastSignificantBits())
                .put((byte) rung)
                .array();
        return BASE64.encodeToString(ByteBuffer.allocate(SEALED + CODE)
                .put(said)
                .put(seal.code(said), 0, CODE)
                .array());
    }

    private static Optional<Step> read(Seal seal, String token) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (all.length != SEALED + CODE) return Optional.empty();
        var said = Arrays.copyOf(all, SEALED);
        var right = Arrays.copyOf(seal.code(said), CODE);
        if (!MessageDigest.isEqual(right, Arrays.copyOfRange(all, SEALED, all.length))) return Optional.empty();
        var from = ByteBuffer.wrap(said);
        return Optional.of(new Step(new UUID(from.getLong(), from.getLong()), from.get() & 0xFF));
    }
}
