package se.samlad.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.journal.Entry;
import se.samlad.journal.Reader;

/**
 * Figures by differences: two journals that differ only in what a reader may not see give it the same figures, with the same
 * entries. So there is nothing in the difference between two figures, or between two readers' figures, to derive (DESIGN §10.2).
 */
class NothingToDeriveTest {

    private static final List<String> ACTORS = List.of("lst", "taby", "nacka", "solna", "polisen");
    private static final List<String> LABELS = List.of("members", "actor:taby", "forum:1");

    /** @param later so many minutes after it happened it was recorded */
    private record Act(int what, int minute, int later, String actor, Set<String> labels) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        var act = Combinators.combine(
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.of(0, 0, 0, 45, 200),
                        Arbitraries.of(ACTORS),
                        Arbitraries.of(LABELS).set().ofMinSize(1).ofMaxSize(2))
                .as(Act::new);
        return act.list().ofMinSize(5).ofMaxSize(60);
    }

    private static void add(Storm storm, Act act) {
        storm.seenBy(act.labels.toArray(String[]::new)).writtenLater(act.later);
        switch (act.what) {
            case 0, 1, 2 -> storm.acknowledge(act.minute, act.actor);
            case 3 -> storm.gather(act.minute);
            case 4, 5 -> storm.report(act.minute, act.actor);
            case 6 -> storm.decide(act.minute);
            case 7 -> storm.picture(act.minute);
            case 8 -> storm.publish(act.minute);
            case 9 -> storm.staff(act.minute);
            case 10 -> storm.agree(act.minute);
            case 11 -> storm.stance(act.minute, act.actor);
            case 12 -> storm.carryOut(act.minute, act.actor, Progress.DONE);
            case 13 -> storm.carryOut(act.minute, act.actor, Progress.CANNOT);
            default -> storm.convene(act.minute);
        }
    }

    private static List<Entry> recorded(List<Act> acts) {
        var storm = new Storm().signal(0).convene(3).propose(5, "taby", "nacka", "solna");
        acts.forEach(act -> add(storm, act));
        return storm.given.entries();
    }

    private static List<Counted> figures(List<Entry> entries, Reader reader, String only) {
        return Counting.of(Courses.ONE.fold(entries).seen(reader), only);
    }

    @Property(tries = 400, seed = "20261201")
    void whatOneMayNotSeeChangesNoFigure(@ForAll("acts") List<Act> acts, @ForAll("readers") Set<String> held) {
        var all = recorded(acts);
        Reader reader = held::contains;
        var seen = all.stream().filter(entry -> reader.sees(entry.labels())).toList();
        for (var only : ACTORS) same(figures(all, reader, only), figures(seen, Reader.ALL, only));
        same(
                Counting.of(Courses.ONE.fold(all).seen(reader), null),
                Counting.of(Courses.ONE.fold(seen).seen(Reader.ALL), null));
    }

    /** Equal also where the labels of an entry are many and the reader holds only one of them. */
    private static void same(List<Counted> one, List<Counted> other) {
        assertThat(one).isEqualTo(other);
    }

    @Provide
    Arbitrary<Set<String>> readers() {
        return Arbitraries.of(LABELS).set().ofMinSize(0).ofMaxSize(3);
    }

    /** Each entry behind a figure is one that its reader sees. */
    @Property(tries = 200, seed = "20261201")
    void everyEntryBehindAFigureIsSeen(@ForAll("acts") List<Act> acts, @ForAll("readers") Set<String> held) {
        Reader reader = held::contains;
        var all = recorded(acts);
        var visible = new HashSet<UUID>();
        all.stream().filter(entry -> reader.sees(entry.labels())).forEach(entry -> visible.add(entry.id()));
        for (var figure : Counting.of(Courses.ONE.fold(all).seen(reader), null))
            assertThat(figure.marks()).isNotEmpty().allMatch(mark -> visible.contains(mark.entry()));
    }

    /** The years' fold, which is kept for all readers together, gives what the reader's own entries would have made. */
    @Property(tries = 200, seed = "20261201")
    void theFoldOfAllYearsIsReadThroughTheGate(@ForAll("acts") List<Act> acts, @ForAll("readers") Set<String> held) {
        Reader reader = held::contains;
        var all = recorded(acts);
        var seen = all.stream().filter(entry -> reader.sees(entry.labels())).toList();
        var view = Courses.ACROSS.view();
        assertThat(figures(view.fold(all), reader)).isEqualTo(figures(view.fold(seen), Reader.ALL));
    }

    private static List<Counted> figures(Courses years, Reader reader) {
        return years.of(2026).stream()
                .flatMap(course -> Counting.of(course.seen(reader), null).stream())
                .toList();
    }
}
