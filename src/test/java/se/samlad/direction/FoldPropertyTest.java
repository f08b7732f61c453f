package se.samlad.direction;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.direction.Cast.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.samlad.access.Viewer.Acting;
import se.samlad.direction.DirectionFact.Progress;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

class FoldPropertyTest {

    private static final List<Acting> WHO = List.of(TABY, TRAFFIC, CARE, WHOLE_REGION, POLICE);

    /** Facts in any order, whether a rule would have let them be or not: the fold has no say in that. */
    private static List<Entry> anything(long seed) {
        var random = new Random(seed);
        var cast = new Cast();
        for (int i = 0; i < 40; i++) {
            var who = WHO.get(random.nextInt(WHO.size()));
            int number = 1 + random.nextInt(3);
            cast.says(who, new UUID(8, number), fact(random, who, number));
        }
        return cast.entries();
    }

    private static DirectionFact fact(Random random, Acting who, int number) {
        var measure = random.nextBoolean() ? schools() : lines();
        var unit = who.function().unit();
        return switch (random.nextInt(7)) {
            case 0 -> proposed(number == 3 ? COORDINATES : DIRECTS, number);
            case 1 -> new DirectionFact.Agreed(null);
            case 2 -> new DirectionFact.Withdrawn("x");
            case 3 -> reworded(number, "Målbild " + random.nextInt(1_000));
            case 4 ->
                new DirectionFact.CarriedOut(who.actor(), unit, measure, Progress.values()[random.nextInt(3)], null);
            default ->
                new DirectionFact.StanceTaken(
                        who.actor(),
                        unit,
                        Stance.values()[random.nextInt(3)],
                        random.nextBoolean() ? null : measure,
                        null);
        };
    }

    @Property(tries = 300, seed = "20261121")
    void foldingInPiecesEqualsFoldingAtOnce(@ForAll long seed, @ForAll @IntRange(max = 40) int cut) {
        var entries = anything(seed);
        var first = AllDirections.VIEW.fold(entries.subList(0, cut));
        var from = new View<>("rest", first, AllDirections.VIEW.listens(), AllDirections.VIEW.step());
        assertThat(from.fold(entries.subList(cut, entries.size()))).isEqualTo(AllDirections.VIEW.fold(entries));
    }

    /** Whoever agreed saw the text that is in force, and who agrees next is told of each change since he looked. */
    @Property(tries = 300, seed = "20261121")
    void nothingIsAgreedBeforeItWasWordedAndNoChangeOfAProposalPassesUnseen_D2(@ForAll long seed) {
        var entries = anything(seed);
        for (int n = 1; n <= entries.size(); n++) {
            var all = AllDirections.VIEW.fold(entries.subList(0, n));
            for (Direction d : all.list())
                if (d.agreement() != null)
                    assertThat(d.written().order()).isLessThan(d.agreement().order());
            var last = entries.get(n - 1);
            var about = all.find(last.subject()).orElse(null);
            if (about != null && last.fact() instanceof DirectionFact.Reworded text) {
                boolean open = about.agreement() == null && about.state() == Direction.State.PROPOSED;
                assertThat(about.said().aim().equals(text.aim())
                                && about.drawn().equals(last.id()))
                        .isEqualTo(open);
                if (open) assertThat(all.drawnForAgreement(about)).isEqualTo(last.id());
            }
        }
    }

    @Property(tries = 300, seed = "20261121")
    void anySubsetFoldsAndWhatItShowsAddsUp_D3(@ForAll long seed, @ForAll long which) {
        var some = new ArrayList<Entry>();
        var random = new Random(which);
        for (Entry entry : anything(seed)) if (random.nextBoolean()) some.add(entry);
        var all = AllDirections.VIEW.fold(some);
        all.inForce().values().forEach(id -> assertThat(all.find(id).map(Direction::state))
                .contains(Direction.State.AGREED));
        for (Direction d : all.list()) {
            for (var m : d.said().measures()) {
                var behind = d.behind(m);
                var seen = new java.util.TreeSet<>(behind.notAnswered());
                for (var answers : List.of(behind.accepts(), behind.adapts(), behind.declines()))
                    answers.forEach(a -> seen.add(a.part().actor()));
                assertThat(seen).containsExactlyInAnyOrderElementsOf(m.concerned());
            }
        }
    }
}
