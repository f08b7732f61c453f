package se.samlad.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.AccessFact.FunctionGiven;
import se.samlad.access.AccessFact.FunctionNamed;
import se.samlad.access.AccessFact.FunctionTaken;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/** Each actor defines its functions with level and mandates, and who holds them (A6). */
class FunctionsTest {

    private static final Function CHIEF = function("taby", "chef", Level.DIRECTING, null, Mandate.STANCE);
    private static final Function DUTY =
            function("taby", "tib", Level.COORDINATING, "chef", Mandate.REPORT, Mandate.STANCE);
    private static final Function OTHER_DUTY = function("solna", "tib", Level.COORDINATING, null, Mandate.REPORT);

    static Function function(String actor, String name, Level level, @Nullable String deputyOf, Mandate... may) {
        return new Function(actor, name, "Sv " + name, "En " + name, level, Set.of(may), null, deputyOf);
    }

    private static Functions after(AccessFact... facts) {
        var functions = Functions.NONE;
        for (var fact : facts) functions = Functions.ACROSS.view().step().apply(functions, entry(fact));
        return functions;
    }

    private static Entry entry(AccessFact fact) {
        var id = new UUID(1, 1);
        var by = new By("taby.admin", "taby", "admin");
        return new Entry(
                1, id, id, id, by, Instant.EPOCH, Instant.EPOCH, Labels.of("actor:taby"), null, "", fact, "{}");
    }

    @Test
    void aFunctionMayWhatItsMandatesSayAndNoMore_A6() {
        for (var mandate : Mandate.values())
            assertThat(DUTY.may(mandate)).isEqualTo(mandate == Mandate.REPORT || mandate == Mandate.STANCE);
    }

    /** Mandates are stored in the same order in every installation. */
    @Property
    void mandatesHaveOneOrder(@ForAll List<Mandate> some) {
        var function = new Function("taby", "tib", "a", "b", Level.COORDINATING, new LinkedHashSet<>(some), null, null);
        assertThat(function.mandates()).containsExactlyElementsOf(new java.util.TreeSet<>(some));
    }

    @Test
    void anActorSaysWhoRepresentsItOnEachLevelTheHighestFirst_A6() {
        var functions = after(new FunctionNamed(DUTY), new FunctionNamed(OTHER_DUTY), new FunctionNamed(CHIEF));
        assertThat(functions.ofActor("taby")).containsExactly(CHIEF, DUTY);
        assertThat(functions.find("taby", "tib")).contains(DUTY);
        assertThat(functions.find("solna", "chef")).isEmpty();
    }

    @Test
    void namedAgainIsChangedForThoseWhoHoldIt_A6() {
        var more = function("taby", "tib", Level.COORDINATING, "chef", Mandate.REPORT);
        var functions = after(new FunctionNamed(DUTY), new FunctionGiven("a", "taby", "tib"), new FunctionNamed(more));
        assertThat(functions.of("a")).containsExactly(more);
        assertThat(functions.of("a").getFirst().may(Mandate.STANCE)).isFalse();
    }

    @Test
    void whoHoldsAFunctionActsAsItUntilItIsTaken_A6() {
        var held = List.<AccessFact>of(
                new FunctionNamed(CHIEF),
                new FunctionNamed(DUTY),
                new FunctionGiven("a", "taby", "tib"),
                new FunctionGiven("a", "taby", "chef"),
                new FunctionGiven("a", "taby", "tib"));
        var functions = after(held.toArray(AccessFact[]::new));
        assertThat(functions.of("a")).as("the first is the one it starts with").containsExactly(DUTY, CHIEF);
        assertThat(functions.of("b")).isEmpty();
        var taken = Functions.ACROSS.view().step().apply(functions, entry(new FunctionTaken("a", "taby", "tib")));
        assertThat(taken.of("a")).containsExactly(CHIEF);
        assertThat(functions.of("a")).as("what was folded is not changed").hasSize(2);
    }

    /** Holding a function that is not defined gives no right. */
    @Test
    void nothingFollowsFromWhatIsNotThere_A6() {
        var functions = after(
                new FunctionNamed(DUTY),
                new FunctionGiven("a", "solna", "tib"),
                new FunctionGiven("a", "taby", "kung"),
                new FunctionTaken("b", "taby", "tib"));
        assertThat(functions.of("a")).isEmpty();
        assertThat(functions.of("b")).isEmpty();
    }
}
