package measure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import se.samlad.journal.Journal;

/** Fills the search table as the server does. The class that does so is package-private, so it is found by name. */
final class SearchTable implements AutoCloseable {

    private static final long PATIENCE_MINUTES = 60;
    private static final long LOOK_AGAIN_MS = 100;
    private final SmartLifecycle following;

    SearchTable(DataSource database, Journal journal) throws ReflectiveOperationException {
        var made = Class.forName("se.samlad.search.Following").getDeclaredConstructor(DataSource.class, Journal.class);
        made.setAccessible(true);
        following = (SmartLifecycle) made.newInstance(database, journal);
        following.start();
    }

    @Override
    public void close() {
        following.stop();
    }

    /** Waits until the table has all of the journal. */
    static void awaitFilled(Connection connection) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        try (var statement = connection.createStatement()) {
            while (!isFilled(statement)) {
                if (System.nanoTime() > deadline) throw new IllegalStateException("the search table was never filled");
                Thread.sleep(LOOK_AGAIN_MS);
            }
        }
    }

    private static boolean isFilled(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(
                "select (select max(position) from searchable) = (select max(position) from entry)")) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
