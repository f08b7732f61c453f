package se.samlad.callout;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.callout.Ladders.CHEF;
import static se.samlad.callout.Ladders.FORUM;
import static se.samlad.callout.Ladders.NOON;
import static se.samlad.callout.Ladders.SAK;
import static se.samlad.callout.Ladders.TIB;
import static se.samlad.callout.Ladders.path;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.callout.CalloutFact.Rung;
import se.samlad.reach.Way;

/**
 * Whatever the order of calls, answers, time-outs, restarts, nodes and clock jumps: no step is taken twice, none is skipped,
 * and none follows an answer.
 */
class LadderPropertyTest {

    private static final List<UUID> CALLS = List.of(new UUID(9, 0), new UUID(9, 1), new UUID(9, 2));
    private static final List<Rung> LADDER = Ladders.ladder(Ladders.paths(Map.of(
            TIB.id(), List.of(path(Way.MAIL), path(Way.SMS), path(Way.VOICE)),
            SAK.id(), List.of(path(Way.SMS)),
            CHEF.id(), List.of(path(Way.VOICE)))));

    private enum What {
        CALL,
        TAKE,
        /** Two nodes decide on the same state; the journal's guard lets the first one record. */
        TWO_NODES_TAKE,
        /** A node that has seen nothing since the call records by mistake: the fold must bear it. */
        STALE,
        OUTCOME,
        NOTE,
        SKIP,
        ANSWER
    }

    /** @param seconds by which the clock jumps beforehand, forward or back */
    private record Act(What what, int call, int seconds, Outcome outcome) {}

    @Property(tries = 500, seed = "20261130")
    void noStepIsTakenTwiceOrSkipped(@ForAll("acts") List<Act> acts) {
        var world = new Ladders();
        var taken = new ArrayList<String>();
        Instant clock = NOON;
        for (var act : acts) {
            clock = clock.plusSeconds(act.seconds());
            var before = world.calls();
            act(world, act, clock);
            for (var call : world.calls().byId().values()) {
                var old = before.find(call.id());
                int had = old.map(c -> c.taken().size()).orElse(0);
                assertThat(call.taken().size()).isBetween(had, had + 1);
                if (old.isPresent() && !old.get().isRunning())
                    assertThat(call.taken()).as("nothing follows an answer").hasSize(had);
                if (call.taken().size() > had) taken.add(call.id() + "/" + had);
                for (int i = 0; i < call.taken().size(); i++)
                    assertThat(call.taken().get(i).rung()).isEqualTo(i);
            }
        }
        assertThat(taken).doesNotHaveDuplicates();
        endsStated(world, clock);
    }

    /** Left alone, every call ends, with all its steps taken where nobody answered. */
    private static void endsStated(Ladders world, Instant clock) {
        var now = clock.plusSeconds(100_000);
        for (int i = 0; i <= LADDER.size() + 1; i++) {
            world.takes(now);
            now = now.plusSeconds(100_000);
        }
        for (var call : world.calls().byId().values()) {
            assertThat(call.isRunning()).isFalse();
            if (call.state() == Call.State.NOT_REACHED) assertThat(call.taken()).hasSize(LADDER.size());
        }
    }

    private static void act(Ladders world, Act act, Instant clock) {
        var id = CALLS.get(act.call());
        var call = world.calls().find(id);
        switch (act.what()) {
            case CALL -> {
                if (call.isEmpty()) world.called(id, "actor" + act.call(), LADDER, clock);
            }
            case TAKE -> world.takes(clock);
            case TWO_NODES_TAKE -> {
                var one = Calling.due(world.calls(), FORUM, clock);
                one.forEach(fact -> world.told(fact, clock));
                one.forEach(fact -> world.told(fact, clock));
            }
            case STALE ->
                world.told(
                        new CalloutFact.StepsTaken(FORUM, List.of(new CalloutFact.Step(id, act.seconds() & 3))), clock);
            case OUTCOME ->
                call.flatMap(Call::current)
                        .ifPresent(step -> world.told(
                                new CalloutFact.Carried(
                                        FORUM, List.of(new CalloutFact.Given(id, step.rung(), act.outcome()))),
                                clock));
            case NOTE -> world.told(new CalloutFact.Noted(FORUM, id, Outcome.NO_ANSWER), clock);
            case SKIP -> world.told(new CalloutFact.Skipped(FORUM, id, act.seconds() & 3), clock);
            case ANSWER -> world.acknowledged("actor" + act.call(), clock);
        }
    }

    @Provide
    Arbitrary<List<Act>> acts() {
        var act = Combinators.combine(
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(3, What.CALL),
                                net.jqwik.api.Tuple.of(8, What.TAKE),
                                net.jqwik.api.Tuple.of(3, What.TWO_NODES_TAKE),
                                net.jqwik.api.Tuple.of(1, What.STALE),
                                net.jqwik.api.Tuple.of(4, What.OUTCOME),
                                net.jqwik.api.Tuple.of(1, What.NOTE),
                                net.jqwik.api.Tuple.of(2, What.SKIP),
                                net.jqwik.api.Tuple.of(1, What.ANSWER)),
                        Arbitraries.integers().between(0, CALLS.size() - 1),
                        Arbitraries.integers().between(-200, 400),
                        Arbitraries.of(Outcome.HANDED_OVER, Outcome.DELIVERED, Outcome.FAILED, Outcome.DOWN))
                .as(Act::new);
        return act.list().ofMinSize(5).ofMaxSize(60);
    }
}
