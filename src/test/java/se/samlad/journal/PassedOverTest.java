package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What no view listens to is not read for one, so that a long log costs the picture nothing (DESIGN §4). */
class PassedOverTest {

    private static final Reader MEMBER = label -> label.equals("members");

    private final TestJournal test = TestJournal.fresh();
    private final UUID stream = UUID.randomUUID();

    @AfterEach
    void close() {
        test.close();
    }

    private void write(Note... notes) {
        for (var note : notes) write(note, TestJournal.ALL);
    }

    private void write(Note note, Labels labels) {
        test.journal.record(TestJournal.BY, null, facing -> List.of(Draft.ofNewSubject(stream, note, labels)));
    }

    private void tamper(String set, String kind) {
        test.tamper("update entry set %s where stream = '%s' and kind = '%s'".formatted(set, stream, kind));
    }

    @Test
    void itsBodiesAreNeverDecodedForAView() {
        write(new Note.Written("a"), new Note.Passed("b"), new Note.Written("c"));
        tamper("body = 'no fact'", "note.passed.1");
        var journal = test.another();
        var now = journal.now();
        assertThat(journal.view(Note.VIEW, stream, MEMBER)).containsExactly("a", "c");
        assertThat(journal.view(Note.VIEW, stream, MEMBER, now)).containsExactly("a", "c");
        assertThat(journal.asItWas(Note.VIEW, stream, MEMBER, now, now)).containsExactly("a", "c");
    }

    /** Whoever sees more of it sees more, though no state differs. */
    @Test
    void whoSeesItIsOfAnotherClass() {
        write(new Note.Written("a"));
        test.write(stream, "for two", Labels.of("members", "actor:taby"), null);
        write(new Note.Passed("b"), Labels.of("actor:taby"));
        var journal = test.another();
        Reader more = label -> label.equals("members") || label.equals("actor:taby");
        assertThat(journal.view(Note.VIEW, stream, more)).isEqualTo(journal.view(Note.VIEW, stream, MEMBER));
        assertThat(journal.sightOf(stream, more)).isNotEqualTo(journal.sightOf(stream, MEMBER));
    }

    /** A newer release may have views that listen to it: to pass it over would be to guess. */
    @Test
    void whatThisReleaseDoesNotKnowIsMet() {
        write(new Note.Written("a"), new Note.Passed("b"));
        tamper("kind = 'note.rewritten.2'", "note.passed.1");
        var journal = test.another();
        assertThatThrownBy(() -> journal.view(Note.VIEW, stream, MEMBER)).hasMessageContaining("note.rewritten.2");
    }
}
