package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import se.samlad.scenes.Ground;

/** Any change of what was recorded is found, and where (DESIGN §6). */
class VerifyTest {

    private static final int ENTRIES = 12;
    private static final List<String> IDS = List.of("id", "origin", "stream", "subject", "once_key");
    private static final List<String> TEXTS =
            List.of("kind", "account", "actor", "function", "marking", "once_digest", "labels[1]");
    private static final List<String> TIMES = List.of("recorded_at", "occurred_at");
    private static final List<String> BYTES = List.of("salt", "body", "leaf");
    private static final List<String> NUMBERS = List.of("position", "origin_position");

    @SuppressWarnings("NullAway.Init")
    private static TestJournal test;

    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @BeforeContainer
    static void open() throws IOException, SQLException {
        data = Files.createTempDirectory("samlad-verify");
        test = TestJournal.fresh();
        for (int i = 0; i < ENTRIES; i++) {
            int n = i;
            test.journal.record(
                    TestJournal.BY,
                    n % 2 == 0 ? new Once(UUID.randomUUID(), "ab") : null,
                    facing -> List.of(Draft.ofNewSubject(
                                    UUID.randomUUID(), new Note.Written("n" + n), Labels.of("members", "x" + n))
                            .happened(Instant.parse("2026-01-10T05:00:00Z").plusSeconds(n))
                            .marked(n % 3 == 0 ? "{}" : null)));
        }
        test.tamper("create table kept as select * from entry");
        keep();
    }

    private static void keep() throws IOException, SQLException {
        var checkpoints = Checkpoints.start(test.database(), data);
        assertThat(checkpoints).isNotNull();
        checkpoints.close();
    }

    @AfterContainer
    static void close() throws IOException {
        test.close();
        for (var file : List.of(Checkpoints.FILE, Checkpoints.LEAVES)) Files.deleteIfExists(data.resolve(file));
        Files.delete(data);
    }

    private record Said(int status, String text) {}

    private static Said verify(Path checkpoints) {
        var bytes = new ByteArrayOutputStream();
        var ground = Ground.here();
        int status = Verify.run(
                ground.url(test.name()),
                ground.user(),
                ground.password(),
                checkpoints,
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return new Said(status, bytes.toString(StandardCharsets.UTF_8));
    }

    /** Tells what is said after the change, and takes it back. */
    private static Said after(String sql, Path checkpoints) {
        try {
            test.tamper(sql);
            return verify(checkpoints);
        } finally {
            test.tamper("delete from entry; insert into entry select * from kept");
        }
    }

    private static void assertFound(Said said, int position) {
        assertThat(said.text()).startsWith("position " + position + ":");
        assertThat(said.status()).isEqualTo(1);
    }

    private static final Path NOTHING = Path.of("/nonexistent");

    @Example
    void whatWasNotTouchedIsSound() {
        var said = verify(data);
        assertThat(said.text()).matches(ENTRIES + " entries, root [0-9a-f]{64}\\R");
        assertThat(said.status()).isZero();
        assertThat(verify(NOTHING)).isEqualTo(said);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF, seed = "20261121")
    void anyBitOfAnyColumnThatIsOtherIsFound(
            @ForAll @IntRange(min = 0, max = 18) int column,
            @ForAll @IntRange(min = 1, max = ENTRIES) int row,
            @ForAll @IntRange(min = 0, max = 9_999) int bit) {
        var all = new java.util.ArrayList<String>();
        List.of(IDS, TEXTS, TIMES, BYTES, NUMBERS).forEach(all::addAll);
        var name = all.get(column);
        String sql = "update entry set " + name + " = " + flipped(name, bit) + " where position = " + row;
        Said said;
        try {
            said = after(sql, NOTHING);
        } catch (IllegalStateException refusedByTheDatabase) {
            Assume.that(false);
            return;
        }
        if (name.equals("position")) assertThat(said.status()).isEqualTo(1);
        else assertFound(said, row);
    }

    private static String flipped(String name, int bit) {
        if (IDS.contains(name))
            return "case when " + name + " is null then gen_random_uuid() else encode("
                    + turned("uuid_send(" + name + ")", bit) + ", 'hex')::uuid end";
        if (TEXTS.contains(name))
            return "coalesce(overlay(" + name + " placing chr(greatest(1, ascii(" + name + ") # " + (1 << bit % 6)
                    + ")) from 1 for 1), '')";
        if (TIMES.contains(name)) return name + " + interval '" + (1L << bit % 50) + " microseconds'";
        if (BYTES.contains(name)) return turned(name, bit);
        return name + " # " + (1L << bit % 62) + "::bigint";
    }

    private static String turned(String bytes, int bit) {
        var at = bit + " % (8 * length(" + bytes + "))";
        return "set_bit(" + bytes + ", " + at + ", 1 - get_bit(" + bytes + ", " + at + "))";
    }

    @Property(tries = ENTRIES, seed = "20261121")
    void anyEntryThatIsTakenOutIsFound(@ForAll @IntRange(min = 1, max = ENTRIES) int row) {
        assertFound(after("delete from entry where position = " + row, data), row);
        var closedUp = "; update entry set position = -position where position > " + row
                + "; update entry set position = -position - 1 where position < 0";
        assertFound(after("delete from entry where position = " + row + closedUp, data), row);
    }

    @Property(tries = ENTRIES, seed = "20261121")
    void anyTwoThatChangedPlacesAreFound(@ForAll @IntRange(min = 1, max = ENTRIES - 1) int row) {
        var sql = "update entry set position = 1000 where position = " + row + "; update entry set position = " + row
                + " where position = " + (row + 1) + "; update entry set position = " + (row + 1)
                + " where position = 1000";
        assertFound(after(sql, NOTHING), row);
    }

    @Property(tries = ENTRIES, seed = "20261121")
    void anyEntryThatIsPutInIsFound(@ForAll @IntRange(min = 1, max = ENTRIES + 1) int row) {
        var sql = "update entry set position = -position where position >= " + row
                + "; update entry set position = -position + 1 where position < 0; insert into entry select " + row
                + ", gen_random_uuid(), gen_random_uuid(), 1, stream, subject, kind, account, actor, function,"
                + " recorded_at, occurred_at, labels, marking, null, null, salt, body, leaf from kept where position = 1";
        assertFound(after(sql, NOTHING), row);
    }

    @Example
    void whatIsMissingAtTheEndIsFoundByTheCheckpoint() {
        assertFound(after("delete from entry where position > 9", data), 10);
        assertThat(after("delete from entry where position > 9", NOTHING).status())
                .isZero();
        assertFound(after("delete from entry", data), 1);
    }

    /** So many labels that an entry's leaf is of more bytes than its other columns. */
    @Example
    void anEntryForVeryManyIsSound() {
        try (var other = TestJournal.fresh()) {
            var many = java.util.stream.IntStream.range(0, 2_000)
                    .mapToObj(i -> "l" + i)
                    .toArray(String[]::new);
            other.write(UUID.randomUUID(), "x", Labels.of(many), null);
            assertThat(other.rowsAsStored()).hasSize(1).allMatch(StoredRow::isWhole);
        }
    }

    /** Somebody who makes the leaf fit what he changed. */
    private static final String FITTING =
            "update entry set body = 'x' where position = 7; update entry set leaf = sha256('') where position = 7";

    @Example
    void aLeafThatWasMadeToFitIsFoundByTheCheckpoint() throws IOException, SQLException {
        test.tamper(FITTING);
        byte[] fitting = test.rowsAsStored().get(6).recomputed();
        var sql = "update entry set body = 'x', leaf = '\\x"
                + java.util.HexFormat.of().formatHex(fitting) + "' where position = 7";
        assertFound(after(sql, data), 7);
        assertThat(after(sql, NOTHING).status()).isZero();
        var without = Files.createTempDirectory("samlad-verify");
        Files.copy(data.resolve(Checkpoints.FILE), without.resolve(Checkpoints.FILE));
        assertFound(after(sql, without), 1);
        Files.delete(without.resolve(Checkpoints.FILE));
        Files.delete(without);
    }

    @Example
    void aDamagedCheckpointIsSaid() throws IOException {
        var folder = Files.createTempDirectory("samlad-verify");
        for (var text : List.of("", "x", "3\nab\n", "3\n" + "0".repeat(64) + "\n", "-1\nab\n", "2\n\n\n\n")) {
            Files.writeString(folder.resolve(Checkpoints.FILE), text);
            var said = verify(folder);
            assertThat(said.status()).isEqualTo(1);
            assertThat(said.text()).contains("damaged");
        }
        Files.delete(folder.resolve(Checkpoints.FILE));
        Files.delete(folder);
    }

    @Example
    void checkpointsAreNotKeptOfAnotherJournal() throws IOException {
        try (var other = TestJournal.fresh()) {
            other.write("one");
            assertThat(Checkpoints.start(other.database(), data)).isNull();
            assertThat(verify(data).status()).isZero();
        }
    }
}
