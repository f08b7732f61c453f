package se.samlad.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Programs' tokens in the database, as digests. */
@Service
public class ApiTokens {

    private static final Duration NOTED = Duration.ofMinutes(5);

    /** What a token may be used for. */
    public enum Scope {
        /** Read all that its function sees. */
        READ,
        /** Report, and write in the log. */
        REPORT,
        /** Hand in what other sources say. */
        FEED,
        /** Ask for checkpoints and proofs. */
        VERIFY
    }

    /**
     * A token, without its secret.
     *
     * @param function that it acts as; null: those of its account
     * @param scopes null: everything that its account may
     * @param endsAt null: it does not end
     */
    public record Token(
            UUID id,
            String account,
            @Nullable String function,
            @Nullable Set<Scope> scopes,
            @Nullable Instant endsAt,
            @Nullable Instant usedAt) {

        public boolean hasEnded(Instant now) {
            return endsAt != null && !now.isBefore(endsAt);
        }

        /** Whether its last use should be noted anew; it is not noted for each request. */
        public boolean isLongSinceUsed(Instant now) {
            return usedAt == null || usedAt.plus(NOTED).isBefore(now);
        }

        public boolean may(Scope scope) {
            return scopes == null || scopes.contains(scope);
        }
    }

    private static final String COLUMNS = "t.id, t.account, t.function, t.scope, t.ends_at, t.used_at";

    private final JdbcClient database;
    private final Accounts accounts;

    ApiTokens(JdbcClient database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /** The token that the digest belongs to, of an enabled account. */
    public Optional<Token> find(String digest) {
        return database.sql("select " + COLUMNS + " from token t join credential c on c.account = t.account"
                        + " where t.digest = ? and not c.disabled")
                .param(digest)
                .query((row, n) -> token(row))
                .optional();
    }

    /** The account's tokens that act as the function. */
    public List<Token> of(String account) {
        return database.sql("select " + COLUMNS + " from token t where t.account = ? order by t.id")
                .param(account)
                .query((row, n) -> token(row))
                .list();
    }

    private static Token token(java.sql.ResultSet row) throws java.sql.SQLException {
        var scope = row.getString(4);
        return new Token(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                scope == null ? null : scopes(scope),
                instant(row.getObject(5, OffsetDateTime.class)),
                instant(row.getObject(6, OffsetDateTime.class)));
    }

    private static Set<Scope> scopes(String text) {
        return Arrays.stream(text.split(" "))
                .map(each -> Scope.valueOf(each.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Stores a demo token, which everybody knows and which may do what its account may. */
    public void demo(String account, String secret) {
        database.sql("insert into token (digest, account) values (?, ?) on conflict do nothing")
                .params(Digests.sha256(secret), account)
                .update();
    }

    /** @param secret long and random; only its digest is stored */
    public void create(UUID id, String secret, String account, String function, Set<Scope> scopes, Instant endsAt) {
        accounts.create(account, null);
        database.sql("insert into token (digest, id, account, function, scope, ends_at) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(
                        Digests.sha256(secret),
                        id,
                        account,
                        function,
                        scopes.stream().map(Scope::name).sorted().collect(Collectors.joining(" ")),
                        at(endsAt))
                .update();
    }

    /** Ends the token on all nodes; its streams end too. */
    public void end(UUID id) {
        database.sql("delete from token where id = ? returning account")
                .param(id)
                .query((row, n) -> row.getString(1))
                .list()
                .forEach(accounts::tell);
    }

    /** Notes that the token was used; called rarely, not for each request. */
    public void used(UUID id, Instant now) {
        database.sql("update token set used_at = ? where id = ?")
                .params(at(now), id)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
