package se.samlad.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever says where an entry lies is believed only where that is the next place (DESIGN §3, promise 1). */
class NextTest {

    private static final TestJournal TEST = TestJournal.fresh();

    @AfterAll
    static void close() {
        TEST.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, PT0S, true",
        "1, 0, PT0S, false",
        "1, 1, PT0S, false",
        "-1, 0, PT0S, false",
        "-1, -1, PT0S, false",
        "0, 1, PT0S, false",
        "0, -1, PT0S, false",
        "0, 0, PT-0.000001S, false",
        "0, 0, PT1H, true"
    })
    void nothingIsWrittenButRightAfterWhatIsThere(int off, int offInOrigin, Duration later, boolean written)
            throws SQLException {
        var last = TEST.write("last");
        var before = TEST.rowsAsStored();
        var own = before.getLast().originPosition();
        var at = new Appending.Place(
                last.position() + 1 + off,
                own + 1 + offInOrigin,
                last.recordedAt().plus(later));
        assertThat(isAppended(next(at, before.getLast().origin()))).isEqualTo(written);
        assertThat(TEST.rowsAsStored())
                .hasSize(before.size() + (written ? 1 : 0))
                .allMatch(StoredRow::isWhole);
    }

    /** What was decided on all there is needs no look of its own; what is older does, and there is room for one. */
    @Test
    void aGuardFromTheEntryBeforeHoldsWhereTheNextPlaceIsHad() throws SQLException {
        var subject = UUID.randomUUID();
        var moved = TEST.journal.record(
                TestJournal.BY,
                null,
                facing -> List.of(Draft.on(subject, subject, new Note.Written("moved"), TestJournal.ALL)));
        var last = TEST.write("last");
        var before = TEST.rowsAsStored().getLast();
        var at = new Appending.Place(last.position() + 1, before.originPosition() + 1, last.recordedAt());
        var current = new Writer.Guard(subject, last.position());
        var held = new Writer.Guard(subject, moved.position());
        var old = new Writer.Guard(subject, moved.position() - 1);
        var isNew = new Writer.Guard(subject, 0);
        assertThat(takes(at, List.of(current, new Writer.Guard(UUID.randomUUID(), last.position()), held)))
                .isTrue();
        assertThat(takes(at, List.of(held, isNew))).isFalse();
        assertThat(isAppended(next(at, before.origin(), List.of(current, old)))).isFalse();
        assertThat(isAppended(next(at, before.origin(), List.of(current, isNew))))
                .isFalse();
        assertThat(isAppended(next(at, before.origin(), List.of(current, held))))
                .isTrue();
    }

    private static boolean takes(Appending.Place at, List<Writer.Guard> guards) {
        var next = next(at, UUID.randomUUID(), guards);
        var pending = new Writer.Pending(next.command(), List.of(next.entry()), new CompletableFuture<>());
        return Next.takes(List.of(pending), at);
    }

    private static boolean isAppended(Next next) throws SQLException {
        try (var connection = TEST.database().getConnection();
                var call = connection.prepareStatement(Next.CALL)) {
            next.to(call);
            try (var answer = call.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    private static Next next(Appending.Place at, UUID origin) {
        return next(at, origin, List.of());
    }

    private static Next next(Appending.Place at, UUID origin, List<Writer.Guard> guards) {
        var stream = UUID.randomUUID();
        var draft = Draft.on(stream, stream, new Note.Written("x"), TestJournal.ALL);
        byte[] salt = new byte[16];
        byte[] body = "{}".getBytes(UTF_8);
        var prepared = new Writer.Prepared(
                draft,
                "note.written.1",
                "{}",
                body,
                salt,
                Leaf.envelope(origin, "note.written.1", TestJournal.BY, null, draft),
                Leaf.content(salt, body));
        return new Next(at, origin, new Writer.Command(TestJournal.BY, null, List.of(draft), guards), prepared);
    }
}
