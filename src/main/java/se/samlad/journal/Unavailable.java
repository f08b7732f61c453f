package se.samlad.journal;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionException;

/** The journal can't record or read just now. Whether something was recorded is not known: send it again with the same key. */
public class Unavailable extends RuntimeException {

    /** SQL states of PostgreSQL: no connection, no resources, operator intervention; and a lock time-out. */
    private static final List<String> AWAY = List.of("08", "53", "57", "55P03");

    Unavailable(String why, Throwable cause) {
        super(why, cause);
    }

    Unavailable(String why) {
        super(why);
    }

    /** Whether the error or one of its causes says that the database is away, and not that our statement was wrong. */
    public static boolean isSaidBy(@Nullable Throwable error) {
        int depth = 0;
        for (var cause = error; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof Unavailable || cause instanceof TransactionException) return true;
            if (cause instanceof SQLTransientException || cause instanceof SQLRecoverableException) return true;
            if (cause instanceof SQLException sql && AWAY.stream().anyMatch(state(sql)::startsWith)) return true;
        }
        return false;
    }

    private static String state(SQLException error) {
        var state = error.getSQLState();
        return state == null ? "" : state;
    }
}
