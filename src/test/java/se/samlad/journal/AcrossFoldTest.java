package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.pcollections.PVector;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import tools.jackson.core.JacksonException;

/** What is known across all streams is read while the server starts: whole, in order, and never half of it. */
class AcrossFoldTest {

    private static final int MORE_THAN_IS_FOLDED_TOGETHER = 1_201;
    private static final Across<PVector<String>> TEXTS = new Across<>(Note.VIEW);

    private static Journal opened(DataSource database) {
        return new Journal(
                database, database, Clock.systemUTC(), new Contributed(Note.FACTS, List.of(), List.of(TEXTS)));
    }

    private static List<String> written(TestJournal test, int many) {
        var drafts = new ArrayList<Draft>();
        var texts = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            texts.add("Rad " + i);
            drafts.add(Draft.ofNewSubject(UUID.randomUUID(), new Note.Written("Rad " + i), TestJournal.ALL));
        }
        test.journal.record(TestJournal.BY, null, facing -> drafts);
        return texts;
    }

    @Test
    void itIsAllThatWasRecordedInOrderAndGoesOn() {
        try (var test = TestJournal.fresh()) {
            var texts = written(test, MORE_THAN_IS_FOLDED_TOGETHER);
            test.tamper("update entry set account = account where position = 2"); // lies behind all others now
            try (var another = opened(test.database())) {
                assertThat(another.across(TEXTS)).isEqualTo(texts);
                another.record(
                        TestJournal.BY,
                        null,
                        facing -> List.of(
                                Draft.ofNewSubject(UUID.randomUUID(), new Note.Written("Sist"), TestJournal.ALL)));
                assertThat(another.across(TEXTS)).hasSize(texts.size() + 1).endsWith("Sist");
            }
        }
    }

    @Test
    void untilItIsReadTheNodeIsNotReadyAndWhoAsksWaits() throws Exception {
        try (var test = TestJournal.fresh()) {
            var texts = written(test, 3);
            var mayRead = new CountDownLatch(1);
            try (var another = opened(slowToOpen(test.database(), mayRead))) {
                var asked = CompletableFuture.supplyAsync(() -> another.across(TEXTS));
                assertThat(another.ready()).isFalse();
                assertThat(asked).isNotDone();
                mayRead.countDown();
                another.awaitOpen();
                assertThat(another.ready()).isTrue();
                assertThat(asked.get()).isEqualTo(texts);
            }
        }
    }

    private static DataSource slowToOpen(DataSource database, CountDownLatch mayRead) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                try {
                    if (Thread.currentThread().getName().equals("journal-opening")) mayRead.await();
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
                return super.getConnection();
            }
        };
    }

    @Test
    void whatCanNotBeUnderstoodIsSaid() {
        try (var test = TestJournal.fresh()) {
            written(test, 3);
            test.tamper("update entry set body = 'x' where position = 2");
            try (var another = opened(test.database())) {
                assertThatThrownBy(another::awaitOpen).isInstanceOf(JacksonException.class);
                assertThatThrownBy(() -> another.across(TEXTS)).isInstanceOf(JacksonException.class);
                assertThat(another.ready()).isFalse();
            }
        }
    }
}
