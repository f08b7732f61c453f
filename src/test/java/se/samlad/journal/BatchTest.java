package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.jspecify.annotations.Nullable;
import se.samlad.Awaited;

/** Whatever shares a call, each has its own answer, and what is appended lies there without a gap (DESIGN §3, promise 1). */
class BatchTest {

    private static TestJournal test;
    private static Writer writer;
    private static Recorded moved;

    @BeforeContainer
    static void begin() {
        test = TestJournal.fresh();
        moved = test.write("there before");
        test.journal.record(
                TestJournal.BY,
                null,
                facing -> List.of(Draft.on(moved.stream(), moved.id(), new Note.Written("moved"), TestJournal.ALL)));
        var appending = new Appending(UUID.randomUUID(), test.database(), Clock.systemUTC(), new Pulse());
        writer = new Writer(appending, new Codec(Note.FACTS), entries -> {});
    }

    @AfterContainer
    static void end() {
        writer.close();
        test.close();
    }

    /** How a command is to its neighbours and to what is there. */
    private enum How {
        NEW,
        NEW_WITH_KEY,
        ON_WHAT_HAS_NOT_MOVED,
        AGAIN,
        AGAIN_ON_WHAT_IT_MOVED_ITSELF,
        AGAIN_UNDER_ANOTHER_ACCOUNT,
        ON_WHAT_HAS_MOVED,
        WITH_AN_ID_THAT_IS_TAKEN
    }

    /** @param entries how many it wants recorded */
    private record Wish(How how, int entries) {}

    @Provide
    Arbitrary<List<Wish>> wishes() {
        var how = Arbitraries.frequency(
                Tuple.of(4, How.NEW),
                Tuple.of(4, How.NEW_WITH_KEY),
                Tuple.of(2, How.ON_WHAT_HAS_NOT_MOVED),
                Tuple.of(3, How.AGAIN),
                Tuple.of(2, How.AGAIN_ON_WHAT_IT_MOVED_ITSELF),
                Tuple.of(2, How.AGAIN_UNDER_ANOTHER_ACCOUNT),
                Tuple.of(3, How.ON_WHAT_HAS_MOVED),
                Tuple.of(1, How.WITH_AN_ID_THAT_IS_TAKEN));
        return Combinators.combine(how, Arbitraries.integers().between(1, 3))
                .as(Wish::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF, seed = "20261128")
    void eachOfABatchHasItsOwnAnswer_promise1(@ForAll("wishes") List<Wish> wishes) throws Exception {
        var commands = new ArrayList<Writer.Command>();
        for (var wish : wishes) commands.add(command(wish));
        int before = test.rowsAsStored().size();
        var answers = inOneBatch(commands);
        var appended = new ArrayList<UUID>();
        for (int i = 0; i < wishes.size(); i++) {
            switch (wishes.get(i).how()) {
                case AGAIN, AGAIN_ON_WHAT_IT_MOVED_ITSELF ->
                    assertThat(answers.get(i)).isInstanceOf(Writer.Outcome.Repeated.class);
                case ON_WHAT_HAS_MOVED -> assertThat(answers.get(i)).isInstanceOf(Writer.Outcome.Changed.class);
                case WITH_AN_ID_THAT_IS_TAKEN -> assertThat(answers.get(i)).isInstanceOf(Unavailable.class);
                default -> {
                    var asked = commands.get(i).drafts().stream().map(Draft::id).toList();
                    assertThat(answers.get(i))
                            .asInstanceOf(type(Writer.Outcome.Appended.class))
                            .extracting(a -> a.entries().stream().map(Entry::id).toList())
                            .isEqualTo(asked);
                    appended.addAll(asked);
                }
            }
        }
        assertStored(before, appended);
    }

    /** Without a gap, whole, in the order of the answers' entries, and nothing besides. */
    private static void assertStored(int before, List<UUID> appended) {
        var stored = test.rowsAsStored();
        assertThat(stored).allMatch(StoredRow::isWhole);
        assertThat(stored)
                .extracting(StoredRow::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, stored.size()).boxed().toList());
        var added = stored.subList(before + 1, stored.size()); // the one that was held comes first
        assertThat(added).extracting(StoredRow::id).containsExactlyInAnyOrderElementsOf(appended);
    }

    private static Writer.Command command(Wish wish) throws Exception {
        var stream = UUID.randomUUID();
        var once = new Once(UUID.randomUUID(), "digest");
        var drafts = IntStream.range(0, wish.entries())
                .mapToObj(i -> Draft.ofNewSubject(stream, new Note.Written("x"), TestJournal.ALL))
                .toList();
        var command = new Writer.Command(TestJournal.BY, once, drafts, List.of());
        return switch (wish.how()) {
            case NEW -> with(command, null, List.of());
            case NEW_WITH_KEY -> command;
            case ON_WHAT_HAS_NOT_MOVED ->
                with(command, once, List.of(new Writer.Guard(moved.id(), moved.position() + 1)));
            case ON_WHAT_HAS_MOVED -> with(command, once, List.of(new Writer.Guard(moved.id(), moved.position())));
            case AGAIN -> again(command, List.of());
            case AGAIN_ON_WHAT_IT_MOVED_ITSELF ->
                again(command, List.of(new Writer.Guard(drafts.getFirst().subject(), 0)));
            case AGAIN_UNDER_ANOTHER_ACCOUNT -> {
                again(command, List.of());
                yield new Writer.Command(new By("nora", "nacka", "tib"), once, anew(drafts), List.of());
            }
            case WITH_AN_ID_THAT_IS_TAKEN -> {
                var taken = new Draft(moved.id(), stream, stream, new Note.Written("x"), TestJournal.ALL, null, null);
                yield new Writer.Command(TestJournal.BY, once, List.of(taken), List.of());
            }
        };
    }

    /** What has been recorded, and is asked for once more. */
    private static Writer.Command again(Writer.Command command, List<Writer.Guard> guards) {
        assertThat(writer.append(command)).isInstanceOf(Writer.Outcome.Appended.class);
        return new Writer.Command(command.by(), command.once(), anew(command.drafts()), guards);
    }

    private static List<Draft> anew(List<Draft> drafts) {
        return drafts.stream()
                .map(d -> Draft.on(d.stream(), d.subject(), d.fact(), d.labels()))
                .toList();
    }

    private static Writer.Command with(Writer.Command command, @Nullable Once once, List<Writer.Guard> guards) {
        return new Writer.Command(command.by(), once, command.drafts(), guards);
    }

    /** All are in the writer's queue before any is written, behind one that waits. */
    private static List<Object> inOneBatch(List<Writer.Command> commands) throws Exception {
        var first = command(new Wish(How.NEW, 1));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var held = new Held(test)) {
            var waiting = threads.submit(() -> writer.append(first));
            held.awaitWaiting();
            var answers = new ArrayList<Future<Object>>();
            for (var command : commands) answers.add(threads.submit(() -> outcome(command)));
            Awaited.until(() -> writer.queued() == commands.size());
            held.commit();
            Awaited.of(waiting);
            var all = new ArrayList<>();
            for (var answer : answers) all.add(Awaited.of(answer));
            return all;
        }
    }

    private static Object outcome(Writer.Command command) {
        try {
            return writer.append(command);
        } catch (Unavailable e) {
            return e;
        }
    }
}
