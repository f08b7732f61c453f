package se.samlad.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.samlad.journal.By;
import se.samlad.journal.Contributed;
import se.samlad.journal.Draft;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.report.ReportFact;
import se.samlad.scenes.Ground;

/** What is gathered to be searched is filled in when somebody searches, and when it is worth it. */
@Timeout(60)
class FollowingTest {

    private static final Duration LONGER_THAN_ANY_TEST = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void nothingIsGatheredWhileSomebodySearchesNorMoreThanIsFilledInAtOnce() throws Exception {
        var name = Ground.here().database();
        try (var database = Ground.here().asApplication(name);
                var journal = new Journal(
                        database,
                        Clock.systemUTC(),
                        new Contributed(List.of(new Facts(ReportFact.class)), List.of(), List.of()))) {
            var following = new Following(database, journal, LONGER_THAN_ANY_TEST);
            following.start();
            try (var connection = database.getConnection()) {
                for (int i = 1; i <= 3; i++) {
                    record(journal);
                    following.await(PATIENCE);
                    assertThat(filled(connection)).isEqualTo(i);
                }
                for (int i = 0; i < 600; i++) record(journal);
                for (int tries = 0; filled(connection) < 500 && tries < 500; tries++) Thread.sleep(20);
                assertThat(filled(connection)).isGreaterThanOrEqualTo(500);
            } finally {
                following.stop();
            }
        } finally {
            Ground.here().drop(name);
        }
    }

    private static void record(Journal journal) {
        var note = new ReportFact.Logged(ReportFact.Kind.NOTE, "Väg 76", null, null, null, null);
        var row = Draft.ofNewSubject(UUID.randomUUID(), note, Labels.of("members"));
        journal.record(new By("lst.tib", "lst", "tib"), null, facing -> List.of(row));
    }

    private static long filled(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from searchable")) {
            row.next();
            return row.getLong(1);
        }
    }
}
