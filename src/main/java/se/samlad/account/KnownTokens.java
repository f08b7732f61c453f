package se.samlad.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Whose token it is, remembered for a while, so that a call need not ask the database and goes on when that is away. */
@Component
class KnownTokens {

    /** How long it is believed without asking, and how long when nobody can be asked. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final Duration AT_MOST = Duration.ofSeconds(90);

    /** How long a token that no account has is refused without asking. */
    private static final Duration WRONG = Duration.ofSeconds(5);

    private record Known(String account, long asked) {
        boolean isFresh() {
            return System.nanoTime() - asked < FRESH.toNanos();
        }
    }

    private final Accounts accounts;
    private final Cache<String, Known> recent =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(AT_MOST).build();
    private final Cache<String, Boolean> wrong =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(WRONG).build();

    KnownTokens(Accounts accounts) {
        this.accounts = accounts;
    }

    /** From memory alone; null where the database must be asked. Empty: no account has the token. */
    @Nullable
    Optional<String> remembered(String token) {
        var digest = Digests.sha256(token);
        var known = recent.getIfPresent(digest);
        if (known != null) return Optional.of(known.account());
        return wrong.getIfPresent(digest) == null ? null : Optional.empty();
    }

    Optional<String> account(String token) {
        var digest = Digests.sha256(token);
        var known = recent.getIfPresent(digest);
        if (known != null && known.isFresh()) return Optional.of(known.account());
        if (wrong.getIfPresent(digest) != null) return Optional.empty();
        try {
            var account = accounts.ofToken(token);
            account.ifPresentOrElse(name -> recent.put(digest, new Known(name, System.nanoTime())), () -> {
                recent.invalidate(digest);
                wrong.put(digest, true);
            });
            return account;
        } catch (DataAccessException e) {
            if (known == null) throw e;
            return Optional.of(known.account());
        }
    }
}
