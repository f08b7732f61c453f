package se.samlad.credential;

import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Accounts in the database, with their passwords as Argon2id hashes. */
@Service
public class Accounts implements UserDetailsService {

    private static final String AUTHORITY = "generation:";

    private final JdbcClient database;
    private final Passwords passwords;
    private final ObjectProvider<CredentialsChanged> news;

    Accounts(JdbcClient database, Passwords passwords, ObjectProvider<CredentialsChanged> news) {
        this.database = database;
        this.passwords = passwords;
        this.news = news;
    }

    /** The authority that a sign-in carries: the generation of its credentials. */
    public static String authority(long generation) {
        return AUTHORITY + generation;
    }

    /**
     * The account, by its name or by its person's address. One without a password has that of nobody, see
     * {@link Passwords#never}.
     */
    @Override
    public UserDetails loadUserByUsername(String name) {
        if (name.indexOf('\0') >= 0) throw new UsernameNotFoundException("no such account");
        return database.sql("select c.account, c.password, c.disabled, c.generation from credential c"
                        + " left join person p on p.account = c.account where c.account = :name or lower(p.address) = :address"
                        + " order by c.account = :name desc limit 1")
                .param("name", name)
                .param("address", name.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> User.withUsername(row.getString(1))
                        .password(row.getString(2) == null ? passwords.never() : row.getString(2))
                        .disabled(row.getBoolean(3))
                        .authorities("signed-in", authority(row.getLong(4)))
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Empty where the account is disabled, or there is none. */
    public OptionalLong generation(String account) {
        return database.sql("select generation from credential where account = ? and not disabled")
                .param(account)
                .query((row, n) -> OptionalLong.of(row.getLong(1)))
                .optional()
                .orElse(OptionalLong.empty());
    }

    /** Whether the account has a password of its own. */
    public boolean hasPassword(String account) {
        return database.sql("select password is not null from credential where account = ?")
                .param(account)
                .query((row, n) -> row.getBoolean(1))
                .optional()
                .orElse(false);
    }

    /** Disables the account: nobody can sign in, and its sessions, streams and tokens end. */
    public void disable(String account) {
        changed(
                account,
                "update credential set disabled = true, generation = generation + 1 where account = ?",
                account);
    }

    /** Sets a new password; ends the account's sessions and streams and deletes its tokens. */
    public void changePassword(String account, String encodedPassword) {
        database.sql("delete from token where account = ?").param(account).update();
        changed(
                account,
                "update credential set password = ?, generation = generation + 1 where account = ?",
                encodedPassword,
                account);
    }

    /** Ends all sessions of the account, on all nodes; its tokens stay. */
    public void signOutEverywhere(String account) {
        changed(account, "update credential set generation = generation + 1 where account = ?", account);
    }

    /** The same commit notifies all nodes; this node learns of the change without waiting for that. */
    private void changed(String account, String update, Object... params) {
        var returning = update.startsWith("select") ? update : update + " returning account";
        database.sql("with changed as (" + returning + ") select pg_notify('session', '" + CredentialsChanged.NOTICE
                        + "' || account) from changed")
                .params(params)
                .query((row, n) -> "")
                .list();
        news.getObject().accountChanged(account);
    }

    /** Makes all nodes read the account anew, and ends its streams. */
    void tell(String account) {
        changed(account, "select account from credential where account = ?", account);
    }

    /** Creates the account. @param encodedPassword null: it signs in by other means */
    public void create(String account, @Nullable String encodedPassword) {
        database.sql("insert into credential (account, password) values (?, ?) on conflict do nothing")
                .param(account)
                .param(encodedPassword)
                .update();
    }
}
