package se.samlad.edge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells from its credentials who a request comes from. The room of accounts implements it. */
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

    /** From memory alone, on the thread that reads from all connections: never waits. Empty: {@link #ask} knows. */
    Optional<Known> remembered(Credentials credentials);

    /** May ask the database. A database that is away makes a stranger; the filters behind then say what is wrong. */
    Known ask(Credentials credentials);
}
