package se.samlad.credential;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id. Each hash takes 16 MB and about 25 ms of a processor, so hashing runs in a pool of its own with half as
 * many threads as processors, which give way to all others. Password guessing, however much of it, leaves the processors to
 * those who record and read.
 */
@Component
public final class Passwords implements PasswordEncoder {

    private static final int KILOBYTES = 1 << 14;
    private static final int ROUNDS = 2;
    private static final int BYTES = 32;

    private final PasswordEncoder argon2 =
            new Argon2Password4jPasswordEncoder(Argon2Function.getInstance(KILOBYTES, ROUNDS, 1, BYTES, Argon2.ID));
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2), new GivingWay("password-"));
    private @Nullable String never;

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return alone(() -> Optional.ofNullable(argon2.encode(password))).orElse(null);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return alone(() -> argon2.matches(password, encoded));
    }

    /**
     * The hash of a password that nobody knows, for accounts that have none. Comparing with it takes as long as with
     * any other, so the time tells nothing.
     */
    synchronized String never() {
        if (never == null)
            never = Objects.requireNonNull(encode(UUID.randomUUID().toString()));
        return never;
    }

    private <T> T alone(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads).join();
    }
}
