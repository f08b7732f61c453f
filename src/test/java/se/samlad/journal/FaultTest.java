package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.samlad.Awaited;
import se.samlad.scenes.Ground;

/** What goes wrong between us and the database harms nobody but whom it must (DESIGN §3). */
class FaultTest {

    private static final int NEIGHBOURS = 12;

    /** Writes that are all in the writer's queue before any is written, so that they share one call. */
    private static List<Object> inOneBatch(TestJournal test, List<Callable<?>> writes) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var held = new Held(test)) {
            var first = threads.submit(() -> test.write("first"));
            held.awaitWaiting();
            var answers = new ArrayList<Future<?>>();
            for (var write : writes) answers.add(threads.submit(write));
            Awaited.until(() -> test.journal.queued() == writes.size());
            held.commit();
            Awaited.of(first);
            var all = new ArrayList<>();
            for (var answer : answers) all.add(outcome(answer));
            return all;
        }
    }

    private static Object outcome(Future<?> answer) throws Exception {
        try {
            return Awaited.of(answer);
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause();
        }
    }

    private static List<Callable<?>> good(TestJournal test) {
        var writes = new ArrayList<Callable<?>>();
        for (int i = 0; i < NEIGHBOURS; i++) writes.add(() -> test.write("good"));
        return writes;
    }

    private static void assertGapless(TestJournal test, int entries) {
        assertThat(test.stored())
                .extracting(Entry::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries).boxed().toList());
        assertThat(test.stored()).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(test.journal.await(entries)).isTrue();
    }

    @Test
    void oneBadCommandFailsNoneOfItsNeighbours() throws Exception {
        try (var test = TestJournal.fresh()) {
            var taken = test.write("there before").id();
            var writes = good(test);
            writes.add(
                    4,
                    () -> test.journal.record(
                            TestJournal.BY,
                            null,
                            facing -> List.of(new Draft(
                                    taken, taken, taken, new Note.Written("again"), TestJournal.ALL, null, null))));
            writes.add(
                    8,
                    () -> test.journal.record(
                            TestJournal.BY,
                            null,
                            facing -> List.of(Draft.ofNewSubject(taken, new Note.Written("when"), TestJournal.ALL)
                                    .happened(Instant.MAX))));
            var answers = inOneBatch(test, writes);
            assertThat(answers.get(4)).isInstanceOf(Unavailable.class);
            assertThat(answers.get(8)).isInstanceOf(Unavailable.class);
            assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(NEIGHBOURS);
            assertGapless(test, NEIGHBOURS + 2);
        }
    }

    @Test
    void anOutcomeThatIsUnknownAfterTheCommitIsLookedUpAndNothingDoubled() {
        var breaking = new Breaking();
        try (var test = TestJournal.behind(breaking::around)) {
            breaking.after.set(1);
            var recorded = test.write("one");
            assertThat(test.stored()).extracting(Entry::id).containsExactly(recorded.id());
            assertThat(test.journal.await(recorded.position())).isTrue();
            test.write("two");
            assertGapless(test, 2);
        }
    }

    @Test
    void soIsEachOfABatch() throws Exception {
        var breaking = new Breaking();
        try (var test = TestJournal.behind(breaking::around)) {
            var heard = new ArrayList<Long>();
            test.journal.follow(entry -> heard.add(entry.position()));
            breaking.after.set(2);
            var answers = inOneBatch(test, good(test));
            assertThat(answers).hasSize(NEIGHBOURS).allMatch(Recorded.class::isInstance);
            assertGapless(test, NEIGHBOURS + 1);
            assertThat(heard).isSorted().doesNotHaveDuplicates().hasSize(NEIGHBOURS + 1);
        }
    }

    @Test
    void aBatchThatFailedBeforeItWasWrittenIsWrittenOneByOne() throws Exception {
        var breaking = new Breaking();
        try (var test = TestJournal.behind(breaking::around)) {
            breaking.before.set(0);
            var writes = good(test);
            var failing = new ArrayList<Callable<?>>(writes);
            failing.set(0, () -> {
                breaking.before.set(1);
                return test.write("good");
            });
            var answers = inOneBatch(test, failing);
            assertThat(answers).allMatch(Recorded.class::isInstance);
            assertGapless(test, NEIGHBOURS + 1);
        }
    }

    @Test
    void whatCouldNotBeWrittenIsSaidAndTheNextIs() {
        var breaking = new Breaking();
        try (var test = TestJournal.behind(breaking::around)) {
            breaking.before.set(1);
            assertThatThrownBy(() -> test.write("lost")).isInstanceOf(Unavailable.class);
            test.write("kept");
            assertGapless(test, 1);
        }
    }

    @Test
    void whatAnotherHasNumberedButNotCommittedIsNeverPassedOver() throws Exception {
        try (var test = TestJournal.fresh();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = new ArrayList<Long>();
            test.journal.follow(entry -> heard.add(entry.position()));
            test.write("one");
            try (var held = new Held(test)) {
                held.execute(
                        "insert into entry select 2, gen_random_uuid(), gen_random_uuid(), 1, stream, subject, kind,"
                                + " account, actor, function, recorded_at, occurred_at, labels, marking, null, null, salt, body,"
                                + " leaf from entry where position = 1");
                var third = threads.submit(() -> test.write("three"));
                held.awaitWaiting();
                assertThat(third.isDone()).isFalse();
                assertThat(test.journal.position()).isEqualTo(1);
                held.commit();
                assertThat(Awaited.of(third).position()).isEqualTo(3);
                assertThat(test.journal.await(3)).isTrue();
            }
            assertThat(heard).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void twoNodesHearEveryEntryOnceAndInOrder() throws SQLException {
        try (var test = TestJournal.fresh()) {
            var other = test.another();
            var here = new ArrayList<Entry>();
            var there = new ArrayList<Entry>();
            test.journal.follow(here::add);
            other.follow(there::add);
            Together.run(8, i -> () -> {
                for (int n = 0; n < 15; n++) {
                    var at = i % 2 == 0 ? test.journal : other;
                    at.record(
                            TestJournal.BY,
                            null,
                            facing -> List.of(
                                    Draft.ofNewSubject(UUID.randomUUID(), new Note.Written("x"), TestJournal.ALL)));
                }
                return "";
            });
            Awaited.until(() -> test.journal.position() == 120 && other.position() == 120);
            assertThat(here).isEqualTo(test.stored());
            assertThat(there).isEqualTo(test.stored());
        }
    }

    @Test
    void aNodeThatMeetsWhatItDoesNotKnowSaysNotReady() {
        try (var test = TestJournal.fresh()) {
            test.write("one");
            Ground.here()
                    .execute(
                            test.name(),
                            "insert into entry select 2, gen_random_uuid(), origin, 2, stream, subject, 'note.newer.1',"
                                    + " account, actor, function, recorded_at, occurred_at, labels, marking, null, null,"
                                    + " salt, body, leaf from entry");
            Awaited.until(() -> !test.journal.ready());
            assertThat(test.journal.position()).isEqualTo(1);
        }
    }

    @Test
    void aNodeThatCanNotReadAKnownFactSaysNotReady() {
        try (var test = TestJournal.fresh()) {
            test.write("one");
            Ground.here()
                    .execute(
                            test.name(),
                            "insert into entry select 2, gen_random_uuid(), origin, 2, stream, subject, kind, account,"
                                    + " actor, function, recorded_at, occurred_at, labels, marking, null, null, salt,"
                                    + " '{\"newer\":1}', leaf from entry");
            Awaited.until(() -> !test.journal.ready());
            assertThat(test.journal.position()).isEqualTo(1);
        }
    }
}
