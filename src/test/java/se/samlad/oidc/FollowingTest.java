package se.samlad.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;
import se.samlad.access.AccessFact.FunctionGiven;
import se.samlad.access.AccessFact.FunctionTaken;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Level;
import se.samlad.access.Mandate;

/** What an organisation's sign-in says gives and ends functions at that organisation, and nothing else (A4, A6). */
class FollowingTest {

    private static Function function(String actor, String name, Mandate... mandates) {
        return new Function(actor, name, name, name, Level.EXECUTING, Set.of(mandates), null, null);
    }

    /** @param held by the account {@code eva}, as {@code actor/name} */
    private static Functions functions(String... held) {
        var byId = HashTreePMap.<String, Function>empty();
        for (var each : List.of(
                function("taby", "tib", Mandate.REPORT),
                function("taby", "admin", Mandate.ADMINISTER),
                function("nacka", "tib", Mandate.REPORT))) byId = byId.plus(each.id(), each);
        return new Functions(
                byId, HashTreePMap.singleton("eva", TreePVector.from(List.of(held))), HashTreePMap.empty());
    }

    private static OidcFact.SignInSet setting(boolean administers) {
        return new OidcFact.SignInSet("taby", "https://taby.example", "samlad", "sub", "roles", administers, false);
    }

    private static List<?> decide(Functions all, boolean administers, Set<String> followed, String... claimed) {
        return Following.decide(all, setting(administers), "eva", followed, List.of(claimed));
    }

    private static OidcFact.FunctionsFollowed follows(String... names) {
        return new OidcFact.FunctionsFollowed("eva", "taby", Set.of(names));
    }

    @Test
    void whatIsSaidIsGivenAndWhatIsNoLongerSaidIsTaken() {
        assertThat(decide(functions(), false, Set.of(), "tib", "kung"))
                .isEqualTo(List.of(new FunctionGiven("eva", "taby", "tib"), follows("tib")));
        assertThat(decide(functions("taby/tib"), false, Set.of("tib")))
                .isEqualTo(List.of(new FunctionTaken("eva", "taby", "tib"), follows()));
        assertThat(decide(functions("taby/tib"), false, Set.of("tib"), "tib")).isEmpty();
    }

    @Test
    void whatWasGivenByHandStays() {
        assertThat(decide(functions("taby/tib"), false, Set.of(), "tib")).isEmpty();
        assertThat(decide(functions("taby/tib"), false, Set.of())).isEmpty();
    }

    @Test
    void nobodyBecomesAnAdministratorUnlessTheActorSaysSo() {
        assertThat(decide(functions(), false, Set.of(), "admin")).isEmpty();
        assertThat(decide(functions(), true, Set.of(), "admin"))
                .isEqualTo(List.of(new FunctionGiven("eva", "taby", "admin"), follows("admin")));
    }

    @Test
    void theLastAdministratorIsNotTakenAway() {
        assertThat(decide(functions("taby/admin"), true, Set.of("admin"))).isEmpty();
    }

    @Test
    void anotherActorsFunctionsAreLeftAlone_A4() {
        assertThat(decide(functions("nacka/tib"), false, Set.of())).isEmpty();
        assertThat(decide(functions("nacka/tib"), false, Set.of(), "nacka/tib")).isEmpty();
    }
}
