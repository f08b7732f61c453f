package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two sends are one record (DESIGN §3, promise 1). */
class OnceTest {

    private static final TestJournal TEST = TestJournal.fresh();

    private final UUID stream = UUID.randomUUID();
    private final Once once = new Once(UUID.randomUUID(), "digest");

    @AfterAll
    static void close() {
        TEST.close();
    }

    private Recorded send(Journal to, Once with) {
        return to.record(
                TestJournal.BY,
                with,
                facing -> List.of(
                        Draft.ofNewSubject(stream, new Note.Written("one"), TestJournal.ALL),
                        Draft.ofNewSubject(stream, new Note.Written("two"), TestJournal.ALL)));
    }

    private List<Entry> stored() {
        return TEST.rows().list(Rows.Where.of("stream = ? order by position", stream));
    }

    private static void assertSame(Recorded one, Recorded other) {
        assertThat(other.id()).isEqualTo(one.id());
        assertThat(other.stream()).isEqualTo(one.stream());
        assertThat(other.cursor()).isEqualTo(one.cursor());
        assertThat(other.recordedAt()).isEqualTo(one.recordedAt());
    }

    @Test
    void theSameKeyAgainGivesTheSameAnswerAndRecordsNothing() {
        var first = send(TEST.journal, once);
        assertSame(first, send(TEST.journal, once));
        assertThat(stored()).hasSize(2);
    }

    @Test
    void manyAtOnceUnderOneKeyAreOneRecord() {
        var answers = Together.run(16, i -> () -> send(TEST.journal, once));
        assertThat(answers).allSatisfy(a -> assertSame((Recorded) answers.getFirst(), (Recorded) a));
        assertThat(stored()).hasSize(2);
    }

    @Test
    void itHoldsAcrossARestart() {
        var first = send(TEST.journal, once);
        try (var again = TEST.another()) {
            assertSame(first, send(again, once));
        }
        assertThat(stored()).hasSize(2);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        send(TEST.journal, once);
        assertThatThrownBy(() -> send(TEST.journal, new Once(once.key(), "other")))
                .isInstanceOf(Refused.class)
                .extracting(e -> ((Refused) e).key())
                .isEqualTo("once.other-body");
        assertThat(stored()).hasSize(2);
    }

    @Test
    void aKeyIsGoodPerAccount() {
        var first = send(TEST.journal, once);
        var other = TEST.journal.record(
                new By("nora", "nacka", "tib"),
                once,
                facing -> List.of(Draft.ofNewSubject(stream, new Note.Written("hers"), TestJournal.ALL)));
        assertThat(other.id()).isNotEqualTo(first.id());
        assertThat(stored()).hasSize(3);
    }

    @Test
    void whatWasRefusedIsNotStoredUnderItsKey() {
        assertThatThrownBy(() -> TEST.journal.record(TestJournal.BY, once, facing -> {
                    throw new Refused("no");
                }))
                .isInstanceOf(Refused.class);
        send(TEST.journal, once);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void theFirstAnswerIsGivenThoughTheRuleWouldRefuseNow() {
        var first = send(TEST.journal, once);
        assertSame(first, TEST.journal.record(TestJournal.BY, once, facing -> {
            throw new Refused("already");
        }));
    }

    @Test
    void theFirstAnswerIsGivenThoughThereIsNothingToRecordNow() {
        var first = send(TEST.journal, once);
        assertSame(first, TEST.journal.record(TestJournal.BY, once, facing -> List.of()));
    }

    @Test
    void whatIsKeptOfASendTellsNothingOnceAnyOfItsEntriesIsDisposedOf() {
        send(TEST.journal, once);
        assertThat(kept()).startsWith("2:").doesNotContain(once.digest());
        var salts = stored().stream().map(entry -> salt(entry.id())).toList();
        assertThat(new Once(once.key(), once.digest()).sealedBy(salts).digest()).isEqualTo(kept());
        dispose(stored().getLast().id());
        assertThat(salt(stored().getFirst().id())).isNotNull();
        for (var guess : List.of(salts.subList(0, 1), List.<byte[]>of()))
            assertThat(once.sealedBy(guess).digest().split(":")[1]).isNotEqualTo(kept().split(":")[1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"digest", "other"})
    void afterDisposalAKeyRecordsNothingAndSaysThatTheTwoCanNotBeCompared(String digest) {
        send(TEST.journal, once);
        dispose(stored().getLast().id());
        assertThatThrownBy(() -> send(TEST.journal, new Once(once.key(), digest)))
                .isInstanceOf(Refused.class)
                .extracting(e -> ((Refused) e).key())
                .isEqualTo("once.disposed");
        assertThat(stored()).hasSize(3);
    }

    private void dispose(UUID entry) {
        var fact = new Disposed(entry, "Arkivlagen 10 §", "KS 2026/1", "{\"text\":\"gone\"}");
        var decision = TEST.journal.record(
                TestJournal.BY, null, facing -> List.of(Draft.ofNewSubject(stream, fact, TestJournal.ALL)));
        assertThat(TEST.journal.await(decision.position())).isTrue();
    }

    private String kept() {
        return TEST.ask("select once_digest from entry where once_key = '" + once.key() + "'", String.class);
    }

    private static byte[] salt(UUID entry) {
        return TEST.ask("select salt from entry where id = '" + entry + "'", byte[].class);
    }
}
