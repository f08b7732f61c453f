package se.samlad.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.stereotype.Service;

/** Credentials and tokens in the database: passwords as Argon2id hashes, tokens as digests. */
@Service
class Accounts implements UserDetailsService {

    private final JdbcClient database;
    private final ObjectProvider<SessionNews> news;

    Accounts(JdbcClient database, ObjectProvider<SessionNews> news) {
        this.database = database;
        this.news = news;
    }

    @Override
    public UserDetails loadUserByUsername(String account) {
        if (account.indexOf('\0') >= 0) throw new UsernameNotFoundException("no such account");
        return database.sql("select account, password, disabled, generation from credential where account = ?")
                .param(account)
                .query((row, n) -> User.withUsername(row.getString(1))
                        .password(row.getString(2))
                        .disabled(row.getBoolean(3))
                        .authorities("signed-in", Generations.authority(row.getLong(4)))
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** The enabled account that the token belongs to. @param digest of the token */
    Optional<String> ofToken(String digest) {
        return database.sql("select t.account from token t join credential c on c.account = t.account"
                        + " where t.digest = ? and not c.disabled")
                .param(digest)
                .query((row, n) -> row.getString(1))
                .optional();
    }

    /** Empty where the account is disabled, or there is none. */
    OptionalLong generation(String account) {
        return database.sql("select generation from credential where account = ? and not disabled")
                .param(account)
                .query((row, n) -> OptionalLong.of(row.getLong(1)))
                .optional()
                .orElse(OptionalLong.empty());
    }

    /** Disables the account: nobody can sign in, and its sessions, streams and tokens end. */
    void disable(String account) {
        changed(
                account,
                "update credential set disabled = true, generation = generation + 1 where account = ?",
                account);
    }

    /** Sets a new password; ends the account's sessions and streams and deletes its tokens. */
    void changePassword(String account, String encodedPassword) {
        database.sql("delete from token where account = ?").param(account).update();
        changed(
                account,
                "update credential set password = ?, generation = generation + 1 where account = ?",
                encodedPassword,
                account);
    }

    /** Ends all sessions of the account, on all nodes; its tokens stay. */
    void signOutEverywhere(String account) {
        changed(account, "update credential set generation = generation + 1 where account = ?", account);
    }

    /** The same commit notifies all nodes; this node learns of the change without waiting for that. */
    private void changed(String account, String update, Object... params) {
        database.sql("with changed as (" + update + " returning account)" + " select pg_notify('session', '"
                        + SessionNews.OF_ACCOUNT + "' || account) from changed")
                .params(params)
                .query((row, n) -> "")
                .list();
        news.getObject().accountChanged(account);
    }

    void create(String account, String encodedPassword, String token) {
        database.sql("insert into credential (account, password) values (?, ?) on conflict do nothing")
                .params(account, encodedPassword)
                .update();
        database.sql("insert into token (digest, account) values (?, ?) on conflict do nothing")
                .params(Digests.sha256(token), account)
                .update();
    }

    /**
     * Argon2id. Each hash takes 16 MB and about 25 ms of a processor, so hashing runs in a pool of its own with half as
     * many threads as processors. Password guessing, however much of it, leaves the rest to those who record and read.
     */
    static final class Passwords implements PasswordEncoder {

        private static final int KILOBYTES = 1 << 14;
        private static final int ROUNDS = 2;
        private static final int BYTES = 32;

        private final PasswordEncoder argon2 =
                new Argon2Password4jPasswordEncoder(Argon2Function.getInstance(KILOBYTES, ROUNDS, 1, BYTES, Argon2.ID));
        private final ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                Thread.ofPlatform().name("password-", 0).daemon().factory());

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return alone(() -> Optional.ofNullable(argon2.encode(password))).orElse(null);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            return alone(() -> argon2.matches(password, encoded));
        }

        private <T> T alone(java.util.function.Supplier<T> work) {
            return CompletableFuture.supplyAsync(work, threads).join();
        }
    }
}
