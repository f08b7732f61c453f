package se.samlad.journal;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionException;

/** The journal can't take or give anything just now. Nothing is known to be recorded; ask again with the same key. */
public class Unavailable extends RuntimeException {

    /** By PostgreSQL's classes: no connection, no resources, told to stop; and a lock that was not had in time. */
    private static final List<String> AWAY = List.of("08", "53", "57", "55P03");

    Unavailable(String why, Throwable cause) {
        super(why, cause);
    }

    Unavailable(String why) {
        super(why);
    }

    /** Whether the error says, somewhere among its causes, that the database is not there, and not that we were wrong. */
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
