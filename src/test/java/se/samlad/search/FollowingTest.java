package se.samlad.search;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import se.samlad.Awaited;
import se.samlad.journal.By;
import se.samlad.journal.Contributed;
import se.samlad.journal.Draft;
import se.samlad.journal.Facts;
import se.samlad.journal.Held;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.report.ReportFact;
import se.samlad.scenes.Ground;

/** Collected entries are written to the search table when somebody searches, and when the batch is large enough. */
class FollowingTest {

    private static final Duration LONGER_THAN_ANY_TEST = Duration.ofHours(1);

    @Test
    void nothingIsGatheredWhileSomebodySearchesNorMoreThanIsFilledInAtOnce() throws Exception {
        var name = Ground.here().database();
        try (var database = Ground.here().asApplication(name);
                var journal = journal(database)) {
            var following = new Following(database, journal, LONGER_THAN_ANY_TEST);
            following.start();
            try (var connection = database.getConnection()) {
                for (int i = 1; i <= 3; i++) {
                    record(journal);
                    following.await(Awaited.PATIENCE);
                    assertThat(filled(connection)).isEqualTo(i);
                }
                for (int i = 0; i < 600; i++) record(journal);
                Awaited.until(() -> filled(connection) >= 500);
            } finally {
                following.stop();
            }
        } finally {
            Ground.here().drop(name);
        }
    }

    @Test
    void nodesTakeTurnsAndWhatAnotherFilledInIsPassedOver() throws Exception {
        var name = Ground.here().database();
        try (var database = Ground.here().asApplication(name);
                var journal = journal(database);
                var another = database.getConnection();
                var complaints = new Complaints()) {
            for (int i = 0; i < 3; i++) record(journal);
            another.setAutoCommit(false);
            execute(another, Following.MY_TURN);
            execute(
                    another,
                    "insert into searchable select position, stream, recorded_at, labels, 'another'::tsvector"
                            + " from entry where position <= 2");
            var following = new Following(database, journal, LONGER_THAN_ANY_TEST);
            following.start();
            try {
                Awaited.until(() -> Held.isWaitedFor(another));
                another.commit();
                following.await(Awaited.PATIENCE);
            } finally {
                following.stop();
            }
            assertThat(filled(another)).isEqualTo(3);
            assertThat(count(another, "select count(*) from searchable where words @@ 'another'"))
                    .isEqualTo(2);
            assertThat(complaints.all()).isEmpty();
        } finally {
            Ground.here().drop(name);
        }
    }

    /** The lines in the log. */
    private static final class Complaints implements AutoCloseable {
        private final Logger logger = (Logger) LoggerFactory.getLogger(Following.class);
        private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

        Complaints() {
            appender.start();
            logger.addAppender(appender);
        }

        List<ILoggingEvent> all() {
            return List.copyOf(appender.list);
        }

        @Override
        public void close() {
            logger.detachAppender(appender);
        }
    }

    private static Journal journal(DataSource database) {
        var facts = List.of(new Facts(ReportFact.class));
        return new Journal(database, database, Clock.systemUTC(), new Contributed(facts, List.of(), List.of()));
    }

    private static void record(Journal journal) {
        var note = new ReportFact.Logged(ReportFact.Kind.NOTE, "Väg 76", null, null, null, null);
        var row = Draft.ofNewSubject(UUID.randomUUID(), note, Labels.of("members"));
        journal.record(new By("lst.tib", "lst", "tib"), null, facing -> List.of(row));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long filled(Connection connection) {
        return count(connection, "select count(*) from searchable");
    }

    private static long count(Connection connection, String sql) {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
