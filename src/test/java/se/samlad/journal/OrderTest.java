package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.Awaited;

/** One order for all, without holes, that nobody can change afterwards (DESIGN §3, promise 1). */
class OrderTest {

    private static final int CALLERS = 32;
    private static final int EACH = 20;

    @Test
    void positionsHaveNoHolesAndFollowCommitUnderManyCallers() {
        try (var test = TestJournal.fresh()) {
            Together.run(CALLERS, caller -> () -> {
                for (int i = 0; i < EACH; i++) test.write(caller + "-" + i);
                return "";
            });
            var stored = test.stored();
            assertThat(stored)
                    .extracting(Entry::position)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, CALLERS * EACH).boxed().toList());
            assertThat(stored).extracting(Entry::recordedAt).isSorted();
            for (int caller = 0; caller < CALLERS; caller++) {
                var own = caller + "-";
                var expected = new ArrayList<String>();
                for (int i = 0; i < EACH; i++) expected.add(own + i);
                assertThat(stored.stream().map(OrderTest::text).filter(t -> t.startsWith(own)))
                        .containsExactlyElementsOf(expected);
            }
            assertThat(test.ask(
                            "select count(distinct origin_position) = max(origin_position) from entry", Boolean.class))
                    .isTrue();
        }
    }

    private static String text(Entry entry) {
        return ((Note.Written) entry.fact()).text();
    }

    @Test
    void recordedTimesNeverGoBackWhenTheClockDoes() {
        var clock = backwards();
        try (var test = TestJournal.fresh(clock)) {
            var first = test.write("one");
            var second = test.write("two");
            assertThat(second.recordedAt()).isEqualTo(first.recordedAt());
            assertThat(test.stored()).extracting(Entry::recordedAt).containsOnly(first.recordedAt());
        }
    }

    private static Clock backwards() {
        var seconds = new AtomicLong(1_800_000_000);
        InstantSource source = () -> Instant.ofEpochSecond(seconds.getAndAdd(-60));
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void entriesOfOneCommandLieTogetherOrNotAtAll() {
        try (var test = TestJournal.fresh()) {
            var stream = UUID.randomUUID();
            Together.run(
                    CALLERS,
                    caller -> () -> test.journal.record(TestJournal.BY, null, facing -> {
                        var drafts = new ArrayList<Draft>();
                        for (int i = 0; i < 5; i++)
                            drafts.add(Draft.ofNewSubject(stream, new Note.Written(caller + " "), TestJournal.ALL));
                        return drafts;
                    }));
            var texts = test.stored().stream().map(OrderTest::text).toList();
            assertThat(texts).hasSize(CALLERS * 5);
            for (int i = 0; i < texts.size(); i += 5)
                assertThat(texts.subList(i, i + 5)).containsOnly(texts.get(i));
        }
    }

    /** Else a caller could have the owner's function run triggers of its own. */
    @Test
    void aCallersTemporaryTableIsNotTakenForTheJournal() throws SQLException {
        try (var test = TestJournal.fresh()) {
            try (var connection = test.database().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create temporary table entry (like entry including all)");
                statement.execute("select journal_append(gen_random_uuid(), now(), '{}', '{}', '{}', '{}', '{}', '{1}',"
                        + " array[gen_random_uuid()], array[gen_random_uuid()], array[gen_random_uuid()],"
                        + " '{note.written.1}', '{nils}', '{taby}', '{tib}', '{members}', array[null],"
                        + " array[null::timestamptz], array[null::uuid], array[null], '{x}', '{x}', '{x}')");
                statement.execute("drop table pg_temp.entry");
            }
            assertThat(test.ask("select count(*) from entry", Long.class)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry set body = ''",
                "delete from entry",
                "truncate entry",
                "insert into entry select * from entry",
                "alter table entry add column more text",
                "update secret set value = ''",
                "drop function journal_append"
            })
    void theApplicationsRoleCanChangeNothingThatWasRecorded(String sql) throws SQLException {
        try (var test = TestJournal.fresh()) {
            test.write("one");
            try (var connection = test.database().getConnection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql))
                        .isInstanceOf(SQLException.class)
                        .extracting(e -> ((SQLException) e).getSQLState())
                        .isEqualTo("42501");
            }
            assertThat(test.stored()).hasSize(1);
        }
    }

    @Test
    void theLeafThatTheDatabaseMakesIsTheOneThatJavaMakes() throws SQLException {
        try (var test = TestJournal.fresh()) {
            var once = new Once(UUID.randomUUID(), "ab");
            test.write(UUID.randomUUID(), "åäö \u0000 😀", Labels.of("members", "actor:taby"), once);
            test.journal.record(
                    TestJournal.BY,
                    null,
                    facing -> List.of(
                            Draft.ofNewSubject(UUID.randomUUID(), new Note.Struck(UUID.randomUUID()), TestJournal.ALL)
                                    .happened(Instant.parse("1969-12-31T23:59:59.999999999Z"))
                                    .marked("{\"audience\":[\"members\"]}")));
            var rows = test.rowsAsStored();
            assertThat(rows).hasSize(2).allMatch(StoredRow::isWhole);
        }
    }

    /** Whoever comes alone takes no number while another counts: that one's would be taken when it writes. */
    @Test
    void whoComesAloneWaitsForWhoIsInTheMiddleOfWriting() throws Exception {
        try (var test = TestJournal.fresh();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            test.write("one");
            try (var other = new Held(test)) {
                var alone = threads.submit(() -> test.write("two"));
                Awaited.until(() -> other.isWaitedFor() || alone.isDone());
                assertThat(alone.isDone()).isFalse();
                other.commit();
                assertThat(alone.get().position()).isEqualTo(2);
            }
        }
    }

    /** A journal that two installations' were joined in: each counts its own. */
    @Test
    void anOriginCountsItsOwnOnly() {
        try (var test = TestJournal.fresh()) {
            test.write("one");
            test.write("two");
            test.tamper("update entry set origin = gen_random_uuid(), origin_position = 900 where position = 2");
            test.write("three");
            assertThat(test.ask("select origin_position from entry where position = 3", Long.class))
                    .isEqualTo(2);
        }
    }

    @Test
    void timesAreStoredToTheMicrosecond() {
        var at = Instant.parse("2026-01-10T05:00:00.123456789Z");
        try (var test = TestJournal.fresh()) {
            var heard = new ArrayList<Entry>();
            test.journal.follow(heard::add);
            var recorded = test.journal.record(
                    TestJournal.BY,
                    null,
                    facing -> List.of(Draft.ofNewSubject(UUID.randomUUID(), new Note.Written("x"), TestJournal.ALL)
                            .happened(at)));
            assertThat(test.journal.await(recorded.position())).isTrue();
            assertThat(heard).isEqualTo(test.stored());
            assertThat(heard.getFirst().occurredAt()).isEqualTo(Instant.parse("2026-01-10T05:00:00.123456Z"));
        }
    }
}
