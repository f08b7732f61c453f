package se.samlad.journal;

import java.sql.Connection;
import java.sql.SQLException;
import se.samlad.Awaited;
import se.samlad.scenes.Ground;

/** Somebody else who is in the middle of writing: holds the journal's lock until told to let go. */
public final class Held implements AutoCloseable {

    private final Connection connection;

    Held(TestJournal test) throws SQLException {
        connection = Ground.here().asSuperuser(test.name()).getConnection();
        connection.setAutoCommit(false);
        execute("select pg_advisory_xact_lock(7301)");
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns when a writer waits for the lock. */
    void awaitWaiting() {
        Awaited.until(this::isWaitedFor);
    }

    boolean isWaitedFor() {
        return isWaitedFor(connection);
    }

    /** Whether somebody waits for a lock that an application has taken by its number, in this connection's database. */
    public static boolean isWaitedFor(Connection connection) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) > 0 from pg_locks l join pg_database d on d.oid = l.database"
                                + " where d.datname = current_database() and locktype = 'advisory' and not granted")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
