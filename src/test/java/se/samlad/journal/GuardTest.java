package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A decision holds only in the face of what it was decided on (DESIGN §3). */
class GuardTest {

    private static final TestJournal TEST = TestJournal.fresh();
    private final UUID stream = UUID.randomUUID();

    @AfterAll
    static void close() {
        TEST.close();
    }

    /** Both have read the state before either records; the other is asked again, and refused by its rule. */
    @RepeatedTest(5)
    void ofTwoWhoDecideAtOnceOneDoesAndTheOtherIsRefusedByItsRule() {
        var thing = TEST.write(stream, "thing", TestJournal.ALL, null);
        TEST.journal.await(thing.position());
        var both = new CyclicBarrier(2);
        var asked = new AtomicInteger();
        var answers = Together.run(2, i -> () -> {
            var first = new AtomicInteger();
            return TEST.journal.record(TestJournal.BY, null, facing -> {
                asked.incrementAndGet();
                facing.guard(thing.id());
                if (facing.state(Note.VIEW, stream, Reader.ALL).contains("struck " + thing.id()))
                    throw new Refused("already");
                if (first.getAndIncrement() == 0) await(both);
                return List.of(Draft.on(stream, thing.id(), new Note.Struck(thing.id()), TestJournal.ALL));
            });
        });
        assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(1);
        assertThat(asked).hasValue(3);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** What a verb has read by itself, as an across-view, is guarded from when it began, not from when it says so. */
    @Test
    void whatMovedBetweenTheReadingAndTheGuardIsDecidedAgain() {
        var thing = TEST.write(stream, "thing", TestJournal.ALL, null);
        var asked = new AtomicInteger();
        TEST.journal.record(TestJournal.BY, null, facing -> {
            if (asked.getAndIncrement() == 0) TEST.journal.await(strike(thing).position());
            facing.guard(thing.id());
            return List.of(Draft.on(stream, thing.id(), new Note.Struck(thing.id()), TestJournal.ALL));
        });
        assertThat(asked).hasValue(2);
    }

    private Recorded strike(Recorded thing) {
        return TEST.journal.record(
                TestJournal.BY,
                null,
                facing -> List.of(Draft.on(stream, thing.id(), new Note.Struck(thing.id()), TestJournal.ALL)));
    }

    @Test
    void whatMustExistOnceIsMadeByOneOfMany() {
        var cause = UUID.randomUUID();
        var answers = Together.run(
                8,
                i -> () -> TEST.journal.record(TestJournal.BY, null, facing -> {
                    if (!facing.state(Note.VIEW, cause, Reader.ALL).isEmpty()) throw new Refused("already");
                    facing.guardNew(cause);
                    return List.of(new Draft(
                            UUID.randomUUID(), cause, cause, new Note.Written("it"), TestJournal.ALL, null, null));
                }));
        assertThat(answers).filteredOn(Recorded.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(7);
    }

    @Test
    void whatMovesEachTimeIsChangedAfterThreeTries() {
        var thing = TEST.write(stream, "thing", TestJournal.ALL, null);
        var asked = new AtomicInteger();
        assertThatThrownBy(() -> TEST.journal.record(TestJournal.BY, null, facing -> {
                    asked.incrementAndGet();
                    facing.guard(thing.id());
                    TEST.journal.record(
                            TestJournal.BY,
                            null,
                            f -> List.of(Draft.on(stream, thing.id(), new Note.Written("meanwhile"), TestJournal.ALL)));
                    return List.of(Draft.on(stream, thing.id(), new Note.Struck(thing.id()), TestJournal.ALL));
                }))
                .isInstanceOf(Changed.class);
        assertThat(asked).hasValue(3);
        TEST.journal.await(TEST.rows().last());
        assertThat(TEST.journal.view(Note.VIEW, stream, Reader.ALL))
                .containsExactly("thing", "meanwhile", "meanwhile", "meanwhile");
    }

    @Test
    void whatIsRecordedAboutAnotherSubjectDisturbsNothing() {
        var thing = TEST.write(stream, "thing", TestJournal.ALL, null);
        TEST.journal.await(thing.position());
        var asked = new AtomicInteger();
        TEST.journal.record(TestJournal.BY, null, facing -> {
            asked.incrementAndGet();
            facing.guard(thing.id());
            TEST.write(stream, "another", TestJournal.ALL, null);
            return List.of(Draft.on(stream, thing.id(), new Note.Struck(thing.id()), TestJournal.ALL));
        });
        assertThat(asked).hasValue(1);
    }

    @Test
    void theStateThatIsDecidedOnHasAllThatTheCallerRecordedBefore() {
        for (int i = 0; i < 50; i++) {
            var recorded = TEST.write(stream, "n" + i, TestJournal.ALL, null);
            TEST.journal.await(recorded.position());
            assertThat(TEST.journal.view(Note.VIEW, stream, Reader.ALL)).hasSize(i + 1);
        }
    }
}
