package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import se.samlad.Awaited;

/**
 * Two nodes write and are read in any interleaving, with transactions that stall between number and commit and then commit
 * or are rolled back: one order, and no reader passes over an entry or sees one twice (DESIGN §3, promise 1).
 */
class InterleavingTest {

    private static final int NODES = 2;
    private static final int PAGE = 3;

    private static final Reader MEMBER = new Reader() {
        @Override
        public boolean holds(String label) {
            return TestJournal.ALL.all().contains(label);
        }

        @Override
        public List<String> held() {
            return TestJournal.ALL.all();
        }
    };

    private static TestJournal test;
    private static List<Journal> nodes;
    private static Stalled stalled;

    @BeforeContainer
    static void begin() throws SQLException {
        test = TestJournal.fresh();
        nodes = List.of(test.journal, test.another());
        stalled = new Stalled(test);
        for (int i = 0; i < NODES; i++) {
            var heard = HEARD.get(i);
            nodes.get(i).follow(entry -> heard.add(entry.id()));
        }
    }

    @AfterContainer
    static void end() throws SQLException {
        stalled.close();
        test.close();
    }

    /** What each node's followers were given. */
    private static final List<List<UUID>> HEARD = IntStream.range(0, NODES)
            .mapToObj(i -> Collections.synchronizedList(new ArrayList<UUID>()))
            .toList();

    private enum Act {
        WRITE,
        WRITE_MANY,
        READ,
        STALL,
        COMMIT,
        ROLL_BACK
    }

    /** @param node which, for those that are done on one */
    private record Step(Act act, int node) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        var act = Arbitraries.frequency(
                Tuple.of(6, Act.WRITE),
                Tuple.of(2, Act.WRITE_MANY),
                Tuple.of(4, Act.READ),
                Tuple.of(2, Act.STALL),
                Tuple.of(2, Act.COMMIT),
                Tuple.of(1, Act.ROLL_BACK));
        return Combinators.combine(act, Arbitraries.integers().between(0, NODES - 1))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF, seed = "20261121")
    void whateverInterleavesThereIsOneOrderAndNoReaderSkipsOrSeesTwice_promise1(@ForAll("steps") List<Step> steps)
            throws Exception {
        long before = test.journal.position();
        HEARD.forEach(List::clear);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var run = new Run(threads, before);
            for (var step : steps) run.take(step);
            run.end();
        } finally {
            stalled.goOn();
        }
    }

    /** One try: what was asked for, and what was read, while it goes on. */
    private static final class Run {
        private final ExecutorService threads;
        private final long before;
        private final List<Future<Recorded>> writes = new ArrayList<>();
        private final List<Paging> paging = new ArrayList<>();

        Run(ExecutorService threads, long before) {
            this.threads = threads;
            this.before = before;
            for (var node : nodes) {
                paging.add(new Paging(last -> node.since(last, PAGE), before));
                paging.add(new Paging(last -> node.list(Pick.after(null, last, PAGE), MEMBER), before));
            }
        }

        void take(Step step) throws SQLException {
            switch (step.act()) {
                case WRITE -> write(step.node(), 1);
                case WRITE_MANY -> write(step.node(), PAGE + 1);
                case READ -> {
                    paging.get(2 * step.node()).next();
                    paging.get(2 * step.node() + 1).next();
                }
                case STALL -> stalled.begin();
                case COMMIT -> stalled.goOn();
                case ROLL_BACK -> stalled.rollBackOne(() -> writes.stream().allMatch(Future::isDone));
            }
        }

        private Future<Recorded> write(int node, int entries) {
            var stream = UUID.randomUUID();
            var drafts = IntStream.range(0, entries)
                    .mapToObj(i -> Draft.ofNewSubject(stream, new Note.Written("x"), TestJournal.ALL))
                    .toList();
            var write = threads.submit(() -> nodes.get(node).record(TestJournal.BY, null, facing -> drafts));
            writes.add(write);
            return write;
        }

        /** All that is under way ends; then each has what is stored, in its order. */
        void end() throws Exception {
            stalled.goOn();
            var acknowledged = new HashMap<UUID, Long>();
            for (var write : writes) {
                try {
                    var recorded = Awaited.of(write);
                    acknowledged.put(recorded.id(), recorded.position());
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(Unavailable.class); // it was rolled back
                }
            }
            for (int node = 0; node < NODES; node++) write(node, 1).get(60, TimeUnit.SECONDS);
            var stored = test.stored().stream()
                    .filter(entry -> entry.position() > before)
                    .toList();
            assertThat(stored)
                    .extracting(Entry::position)
                    .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + stored.size())
                            .boxed()
                            .toList());
            var order = stored.stream().map(Entry::id).toList();
            assertThat(order).doesNotHaveDuplicates().containsAll(acknowledged.keySet());
            for (int node = 0; node < NODES; node++) {
                assertThat(nodes.get(node).await(before + stored.size())).isTrue();
                assertThat(List.copyOf(HEARD.get(node))).isEqualTo(order);
            }
            for (var reader : paging) assertThat(reader.toTheEnd()).isEqualTo(order);
        }
    }

    /** A reader who asks again and again for what came after the last it was given. */
    private static final class Paging {
        private final LongFunction<List<Entry>> after;
        private final List<UUID> seen = new ArrayList<>();
        private long last;

        Paging(LongFunction<List<Entry>> after, long from) {
            this.after = after;
            this.last = from;
        }

        boolean next() {
            var page = after.apply(last);
            for (var entry : page) seen.add(entry.id());
            if (!page.isEmpty()) last = page.getLast().position();
            return !page.isEmpty();
        }

        List<UUID> toTheEnd() {
            boolean more;
            do more = next();
            while (more);
            return seen;
        }
    }
}
