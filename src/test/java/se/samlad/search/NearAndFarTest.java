package se.samlad.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.access.Viewers;
import se.samlad.journal.By;
import se.samlad.journal.Draft;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Reader;
import se.samlad.report.ReportFact;
import se.samlad.scenes.Running;
import se.samlad.search.Search.Order;
import se.samlad.search.Search.Wanted;

/** Wherever the scan ends, the matches are the same: each once, the newest first. */
class NearAndFarTest {

    private static final int MATCHES = 12;
    private final Journal journal = Running.server().part(Journal.class);
    private final Reader reader =
            Running.server().part(Viewers.class).find("lst.tib", null).orElseThrow();
    private final String word = "ord" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "y";
    private final UUID incident = UUID.randomUUID();

    /** Every other row matches. */
    @BeforeEach
    void write() {
        var rows = new ArrayList<Draft>();
        for (int i = 0; i < 2 * MATCHES; i++) {
            var text = i % 2 == 0 ? word + " " + i : "Något annat " + i;
            rows.add(noted(text));
        }
        journal.record(new By("lst.tib", "lst", "tib"), null, facing -> rows);
    }

    private Search search(int near) {
        return new Search(
                Running.server().part(DataSource.class),
                journal,
                Running.server().part(Following.class),
                near);
    }

    private Wanted wanted(UUID stream) {
        return new Wanted(word, stream, null, List.of(), null, null);
    }

    private static List<Long> positions(Search.Found found) {
        return found.entries().stream().map(Entry::position).toList();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7", "8", "23", "24", "25", "40000"})
    void nothingIsPassedOverBetweenThem(int near) {
        for (var stream : Collections.unmodifiableList(java.util.Arrays.asList(null, incident))) {
            var newest = search(near).find(wanted(stream), Order.NEWEST, 50, reader);
            assertThat(newest.count()).isEqualTo(MATCHES);
            assertThat(positions(newest)).hasSize(MATCHES).isSortedAccordingTo(Collections.reverseOrder());
            var best = search(near).find(wanted(stream), Order.BEST, 50, reader);
            assertThat(positions(best)).containsExactlyInAnyOrderElementsOf(positions(newest));
        }
    }

    /** Where every other row matches, a few pieces are enough. */
    @ParameterizedTest
    @ValueSource(ints = {20, 29, 30, 40, 51, 101, 102})
    void whatIsNextToTheNearestIsFoundOnceAndInOrder(int near) {
        for (int i = 0; i < 6; i++) write();
        for (var order : Order.values()) {
            var all = search(40_000).find(wanted(null), order, 50, reader);
            var found = search(near).find(wanted(null), order, 50, reader);
            assertThat(positions(found)).isEqualTo(positions(all)).doesNotHaveDuplicates();
            assertThat(found.count()).isEqualTo(all.count()).isEqualTo(50);
            assertThat(found.more()).isEqualTo(all.more()).isTrue();
        }
    }

    @Test
    void aDayIsAsLongWhereverTheyMeet() {
        var all = search(40_000).find(wanted(null), Order.NEWEST, 50, reader).entries();
        var from = all.getLast().recordedAt();
        var until = all.getFirst().recordedAt().plusNanos(1_000);
        for (int near : new int[] {1, 5, 40_000}) {
            var day = new Wanted(word, null, "lst", List.of("report.logged.1"), from, until);
            assertThat(positions(search(near).find(day, Order.NEWEST, 50, reader)))
                    .hasSize(MATCHES);
            var before = new Wanted(word, null, null, List.of(), null, from);
            assertThat(search(near).find(before, Order.NEWEST, 50, reader).entries())
                    .isEmpty();
        }
    }

    /** A prefix, a number, a word that nobody has written, and a stop word. */
    @Test
    void wordsAreTheSameNearAndFar() {
        var beginning = word.substring(0, word.length() - 1);
        for (int near : new int[] {1, 40_000}) {
            assertThat(count(near, beginning)).isEqualTo(MATCHES);
            assertThat(count(near, word + " 4")).isEqualTo(1);
            assertThat(count(near, beginning + " och")).isEqualTo(MATCHES);
            assertThat(count(near, word + " " + word + "finnsinte")).isZero();
            assertThat(count(near, word + " 9999999")).isZero();
        }
    }

    @Test
    void aWordThatMeansNothingToADatabaseIsAWord() {
        journal.record(
                new By("lst.tib", "lst", "tib"),
                null,
                facing -> List.of(noted(word + "q null"), noted(word + "q"), noted("Annat")));
        for (int near : new int[] {1, 40_000})
            assertThat(count(near, word + "q null")).isEqualTo(1);
    }

    @Test
    void moreBeginAlikeThanAreToldOneByOne() {
        var rows = new ArrayList<Draft>();
        for (int i = 0; i < 70; i++)
            rows.add(noted(word + "z" + Character.toString('a' + i / 26) + (char) ('a' + i % 26)));
        journal.record(new By("lst.tib", "lst", "tib"), null, facing -> rows);
        for (int near : new int[] {1, 40_000}) {
            var all = search(near)
                    .find(new Wanted(word + "z", null, null, List.of(), null, null), Order.NEWEST, 200, reader);
            assertThat(all.count()).isEqualTo(70);
        }
    }

    /** More entries than the queue holds: the rest is read from the journal, even while more arrive. */
    @Test
    void whatWasRecordedWhileNothingCouldBeFilledInIsFoundAfterwards() throws Exception {
        int many = 3_000;
        try (var connection = Running.server().part(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table word in share row exclusive mode");
            for (int i = 0; i < many; i += 500) {
                var rows = new ArrayList<Draft>();
                for (int k = i; k < i + 500; k++) rows.add(noted(word + "v" + " " + k));
                journal.record(new By("lst.tib", "lst", "tib"), null, facing -> rows);
            }
            connection.rollback();
        }
        for (int i = 0; i < 100; i++)
            journal.record(new By("lst.tib", "lst", "tib"), null, facing -> List.of(noted("Annat")));
        for (int i = 0; i < many; i += 250)
            assertThat(count(40_000, word + "v " + i)).isEqualTo(1);
    }

    private int count(int near, String words) {
        return search(near)
                .find(new Wanted(words, null, null, List.of(), null, null), Order.NEWEST, 50, reader)
                .count();
    }

    private Draft noted(String text) {
        return Draft.ofNewSubject(
                incident,
                new ReportFact.Logged(ReportFact.Kind.NOTE, text, null, null, null, null),
                Labels.of("actor:lst"));
    }
}
