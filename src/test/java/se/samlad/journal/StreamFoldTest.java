package se.samlad.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What a reader is shown is the fold of what it sees, however and whenever the entries came (DESIGN §2, §4). */
class StreamFoldTest {

    private static final List<String> NAMES = List.of("members", "actor:taby", "actor:nacka", "forum:a", "public");
    private static final int STEPS = 40;

    @SuppressWarnings("NullAway.Init")
    private static TestJournal test;

    @BeforeContainer
    static void open() {
        test = TestJournal.fresh();
    }

    @AfterContainer
    static void close() {
        test.close();
    }

    /** Somebody whose rights change. */
    static class Holder implements Reader {
        final Set<String> held = new HashSet<>();

        @Override
        public boolean holds(String label) {
            return held.contains(label);
        }

        @Override
        public List<String> held() {
            return List.copyOf(held);
        }
    }

    /** A stream that is written, heard of late and in pieces, and read all the while. */
    private static final class Course {
        final Random random;
        final UUID stream = UUID.randomUUID();
        final StreamFold fold =
                new StreamFold(stream, test.rows(), new Folding(List.of(Note.VIEW), new Codec(Note.FACTS)));
        final List<Holder> readers = new ArrayList<>();
        final List<Entry> written = new ArrayList<>();
        int heard;
        int known = -1;

        Course(long seed) {
            random = new Random(seed);
            for (int i = 0; i < 6; i++) readers.add(new Holder());
            readers.forEach(this::change);
        }

        void change(Holder reader) {
            var label = NAMES.get(random.nextInt(NAMES.size()));
            if (!reader.held.remove(label)) reader.held.add(label);
        }

        Labels labels() {
            var some = new ArrayList<String>();
            some.add(NAMES.get(random.nextInt(NAMES.size())));
            if (random.nextBoolean()) some.add(NAMES.get(random.nextInt(NAMES.size())));
            return new Labels(some);
        }

        void write() {
            write(1 + random.nextInt(3));
        }

        void write(int many) {
            var drafts = new ArrayList<Draft>();
            for (int i = 0; i < many; i++)
                drafts.add(Draft.ofNewSubject(stream, note("n" + (written.size() + i)), labels()));
            test.journal.record(TestJournal.BY, null, facing -> drafts);
            written.clear();
            written.addAll(test.rows().list(Rows.Where.of("stream = ? order by position", stream)));
        }

        private Note note(String text) {
            return random.nextInt(3) == 0 ? new Note.Passed(text) : new Note.Written(text);
        }

        void hear() {
            if (heard < written.size()) fold.arrived(written.get(heard++));
        }

        /** The first to read finds all that is written; from then on it is what was heard of. */
        List<Entry> there() {
            if (known < 0) known = written.size();
            return written.subList(0, Math.max(known, heard));
        }

        void read(Holder reader) {
            var there = there();
            assertThat(fold.view(Note.VIEW, reader)).isEqualTo(seen(there, reader, e -> true));
            for (var other : readers) {
                boolean same = ids(there, reader).equals(ids(there, other));
                assertThat(fold.sightOf(reader).equals(fold.sightOf(other))).isEqualTo(same);
            }
        }

        void readAsOf(Holder reader) {
            if (written.isEmpty()) return;
            there();
            var then = written.get(random.nextInt(written.size())).recordedAt();
            assertThat(fold.view(Note.VIEW, reader, then))
                    .isEqualTo(seen(written, reader, e -> !e.recordedAt().isAfter(then)));
        }

        void readAtEnds(Holder reader) {
            var first = written.getFirst().recordedAt().minusSeconds(1);
            assertThat(fold.view(Note.VIEW, reader, first)).isEqualTo(Note.VIEW.start());
            var last = written.getLast().recordedAt().plusSeconds(1);
            assertThat(fold.view(Note.VIEW, reader, last)).isEqualTo(seen(written, reader, e -> true));
        }

        void step() {
            var reader = readers.get(random.nextInt(readers.size()));
            switch (random.nextInt(8)) {
                case 0, 1 -> write();
                case 2, 3 -> hear();
                case 4 -> change(reader);
                case 5 -> readAsOf(reader);
                default -> read(reader);
            }
        }
    }

    private static Object seen(List<Entry> entries, Reader reader, Predicate<Entry> and) {
        return Note.VIEW.fold(entries.stream()
                .filter(e -> reader.sees(e.labels()))
                .filter(and)
                .toList());
    }

    private static List<UUID> ids(List<Entry> entries, Reader reader) {
        return entries.stream()
                .filter(e -> reader.sees(e.labels()))
                .map(Entry::id)
                .toList();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF, seed = "20261121")
    void aViewIsTheFoldOfWhatIsSeenHoweverItCame(@ForAll long seed) {
        var course = new Course(seed);
        for (int i = 0; i < STEPS; i++) course.step();
        while (course.heard < course.written.size()) course.hear();
        course.readers.forEach(course::read);
    }

    /** Longer than what is kept to travel back from; each instant looked at before and after more has come. */
    @Property(tries = 3, shrinking = ShrinkingMode.OFF, seed = "20261121")
    void thePastOfALongStreamIsTheFoldOfWhatWasSeenByThen(@ForAll long seed) {
        var course = new Course(seed);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 12; i++) course.write(1 + course.random.nextInt(60));
            while (course.heard < course.written.size()) course.hear();
            for (var reader : course.readers) {
                course.read(reader);
                for (int look = 0; look < 8; look++) course.readAsOf(reader);
                course.readAtEnds(reader);
            }
        }
    }

    @Property(tries = 1, seed = "20261121")
    void moreClassesAndReadersThanAreKeptChangeNothing() {
        var course = new Course(7);
        var many = new ArrayList<Holder>();
        for (int i = 0; i < 12; i++) course.write();
        for (int i = 0; i < 700; i++) {
            var reader = new Holder();
            for (int bit = 0; bit < NAMES.size(); bit++) if ((i >> bit & 1) == 1) reader.held.add(NAMES.get(bit));
            many.add(reader);
        }
        for (int round = 0; round < 2; round++) {
            for (var reader : many)
                assertThat(course.fold.view(Note.VIEW, reader)).isEqualTo(seen(course.there(), reader, e -> true));
            course.write();
            while (course.heard < course.written.size()) course.hear();
        }
    }

    /** As the tail is behind, an entry may lie there whose labels the reader is not yet known to hold. */
    @Property(tries = 1, seed = "20261121")
    void aListNeverRunsAheadOfWhatIsKnownSoThatNothingIsPassedOver() throws InterruptedException {
        try (var own = TestJournal.fresh()) {
            var stream = UUID.randomUUID();
            var go = new java.util.concurrent.CountDownLatch(1);
            own.journal.follow(entry -> await(go));
            var other = own.another();
            for (var label : List.of("a", "b", "a"))
                other.record(
                        TestJournal.BY,
                        null,
                        facing -> List.of(Draft.ofNewSubject(stream, new Note.Written(label), Labels.of(label))));
            var reader = new Holder();
            reader.held.add("a");
            reader.held.add("b");
            var pick = Pick.after(stream, 0, 10);
            var early = own.journal.list(pick, reader);
            var late = own.journal.list(Pick.after(null, 0, 10), reader);
            go.countDown();
            assertThat(early).isEqualTo(own.stored().subList(0, early.size()));
            assertThat(late).isEqualTo(own.stored().subList(0, late.size()));
            own.journal.await(3);
            assertThat(own.journal.list(pick, reader)).isEqualTo(own.stored());
        }
    }

    static void await(java.util.concurrent.CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF, seed = "20261121")
    void theGateInSqlIsTheGateInJava(@ForAll long seed) {
        var random = new Random(seed);
        var odd = List.of("a", "b,c", "d\"e", "f\\g", "{h}", "åäö", "null", "a b", "'");
        var stream = UUID.randomUUID();
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < 12; i++) {
            var labels = new HashSet<String>();
            for (int n = 0; n <= random.nextInt(3); n++) labels.add(odd.get(random.nextInt(odd.size())));
            drafts.add(Draft.ofNewSubject(stream, new Note.Written("x"), new Labels(List.copyOf(labels))));
        }
        var recorded = test.journal.record(TestJournal.BY, null, facing -> drafts);
        test.journal.await(recorded.position());
        var reader = new Holder();
        for (var label : odd) if (random.nextInt(4) == 0) reader.held.add(label);
        var all = test.rows().list(Rows.Where.of("stream = ? order by position", stream));
        var byJava = all.stream().filter(e -> reader.sees(e.labels())).toList();
        var bySql =
                test.rows().list(Rows.Where.of("stream = ? and labels && ? order by position", stream, reader.held()));
        assertThat(bySql).isEqualTo(byJava);
        assertThat(test.journal.list(Pick.after(stream, 0, 100), reader)).isEqualTo(byJava);
        assertThat(test.journal.list(Pick.after(null, recorded.position() - 12, 100), reader))
                .isEqualTo(byJava);
        for (var entry : all)
            assertThat(test.journal.find(entry.id(), reader).isPresent()).isEqualTo(byJava.contains(entry));
    }
}
