package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.pcollections.PVector;
import se.samlad.Awaited;

/** A node that can't go on says so, and decides nothing on what it does not know. */
class UnsoundTest {

    private static final Across<PVector<String>> TEXTS = new Across<>(Note.VIEW);
    private static final View<Integer> FAILING = View.of("failing", 0, Note.class, (count, entry, fact) -> {
        if (fact instanceof Note.Written written && written.text().equals("boom"))
            throw new IllegalStateException("boom");
        return count + 1;
    });
    private static final UUID STREAM = UUID.randomUUID();

    private static Journal opened(TestJournal test, Clock clock, Across<?> failing) {
        var all = new Contributed(Note.FACTS, List.of(Note.VIEW, FAILING), List.of(TEXTS, failing));
        var journal = new Journal(test.database(), test.database(), clock, all);
        journal.awaitOpen();
        return journal;
    }

    private static Recorded write(Journal to, String text) {
        return to.record(
                TestJournal.BY,
                null,
                facing -> List.of(Draft.ofNewSubject(STREAM, new Note.Written(text), TestJournal.ALL)));
    }

    @Test
    void aViewThatThrowsIsContainedToItselfAcrossAllStreamsAndInOne() {
        var across = new Across<>(FAILING);
        try (var test = TestJournal.fresh();
                var journal = opened(test, Clock.systemUTC(), across)) {
            write(journal, "one");
            assertThat(journal.across(across)).isEqualTo(1);
            assertThat(journal.view(FAILING, STREAM, Reader.ALL)).isEqualTo(1);
            write(journal, "boom");
            write(journal, "two");
            assertThat(journal.across(TEXTS)).containsExactly("one", "boom", "two");
            assertThat(journal.view(Note.VIEW, STREAM, Reader.ALL)).containsExactly("one", "boom", "two");
            assertThatThrownBy(() -> journal.across(across)).isInstanceOf(Unavailable.class);
            assertThatThrownBy(() -> journal.view(FAILING, STREAM, Reader.ALL)).isInstanceOf(Unavailable.class);
            assertThat(journal.ready()).isTrue();
            try (var restarted = opened(test, Clock.systemUTC(), across)) {
                assertThat(restarted.across(TEXTS)).containsExactly("one", "boom", "two");
                assertThatThrownBy(() -> restarted.across(across)).isInstanceOf(Unavailable.class);
                assertThat(restarted.ready()).isTrue();
            }
        }
    }

    @Test
    void withoutAnEssentialViewTheNodeIsNotReadyAndRecordsNothing() {
        try (var test = TestJournal.fresh();
                var journal = opened(test, Clock.systemUTC(), Across.essential(FAILING))) {
            write(journal, "boom");
            assertThat(journal.ready()).isFalse();
            assertThatThrownBy(() -> write(journal, "two")).isInstanceOf(Unavailable.class);
            assertThat(test.stored()).hasSize(1);
        }
    }

    @Test
    void afterAFactThatIsNotKnownNothingIsRecordedButAnEarlierAnswerIsGiven() {
        try (var test = TestJournal.fresh()) {
            var once = new Once(UUID.randomUUID(), "a");
            var first = test.write(STREAM, "one", TestJournal.ALL, once);
            test.tamper(
                    "insert into entry select 2, gen_random_uuid(), gen_random_uuid(), 1, stream, subject, 'note.later.1',"
                            + " account, actor, function, recorded_at, occurred_at, labels, marking, null, null, salt, body, leaf"
                            + " from entry where position = 1");
            Awaited.until(() -> !test.journal.ready());
            assertThatThrownBy(() -> test.write("two")).isInstanceOf(Unavailable.class);
            assertThat(test.write(STREAM, "one", TestJournal.ALL, once).id()).isEqualTo(first.id());
            assertThat(test.ask("select count(*) from entry", Long.class)).isEqualTo(2);
        }
    }

    @Test
    void afterAnErrorOfTheWriterNothingMoreIsRecorded() {
        var broken = new AtomicBoolean();
        try (var test = TestJournal.fresh(breaking(broken))) {
            var ended = new CopyOnWriteArrayList<Error>();
            test.journal.onFatalError(ended::add);
            test.write("one");
            broken.set(true);
            assertThatThrownBy(() -> test.write("two")).isInstanceOf(Unavailable.class);
            Awaited.until(() -> !ended.isEmpty());
            assertThat(ended).hasSize(1);
            assertThat(test.journal.ready()).isFalse();
            broken.set(false);
            assertThatThrownBy(() -> test.write("three")).isInstanceOf(Unavailable.class);
            assertThat(test.stored()).hasSize(1);
        }
    }

    @Test
    void anErrorOfTheWritersThreadAnswersAllWhoWaitAndEndsTheNode() throws Exception {
        var broken = new AtomicBoolean();
        try (var test = TestJournal.fresh(breaking(broken));
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var held = new Held(test)) {
            var ended = new CopyOnWriteArrayList<Error>();
            test.journal.onFatalError(ended::add);
            var first = threads.submit(() -> test.write("one"));
            held.awaitWaiting();
            var answers = new ArrayList<Future<?>>();
            for (int i = 0; i < 5; i++) answers.add(threads.submit(() -> test.write("next")));
            Awaited.until(() -> test.journal.queued() == 5);
            broken.set(true);
            held.commit();
            Awaited.of(first);
            for (var answer : answers)
                assertThatThrownBy(() -> Awaited.of(answer))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(Unavailable.class);
            Awaited.until(() -> !ended.isEmpty());
            assertThat(test.journal.ready()).isFalse();
        }
    }

    @Test
    void anErrorOfTheTailEndsTheNodeAndNothingMoreIsRecorded() {
        var broken = View.of("broken", 0, Note.class, (count, entry, fact) -> {
            throw new StackOverflowError("as if");
        });
        try (var test = TestJournal.fresh();
                var journal = opened(test, Clock.systemUTC(), new Across<>(broken))) {
            var ended = new CopyOnWriteArrayList<Error>();
            journal.onFatalError(ended::add);
            test.write("one");
            Awaited.until(() -> !ended.isEmpty());
            assertThat(ended).hasSize(1);
            assertThat(journal.ready()).isFalse();
            assertThatThrownBy(() -> write(journal, "two")).isInstanceOf(Unavailable.class);
            assertThat(test.stored()).hasSize(1);
        }
    }

    private static Clock breaking(AtomicBoolean broken) {
        InstantSource source = () -> {
            if (broken.get()) throw new StackOverflowError("as if");
            return Instant.now();
        };
        return source.withZone(ZoneOffset.UTC);
    }
}
