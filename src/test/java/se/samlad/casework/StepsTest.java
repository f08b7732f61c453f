package se.samlad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Viewer.Acting;
import se.samlad.casework.CaseFact.Outcome;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;

/** Where each decision leads, what comes back after a rest, and who takes the steps as the secretariat says (G4). */
class StepsTest {

    private static Acting inRegister(String id) {
        return WorkingTest.CAST.values().stream()
                .filter(by -> by.function().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The secretariat says who takes the steps; then those do, and those who usually do may not. */
    @Test
    void whoTakesTheStepsIsASettingOfTheSecretariat_G4() {
        Steps.Said said = new Steps.Said(
                "taby/tib",
                " ",
                "nacka/chef",
                null,
                List.of(new Steps.Wait(Standing.State.EXAMINED, 30), new Steps.Wait(Standing.State.RAISED, null)));
        java.util.function.Function<String, java.util.Optional<Function>> known =
                id -> WorkingTest.CAST.values().stream()
                        .map(Acting::function)
                        .filter(f -> f.id().equals(id))
                        .findFirst();
        var fact = Steps.settle(said, known, WorkingTest.COORDINATING);
        assertThat(fact.coordinating()).containsExactly("taby/tib");
        assertThat(fact.waits()).containsExactly(new CaseFact.Wait(Standing.State.EXAMINED, 30));
        var given = new Given(Steps.STREAM);
        given.add(
                Steps.STREAM,
                Steps.STREAM,
                WorkingTest.COORDINATING.by(),
                fact,
                Envelope.at(Given.NOON, WorkingTest.LABELS));
        var steps = given.fold(Steps.ACROSS.view());
        var examined = WorkingTest.in(WorkingTest.STATES.get("EXAMINED")).under(steps);
        assertThat(Working.propose(examined, "Så", WorkingTest.OWNER).text()).isEqualTo("Så");
        Given.notMandated("case.settled-other", () -> Working.propose(examined, "Så", WorkingTest.COORDINATING));
        var proposed = WorkingTest.in(WorkingTest.STATES.get("PROPOSED")).under(steps);
        assertThat(Working.decide(proposed, Outcome.APPROVED, "Så", inRegister("nacka/chef"))
                        .reason())
                .isEqualTo("Så");
        Given.notMandated(
                "case.settled-other", () -> Working.decide(proposed, Outcome.APPROVED, "Så", WorkingTest.DIRECTING));
        assertThat(steps.due(examined.standing()))
                .contains(examined.standing().since().plus(Duration.ofDays(30)));
        assertThat(steps.due(proposed.standing())).isEmpty();

        Given.notMandated("case.who-settles", () -> Steps.settle(said, known, WorkingTest.OWNER));
        var unknown = new Steps.Said("ingen/alls", null, null, null, null);
        Given.refused("case.no-function", () -> Steps.settle(unknown, known, WorkingTest.COORDINATING));
        var low = new Steps.Said(null, null, "taby/tib", null, null);
        Given.refused("case.settled-level", () -> Steps.settle(low, known, WorkingTest.COORDINATING));
        var long_ = new Steps.Said(null, null, null, null, List.of(new Steps.Wait(Standing.State.RAISED, 0)));
        Given.refused("case.wait-days", () -> Steps.settle(long_, known, WorkingTest.COORDINATING));
        assertThat(Steps.settle(new Steps.Said(null, null, null, null, null), known, WorkingTest.COORDINATING)
                        .directing())
                .isEmpty();
    }

    /** Every outcome, in both states in which it is decided: where the case stands then, and whose turn it is. */
    @Test
    void everyOutcomeOfADecisionLeadsWhereItShould_G4() {
        var after = new LinkedHashMap<String, String>();
        for (var state : List.of("PROPOSED", "VALUED"))
            for (var outcome : Outcome.values()) {
                var facts = new ArrayList<>(WorkingTest.STATES.get(state));
                facts.add(Working.decide(WorkingTest.in(facts), outcome, "Så", WorkingTest.DIRECTING));
                var standing = WorkingTest.in(facts).standing();
                after.put(state + " " + outcome, standing.state() + " " + standing.turn());
            }
        assertThat(after)
                .isEqualTo(Map.of(
                        "PROPOSED APPROVED", "DECIDED COORDINATING",
                        "PROPOSED REJECTED", "ENDED NOBODY",
                        "PROPOSED SENT_BACK", "RAISED COORDINATING",
                        "VALUED APPROVED", "IMPLEMENTATION_DECIDED COORDINATING",
                        "VALUED REJECTED", "ENDED NOBODY",
                        "VALUED SENT_BACK", "IN_PROJECT OWNER"));
    }

    /** What rests is taken up again where it was, from every state. */
    @Test
    void whatRestsComesBackWhereItWas_G4() {
        for (var state : WorkingTest.STATES.entrySet()) {
            if (state.getKey().equals("RESTING") || state.getKey().equals("ENDED")) continue;
            var facts = new ArrayList<>(state.getValue());
            var before = WorkingTest.in(facts).standing();
            facts.add(Working.rest(WorkingTest.in(facts), "Väntar", WorkingTest.COORDINATING));
            facts.add(Working.resume(WorkingTest.in(facts), null, WorkingTest.COORDINATING));
            assertThat(WorkingTest.in(facts).standing().state()).isEqualTo(before.state());
            assertThat(WorkingTest.in(facts).standing().turn()).isEqualTo(before.turn());
        }
    }
}
