package se.samlad.journal;

import java.sql.Connection;
import java.sql.SQLException;
import se.samlad.scenes.Ground;

/** Somebody else who is in the middle of writing: holds the journal's lock until told to let go. */
final class Held implements AutoCloseable {

    private final Connection connection;
    private final String database;

    Held(TestJournal test) throws SQLException {
        database = test.name();
        connection = Ground.here().asSuperuser(database).getConnection();
        connection.setAutoCommit(false);
        execute("select pg_advisory_xact_lock(7301)");
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns when a writer waits for the lock. */
    void awaitWaiting() throws SQLException {
        try (var other = Ground.here().asSuperuser(database).getConnection();
                var statement = other.prepareStatement(
                        "select count(*) from pg_locks l join pg_database d on d.oid ="
                                + " l.database where d.datname = current_database() and locktype = 'advisory' and not granted")) {
            while (true) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (row.getInt(1) > 0) return;
                }
            }
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
