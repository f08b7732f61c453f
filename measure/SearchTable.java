package measure;

import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import se.samlad.journal.Journal;

/** What fills the search table, as in the server: of its room's own, so it is asked for by name. */
final class SearchTable implements AutoCloseable {

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
}
