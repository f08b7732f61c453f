package se.samlad.credential;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The accounts that come in through an actor's own sign-in, and the secrets that Samlad has with these. */
@Service
public class OwnSignIns {

    /**
     * Whom an issuer means. The issuer is a part of it: another issuer's equal name is another person, so an actor that
     * changes its sign-in lets nobody in as somebody else.
     *
     * @param subject the issuer's name for the person
     */
    public record Subject(String actor, String issuer, String subject) {}

    private final JdbcClient database;

    OwnSignIns(JdbcClient database) {
        this.database = database;
    }

    public Optional<String> account(Subject subject) {
        return database.sql("select account from own_sign_in where actor = ? and issuer = ? and subject = ?")
                .params(subject.actor(), subject.issuer(), subject.subject())
                .query((row, n) -> row.getString(1))
                .optional();
    }

    /** The actor through whose sign-in the account comes in; empty: none. */
    public Optional<String> actor(String account) {
        return database.sql("select actor from own_sign_in where account = ? order by actor limit 1")
                .param(account)
                .query((row, n) -> row.getString(1))
                .optional();
    }

    /** Makes the account the subject's, if the subject has none yet. @return the account that the subject has */
    public String link(Subject subject, String account) {
        database.sql("insert into own_sign_in (actor, issuer, subject, account) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(subject.actor(), subject.issuer(), subject.subject(), account)
                .update();
        return account(subject).orElse(account);
    }

    /** What Samlad proves itself with to the actor's sign-in; empty: it has no secret with it. */
    public Optional<String> secret(String actor) {
        return database.sql("select secret from own_sign_in_client where actor = ?")
                .param(actor)
                .query((row, n) -> row.getString(1))
                .optional();
    }

    /** @param secret null: none */
    public void keepSecret(String actor, @Nullable String secret) {
        if (secret == null)
            database.sql("delete from own_sign_in_client where actor = ?")
                    .param(actor)
                    .update();
        else
            database.sql("insert into own_sign_in_client (actor, secret) values (:actor, :secret)"
                            + " on conflict (actor) do update set secret = :secret")
                    .param("actor", actor)
                    .param("secret", secret)
                    .update();
    }
}
