package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.samlad.scenes.Ground;

/** What is lawfully disposed of is gone everywhere, is no gap, and leaves the proof as it was (DESIGN §6). */
class DisposalTest {

    private static final String LEFT = "{\"text\":\"gone\"}";
    private static final Path NOTHING = Path.of("/nonexistent");
    private static final UUID STREAM = UUID.randomUUID();

    private static final Reader HELD = new Reader() {
        @Override
        public boolean holds(String label) {
            return held().contains(label);
        }

        @Override
        public List<String> held() {
            return TestJournal.ALL.all();
        }
    };

    private final TestJournal test = TestJournal.fresh();
    private final UUID secret = write("a name");

    @AfterEach
    void close() {
        test.close();
    }

    private UUID write(String text) {
        return test.write(STREAM, text, TestJournal.ALL, null).id();
    }

    private Recorded decide(UUID entry) {
        var fact = new Disposed(entry, "Arkivlagen 10 §", "KS 2026/1", LEFT);
        var recorded = test.journal.record(
                TestJournal.BY, null, facing -> List.of(Draft.ofNewSubject(STREAM, fact, TestJournal.ALL)));
        assertThat(test.journal.await(recorded.position())).isTrue();
        return recorded;
    }

    private String verified() {
        var bytes = new ByteArrayOutputStream();
        var ground = Ground.here();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Verify.run(ground.url(test.name()), ground.user(), ground.password(), NOTHING, out);
        return bytes.toString(StandardCharsets.UTF_8).strip();
    }

    private String stored() {
        return test.ask(
                "select string_agg(convert_from(body, 'UTF8') || coalesce(encode(salt, 'hex'), ''), '') from entry"
                        + " where id = '" + secret + "'",
                String.class);
    }

    @Test
    void theBodyAndItsSaltAreGoneAndTheProofIsAsItWas() {
        write("another");
        var before = new Tree(test.database(), new Tiles(test.database()), UUID.randomUUID()).root(2);
        decide(secret);
        assertThat(stored()).isEqualTo(LEFT);
        assertThat(verified()).startsWith("3 entries, root ");
        assertThat(new Tree(test.database(), new Tiles(test.database()), UUID.randomUUID()).root(2))
                .isEqualTo(before);
        assertThat(test.journal.isDisposed(secret)).isTrue();
    }

    @Test
    void itIsGoneFromWhatIsFoldedOnEveryNodeAndNoGap() {
        write("another");
        var other = test.another();
        for (var node : List.of(test.journal, other))
            assertThat(node.view(Note.VIEW, STREAM, Reader.ALL)).containsExactly("a name", "another");
        var recorded = decide(secret);
        assertThat(other.await(recorded.position())).isTrue();
        for (var node : List.of(test.journal, other))
            assertThat(node.view(Note.VIEW, STREAM, Reader.ALL)).containsExactly("gone", "another");
        var listed = test.journal.list(Pick.after(null, 0, 10), HELD);
        assertThat(listed).extracting(Entry::body).doesNotContain("a name").hasSize(3);
    }

    @Test
    void whatWasDecidedBeforeANodeEndedIsDoneWhenItStarts() {
        test.tamper("create table kept as select * from entry");
        decide(secret);
        test.tamper("update entry e set salt = k.salt, body = k.body, content = null from kept k where k.id = e.id");
        assertThat(stored()).contains("a name");
        test.another();
        assertThat(stored()).isEqualTo(LEFT);
    }

    @Test
    void whatIsLeftCanNotBeChangedUnseen() {
        decide(secret);
        for (var change : List.of(
                "update entry set body = '{\"text\":\"other\"}' where position = 1",
                "update entry set content = sha256('') where position = 1",
                "update entry set content = null, salt = '\\x00' where position = 1")) {
            test.tamper("create table kept as select * from entry");
            test.tamper(change);
            assertThat(verified()).as(change).startsWith("position 1:");
            test.tamper("delete from entry; insert into entry select * from kept; drop table kept");
        }
        test.tamper("delete from entry where position = 2");
        assertThat(verified()).startsWith("position 1: what was recorded is gone");
    }

    @Test
    void nothingIsTakenAwayThatNoDecisionNames() throws SQLException {
        var another = write("another");
        var decision = decide(secret);
        assertRefused("update entry set body = 'x'", test.database());
        assertRefused("update entry set body = 'x'", disposal());
        assertRefused("delete from entry", disposal());
        assertRefused("select body from entry", disposal());
        assertRefused("select journal_dispose('" + decision.id() + "')", test.database());
        for (var id : List.of(another, secret, UUID.randomUUID())) {
            try (var connection = disposal().getConnection();
                    var call = connection.createStatement()) {
                call.execute("select journal_dispose('" + id + "')");
            }
        }
        assertThat(test.stored()).extracting(Entry::body).first().isEqualTo(LEFT);
        assertThat(test.stored().get(1).body()).contains("another");
        decide(decision.id());
        assertThat(test.journal.isDisposed(decision.id())).isFalse();
        assertThat(verified()).startsWith("4 entries");
    }

    private DataSource disposal() {
        return Ground.here().asDisposal(test.name());
    }

    private void assertRefused(String sql, DataSource by) throws SQLException {
        try (var connection = by.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatIsStoredOfTheTreeCanNotBeChangedUnseen() {
        var many = new ArrayList<Draft>();
        for (int i = 0; i < 600; i++) many.add(Draft.ofNewSubject(STREAM, new Note.Written("n" + i), TestJournal.ALL));
        test.journal.record(TestJournal.BY, null, facing -> many);
        new Tree(test.database(), new Tiles(test.database()), UUID.randomUUID()).settle();
        assertThat(verified()).startsWith("601 entries");
        for (int bit : new int[] {0, 100, 255}) {
            var turned = "set_bit(hash, " + bit + ", 1 - get_bit(hash, " + bit + "))";
            test.tamper("update tree_tile set hash = " + turned + " where index = 1");
            assertThat(verified()).startsWith("position 257:");
            test.tamper("update tree_tile set hash = " + turned + " where index = 1");
        }
        test.tamper("delete from tree_tile where index = 0");
        assertThat(verified()).startsWith("position 1:");
    }
}
