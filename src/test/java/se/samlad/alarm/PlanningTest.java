package se.samlad.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.given.Given;

/** Given a plan as it is sent, then the plan as it stands, or what is wrong with which field. */
class PlanningTest {

    private static final Acting BOARD = Given.acting("lst", "tib", Level.COORDINATING, null, Mandate.CONVENE);
    private static final Acting SECRETARIAT = Given.acting("ssr", "kansli", Level.EXECUTING, null, Mandate.ADMIT);
    private static final Acting TABY = Given.acting("taby", "tib", Level.COORDINATING, null, Mandate.STANCE);

    private static final List<Actor> ACTORS =
            List.of(actor("lst", null), actor("taby", "0160"), actor("nacka", "0182"));

    private static Actor actor(String code, @Nullable String scb) {
        var kind = scb == null ? Actor.Kind.COUNTY_BOARD : Actor.Kind.MUNICIPALITY;
        return new Actor(code, code, code, code, null, kind, Actor.Membership.PARTY, null, scb, List.of(), List.of());
    }

    private static List<@Nullable String> list(@Nullable String... texts) {
        return new ArrayList<>(Arrays.asList(texts));
    }

    private static Planning.Said said(
            @Nullable String title,
            List<@Nullable String> words,
            List<@Nullable String> levels,
            List<@Nullable String> directly,
            List<@Nullable String> areas) {
        return new Planning.Said(title, null, null, " ", words, areas, levels, directly, list("", null), null, null);
    }

    private static AlarmFact.Written written(Planning.Said said) {
        return Planning.write(said, ACTORS, SECRETARIAT);
    }

    @Test
    void whoConvenesAndTheSecretariatWriteAndNobodyElse_A9() {
        var said = said("Snö", list(), list("COORDINATING"), list("taby"), list());
        assertThat(Planning.write(said, ACTORS, BOARD).title()).isEqualTo("Snö");
        assertThat(Planning.write(said, ACTORS, SECRETARIAT).title()).isEqualTo("Snö");
        notMandated("alarm.who-writes", () -> Planning.write(said, ACTORS, TABY));
    }

    @Test
    void wordsAreReadALineOrACommaEachAndKeptInLowerCase() {
        var plan = written(said(
                "Snö",
                list("Snö, HALKA", "snö", "", null),
                list("DIRECTING", "COORDINATING"),
                list("taby"),
                list("nacka", "")));
        assertThat(plan.words()).containsExactly("snö", "halka");
        assertThat(plan.levels()).containsExactly(Level.DIRECTING, Level.COORDINATING);
        assertThat(plan.areas()).containsExactly("nacka");
        assertThat(plan.whenEn()).isNull();
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var ok = list("COORDINATING");
        refused("text.missing", () -> written(said(" ", list(), ok, list("taby"), list())));
        refused("alarm.levels", () -> written(said("a", list(), list(), list("taby"), list())));
        refused("alarm.levels", () -> written(said("a", list(), list("EXECUTING"), list("taby"), list())));
        refused("alarm.nobody", () -> written(said("a", list(), ok, list(), list())));
        refused("alarm.no-such-actor", () -> written(said("a", list(), ok, list("solna"), list())));
        refused("alarm.no-area", () -> written(said("a", list(), ok, list("taby"), list("lst"))));
        for (var wrong : List.of("a", "snö1", "<b>", "x".repeat(41), "(a+)+$"))
            refused("alarm.word-form", () -> written(said("a", list(wrong), ok, list("taby"), list())));
        var many = new ArrayList<@Nullable String>();
        for (char c = 'a'; c < 'a' + 21; c++) many.addAll(List.of("x" + c, "y" + c));
        refused("alarm.words-most", () -> written(said("a", many, ok, list("taby"), list())));
        var both = new Planning.Said("a", null, null, null, null, null, ok, list("taby"), list("taby"), null, null);
        refused("alarm.both", () -> written(both));
    }

    @Test
    void whatCallsAllNeedsNoNames() {
        var all = new Planning.Said(
                "Attentat", null, null, null, null, null, list("COORDINATING"), null, null, null, true);
        assertThat(written(all).atOnce()).isTrue();
    }
}
