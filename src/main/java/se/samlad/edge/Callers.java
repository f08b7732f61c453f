package se.samlad.edge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the account of a request's credentials. The room {@code account} implements it. */
public interface Callers {

    /**
     * The credentials that a request carries, unchecked.
     *
     * @param token of the {@code Authorization} header; null: none
     * @param session the id in the session's cookie; null: none
     */
    record Credentials(@Nullable String token, @Nullable String session) {
        boolean none() {
            return token == null && session == null;
        }
    }

    /** What is known of a caller. */
    enum Standing {
        /** An account, by its token or its session. */
        ACCOUNT,
        /** Somebody without credentials, or with a session that has ended. */
        STRANGER,
        /** Somebody with a token that no account has. */
        WRONG_TOKEN
    }

    /** @param account its name; empty where the standing is another */
    record Known(Standing standing, String account) {
        public static final Known STRANGER = new Known(Standing.STRANGER, "");
        public static final Known WRONG_TOKEN = new Known(Standing.WRONG_TOKEN, "");

        public static Known account(String name) {
            return new Known(Standing.ACCOUNT, name);
        }
    }

    /**
     * From memory only: never blocks, since it runs on the thread that reads from all connections. Empty where only
     * {@link #ask} can tell.
     */
    Optional<Known> remembered(Credentials credentials);

    /**
     * May query the database. While the database is away the answer is a stranger; the security filters behind then
     * report the outage.
     */
    Known ask(Credentials credentials);
}
