package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.pcollections.PVector;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import se.samlad.Awaited;
import se.samlad.journal.StreamFoldTest.Holder;

/** Each entry is decoded once for all classes that are waited for, however many (DESIGN §2). */
class ClassesTest {

    private static final List<String> LABELS = List.of("members", "taby", "nacka", "solna", "sos", "polisen", "public");
    private static final int READERS = 24;

    @SuppressWarnings("NullAway.Init")
    private static TestJournal test;

    private final AtomicInteger asked = new AtomicInteger();

    @BeforeContainer
    static void open() {
        test = TestJournal.fresh();
    }

    @AfterContainer
    static void close() {
        test.close();
    }

    private Rows counted() {
        var database = new DelegatingDataSource(test.database()) {
            @Override
            public java.sql.Connection getConnection() throws java.sql.SQLException {
                asked.incrementAndGet();
                return super.getConnection();
            }
        };
        return new Rows(database, new Codec(Note.FACTS));
    }

    /** As after a start: one looks first, and while its entries are folded all the others come. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF, seed = "20261122")
    void thoseWhoWaitForAStreamAreFoldedForTogether(@ForAll long seed) throws Exception {
        var random = new Random(seed);
        var stream = UUID.randomUUID();
        var written = write(stream, random);
        var fold = new StreamFold(stream, counted(), new Folding(List.of(Note.VIEW), new Codec(Note.FACTS)));
        asked.set(0);
        var begun = new CountDownLatch(1);
        var others = new CountDownLatch(1);
        var first = new Holder() {
            @Override
            public boolean sees(Labels labels) {
                begun.countDown();
                StreamFoldTest.await(others);
                return super.sees(labels);
            }
        };
        first.held.addAll(some(random));
        var answers = new LinkedHashMap<Holder, FutureTask<PVector<String>>>();
        look(fold, first, answers);
        begun.await();
        var waiting = new ArrayList<Thread>();
        for (int i = 1; i < READERS; i++) {
            var reader = new Holder();
            reader.held.addAll(some(random));
            waiting.add(look(fold, reader, answers));
        }
        // all of them at once: then none waits for another of them
        Awaited.until(() -> waiting.stream().allMatch(thread -> thread.getState() == Thread.State.BLOCKED));
        others.countDown();
        for (Map.Entry<Holder, FutureTask<PVector<String>>> each : answers.entrySet()) {
            var seen =
                    written.stream().filter(e -> each.getKey().sees(e.labels())).toList();
            assertThat(each.getValue().get()).isEqualTo(Note.VIEW.fold(seen));
        }
        assertThat(asked).as("where it ends, whose there is, and two readings").hasValueLessThanOrEqualTo(4);
    }

    private static Thread look(StreamFold fold, Holder reader, Map<Holder, FutureTask<PVector<String>>> answers) {
        var answer = new FutureTask<>(() -> fold.view(Note.VIEW, reader));
        answers.put(reader, answer);
        return Thread.ofPlatform().daemon().start(answer);
    }

    private static List<Entry> write(UUID stream, Random random) {
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < 60; i++)
            drafts.add(Draft.ofNewSubject(stream, new Note.Written("n" + i), new Labels(some(random))));
        test.journal.record(TestJournal.BY, null, facing -> drafts);
        return test.rows().list(Rows.Where.of("stream = ? order by position", stream));
    }

    /** One at least. */
    private static List<String> some(Random random) {
        var some = new ArrayList<>(LABELS);
        some.removeIf(label -> random.nextInt(3) > 0);
        return some.isEmpty() ? List.of(LABELS.get(random.nextInt(LABELS.size()))) : some;
    }
}
