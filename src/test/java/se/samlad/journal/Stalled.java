package se.samlad.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import se.samlad.scenes.Ground;

/** Lets the journal's own appends stall between number and commit, and then go on or be rolled back, on command. */
final class Stalled implements AutoCloseable {

    /** Its rows have their positions when it is run, and nobody else sees them yet. */
    private static final String TRIGGER = """
            create function stall() returns trigger language plpgsql as $$
            begin
                perform pg_advisory_xact_lock_shared(7302);
                return null;
            end
            $$;
            create trigger stall after insert on entry for each statement execute function stall();
            """;

    private static final String ROLL_BACK =
            "select pg_cancel_backend(pid) from pg_locks l join pg_database d on d.oid = l.database"
                    + " where d.datname = current_database() and locktype = 'advisory' and objid = 7302 and not granted";

    private final Connection connection;
    private boolean on;

    Stalled(TestJournal test) throws SQLException {
        connection = Ground.here().asSuperuser(test.name()).getConnection();
        execute(TRIGGER);
    }

    private boolean execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (!statement.execute(sql)) return false;
            try (var rows = statement.getResultSet()) {
                return rows.next();
            }
        }
    }

    /** From now on. */
    void begin() throws SQLException {
        if (!on) execute("select pg_advisory_lock(7302)");
        on = true;
    }

    /** What stalls commits, and all that waits for it. */
    void goOn() throws SQLException {
        if (on) execute("select pg_advisory_unlock(7302)");
        on = false;
    }

    /** Waits for one that stalls and rolls it back; or until nobody will. */
    void rollBackOne(BooleanSupplier nobodyWill) throws SQLException {
        while (on && !execute(ROLL_BACK) && !nobodyWill.getAsBoolean()) Thread.onSpinWait();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
