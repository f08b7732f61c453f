package se.samlad.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import se.samlad.scenes.Ground;

/** A journal on a database of its own, gone when closed. */
final class TestJournal implements AutoCloseable {

    static final By BY = new By("nils", "taby", "tib");
    static final Labels ALL = Labels.of("members");
    private static final Contributed ROOM = new Contributed(Note.FACTS, List.of(Note.VIEW), List.of());
    private static final Duration LONGER_THAN_ANY_TEST = Duration.ofHours(1);

    private final String name = Ground.here().database();
    private final HikariDataSource database = Ground.here().asApplication(name);
    private final List<Journal> open = new ArrayList<>();
    private @Nullable Connection superuser;
    final Journal journal;

    private TestJournal(UnaryOperator<DataSource> around, Clock clock) {
        journal = another(around, clock);
    }

    static TestJournal fresh() {
        return new TestJournal(database -> database, Clock.systemUTC());
    }

    static TestJournal fresh(Clock clock) {
        return new TestJournal(database -> database, clock);
    }

    /** With something between the journal and its database. */
    static TestJournal behind(UnaryOperator<DataSource> around) {
        return new TestJournal(around, Clock.systemUTC());
    }

    /** Another node's, or the same after a restart. */
    Journal another() {
        return another(database -> database, Clock.systemUTC());
    }

    private Journal another(UnaryOperator<DataSource> around, Clock clock) {
        var another =
                new Journal(around.apply(database), Ground.here().asDisposal(name), clock, ROOM, LONGER_THAN_ANY_TEST);
        open.add(another);
        another.awaitOpen();
        return another;
    }

    /** Another node's, with connections of its own. */
    Journal another(DataSource reading) {
        return new Journal(reading, Ground.here().asDisposal(name), Clock.systemUTC(), ROOM, LONGER_THAN_ANY_TEST);
    }

    /** Another node's connections. */
    HikariDataSource connections() {
        return Ground.here().asApplication(name);
    }

    DataSource database() {
        return database;
    }

    String name() {
        return name;
    }

    Rows rows() {
        return new Rows(database, new Codec(Note.FACTS));
    }

    List<Entry> stored() {
        return rows().list(Rows.Where.of("true order by position"));
    }

    /** As {@link Verify} reads them. */
    List<StoredRow> rowsAsStored() {
        var all = new ArrayList<StoredRow>();
        try (var connection = database.getConnection()) {
            try (var query = connection.prepareStatement(StoredRow.ALL);
                    var rows = query.executeQuery()) {
                while (rows.next()) all.add(StoredRow.of(rows));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    Recorded write(String text) {
        return write(UUID.randomUUID(), text, ALL, null);
    }

    Recorded write(UUID stream, String text, Labels labels, @Nullable Once once) {
        return journal.record(BY, once, facing -> List.of(Draft.ofNewSubject(stream, new Note.Written(text), labels)));
    }

    /** As the superuser, who may do what nobody should: on one connection, since signing in costs more than most of it. */
    void tamper(String sql) {
        try {
            if (superuser == null) superuser = Ground.here().asSuperuser(name).getConnection();
            try (var statement = superuser.createStatement()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Reads one value as the superuser. */
    <T> T ask(String sql, Class<T> type) {
        try (var connection = Ground.here().asSuperuser(name).getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, type);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        open.forEach(Journal::close);
        database.close();
        Ground.here().drop(name); // by force: whoever is still signed in is put out
    }
}
