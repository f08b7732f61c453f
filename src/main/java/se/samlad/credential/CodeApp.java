package se.samlad.credential;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import se.samlad.journal.Refused;

/**
 * One-time codes from an app (TOTP, RFC 6238: six digits, thirty seconds, SHA-1 as all apps have it), and recovery
 * codes for when the app is lost. A code of the step before or after counts, since clocks differ; none counts twice.
 */
@Service
public class CodeApp {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUP = 5;

    private final JdbcClient database;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();

    CodeApp(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the account must give a code after its password. */
    public boolean isUsedBy(String account) {
        return database.sql("select 1 from code_app where account = ? and confirmed_at is not null")
                .param(account)
                .query((row, n) -> true)
                .optional()
                .orElse(false);
    }

    /** The secret that an app is being set up with, in Base32; empty where none is. */
    public Optional<String> begun(String account) {
        return database.sql("select secret from code_app where account = ? and confirmed_at is null")
                .param(account)
                .query((row, n) -> row.getString(1))
                .optional();
    }

    /** Begins to set up an app, with a fresh secret. Does nothing where the account has an app already. */
    public void begin(String account) {
        byte[] fresh = new byte[SECRET_BYTES];
        random.nextBytes(fresh);
        database.sql("insert into code_app (account, secret) values (:account, :secret) on conflict (account)"
                        + " do update set secret = :secret where code_app.confirmed_at is null")
                .param("account", account)
                .param("secret", Base32.of(fresh))
                .update();
    }

    /** The address that an app reads from a QR code. */
    public static String address(String secret, String name) {
        return "otpauth://totp/Samlad:"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + secret
                + "&issuer=Samlad";
    }

    /**
     * Takes the app into use if the code is right, and gives recovery codes, which are shown once.
     *
     * @throws Refused code.wrong, naming the field {@code code}
     */
    public List<String> confirm(String account, @Nullable String code) {
        if (!isRight(account, plain(code))) throw new Refused("code.wrong").at("code");
        database.sql("update code_app set confirmed_at = now() where account = ?")
                .param(account)
                .update();
        return newRecoveryCodes(account);
    }

    /** Removes the app and the recovery codes. */
    public void remove(String account) {
        database.sql("delete from code_app where account = ?").param(account).update();
        database.sql("delete from recovery_code where account = ?")
                .param(account)
                .update();
    }

    /** Fresh recovery codes in place of the old ones. */
    public List<String> newRecoveryCodes(String account) {
        var codes = IntStream.range(0, RECOVERY)
                .mapToObj(i -> group() + "-" + group())
                .toList();
        database.sql("delete from recovery_code where account = ?")
                .param(account)
                .update();
        for (var code : codes) {
            database.sql("insert into recovery_code (digest, account) values (?, ?)")
                    .params(digest(account, code), account)
                    .update();
        }
        return codes;
    }

    private String group() {
        var text = new StringBuilder();
        for (int i = 0; i < GROUP; i++) text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return text.toString();
    }

    /** How many recovery codes are left. */
    public int recoveryCodesLeft(String account) {
        return database.sql("select count(*) from recovery_code where account = ? and used_at is null")
                .param(account)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    /** Whether the code is right: one of the app, or a recovery code, each once. */
    public boolean matches(String account, @Nullable String code) {
        var plain = plain(code);
        return isUsedBy(account)
                && (plain.length() == generator.getPasswordLength() ? isRight(account, plain) : isLeft(account, plain));
    }

    private static String plain(@Nullable String code) {
        return code == null || code.length() > 40
                ? ""
                : code.strip().toLowerCase(java.util.Locale.ROOT).replace(" ", "");
    }

    private boolean isLeft(String account, String code) {
        return database.sql("update recovery_code set used_at = now() where digest = ? and used_at is null")
                        .param(digest(account, code))
                        .update()
                == 1;
    }

    private static String digest(String account, String code) {
        return Digests.sha256(account + " " + code.replace("-", ""));
    }

    private boolean isRight(String account, String code) {
        var secret = database.sql("select secret from code_app where account = ?")
                .param(account)
                .query((row, n) -> row.getString(1))
                .optional();
        if (secret.isEmpty()) return false;
        var step = step(secret.get(), code, clock.instant());
        return step.isPresent()
                && database.sql("update code_app set last_step = :step where account = :account and last_step < :step")
                                .param("step", step.getAsLong())
                                .param("account", account)
                                .update()
                        == 1;
    }

    private OptionalLong step(String secret, String code, Instant now) {
        var key = new SecretKeySpec(Base32.bytes(secret), generator.getAlgorithm());
        var length = generator.getTimeStep();
        for (int i = -1; i <= 1; i++) {
            var then = now.plus(length.multipliedBy(i));
            try {
                var right = generator.generateOneTimePasswordString(key, then);
                if (MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8)))
                    return OptionalLong.of(then.getEpochSecond() / length.toSeconds());
            } catch (InvalidKeyException e) {
                throw new IllegalStateException(e);
            }
        }
        return OptionalLong.empty();
    }
}
