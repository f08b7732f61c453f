package se.samlad.routine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;
import se.samlad.journal.By;
import se.samlad.journal.Labels;
import se.samlad.routine.Routine.State;
import se.samlad.routine.RoutineFact.Kind;
import se.samlad.routine.RoutineFact.Result;
import se.samlad.routine.RoutineFact.Text;
import se.samlad.routine.RoutineFact.Written;

/** Whatever is written, reviewed and tested, a fault that is reported and not ended is seen, and a state follows (G7, R4). */
class RoutinePropertyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 14);
    private static final By BY = new By("taby.tib", "taby", "tib");
    private static final UUID STREAM = new UUID(7, 7);

    private static Written written(String text, LocalDate reviewBy) {
        var as = new Text(text, null);
        return new Written(Kind.SUPPORT, as, as, "taby", reviewBy, as, as, as, null);
    }

    /** @param about the number of the fault that an end is about, of those that there are then */
    record Step(RoutineFact fact, int about) {}

    private static Arbitrary<RoutineFact> facts() {
        var days = Arbitraries.integers().between(-900, 900).map(TODAY::plusDays);
        var past = Arbitraries.integers().between(-900, 0).map(TODAY::plusDays);
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of("Ny", "Nyare"), days).as(RoutinePropertyTest::written),
                days.map(day -> new RoutineFact.Reviewed(day, null)),
                Combinators.combine(past, Arbitraries.of(Result.class))
                        .as((day, result) -> new RoutineFact.Tested(day, result, "Så")),
                Arbitraries.just(new RoutineFact.FaultReported("Tyst")),
                Arbitraries.just(new RoutineFact.FaultEnded(STREAM, null)));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(facts(), Arbitraries.integers().between(0, 9))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    /** The same counted in the plainest way. */
    private static final class Counted {
        final LinkedHashSet<UUID> going = new LinkedHashSet<>();
        final List<UUID> all = new ArrayList<>();
        final List<RoutineFact.Tested> tests = new ArrayList<>();
        int texts = 1;
        LocalDate reviewBy = TODAY;
    }

    private static Routine fold(List<Step> steps, Counted counted) {
        var given = new Given(STREAM);
        add(given, written("Först", TODAY));
        for (var step : steps) {
            var fact = step.fact();
            if (fact instanceof RoutineFact.FaultEnded) {
                var of = counted.all.isEmpty() ? STREAM : counted.all.get(step.about() % counted.all.size());
                counted.going.remove(of);
                fact = new RoutineFact.FaultEnded(of, null);
            }
            var id = add(given, fact);
            if (fact instanceof RoutineFact.FaultReported) {
                counted.going.add(id);
                counted.all.add(id);
            }
            if (fact instanceof RoutineFact.Tested test) counted.tests.add(test);
            if (fact instanceof RoutineFact.Reviewed review) counted.reviewBy = review.next();
            if (fact instanceof Written text) {
                counted.reviewBy = text.reviewBy();
                counted.texts++;
            }
        }
        return given.fold(Routine.All.VIEW).find(STREAM).orElseThrow();
    }

    private static UUID add(Given given, RoutineFact fact) {
        var id = given.nextId();
        given.add(id, STREAM, BY, fact, Envelope.at(Given.NOON, Labels.of("members")));
        return id;
    }

    @Property(tries = 300)
    void aFaultIsSeenUntilItIsEndedAndNoneDisappears_R4(@ForAll("steps") List<Step> steps) {
        var counted = new Counted();
        var of = fold(steps, counted);
        assertThat(of.going()).extracting(Routine.Fault::id).containsExactlyElementsOf(counted.going);
        assertThat(of.faults()).extracting(Routine.Fault::id).containsExactlyElementsOf(counted.all);
        assertThat(of.fails()).isEqualTo(!counted.going.isEmpty());
        assertThat(of.state(TODAY) == State.FAULT).isEqualTo(of.fails());
    }

    /** No text is lost, the latest word on the review counts, and the latest day's test says how it is. */
    @Property(tries = 300)
    void theLatestWordCounts_G7_R4(@ForAll("steps") List<Step> steps) {
        var counted = new Counted();
        var of = fold(steps, counted);
        assertThat(of.texts()).hasSize(counted.texts);
        assertThat(of.reviewBy()).isEqualTo(counted.reviewBy);
        assertThat(of.isOverdue(TODAY)).isEqualTo(counted.reviewBy.isBefore(TODAY));
        // a stable sort: of one day, the one that was recorded last
        var tests = counted.tests.stream()
                .sorted(Comparator.comparing(RoutineFact.Tested::on))
                .toList();
        assertThat(of.tests()).extracting(Routine.Said::what).containsExactlyElementsOf(tests);
        if (of.fails()) return;
        var last = tests.isEmpty() ? null : tests.getLast();
        assertThat(of.state(TODAY) == State.WORKS)
                .isEqualTo(last != null
                        && last.result() == Result.WORKED
                        && !last.on().isBefore(TODAY.minusYears(1)));
    }
}
