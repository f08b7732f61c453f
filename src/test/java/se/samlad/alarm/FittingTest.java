package se.samlad.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePVector;
import se.samlad.access.Level;
import se.samlad.actor.Actor;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.journal.By;
import se.samlad.journal.Labels;

/** Given plans and a signal, then the plan that fits it, where it happens, and whom that concerns (I2, C2). */
class FittingTest {

    private static final List<Actor> ACTORS = List.of(
            actor("lst", "Länsstyrelsen", null),
            actor("polisen", "Polisen", null),
            actor("taby", "Täby", "0160"),
            actor("nacka", "Nacka", "0182"),
            actor("stockholm", "Stockholm", "0180"),
            actor("upplands-vasby", "Upplands Väsby", "0114"));

    private static final Plan.Choice NONE = new Plan.Choice(false, null, List.of());

    private static final Plan SNOW = plan("Snö och is", List.of("snö", "halka"), List.of(), false);
    private static final Plan POWER = plan("Elavbrott", List.of("elavbrott", "strömlös"), List.of(), false);
    private static final Plan NORTH = plan("Snö i norr", List.of("snö"), List.of("taby"), false);

    private static Actor actor(String code, String name, @Nullable String scb) {
        return new Actor(
                code,
                name,
                name,
                name,
                null,
                Actor.Kind.POLICE,
                Actor.Membership.PARTY,
                null,
                scb,
                List.of(),
                List.of());
    }

    private static AlarmFact.Written says(
            String title, List<String> words, List<String> areas, boolean byPlace, boolean atOnce) {
        return new AlarmFact.Written(
                title,
                null,
                null,
                null,
                words,
                areas,
                List.of(Level.COORDINATING),
                List.of("lst", "taby", "nacka"),
                List.of("polisen"),
                byPlace,
                atOnce);
    }

    private static Plan plan(String title, List<String> words, List<String> areas, boolean byPlace) {
        var id = UUID.nameUUIDFromBytes(title.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var version = new Plan.Version(id, new By("k", "ssr", "kansli"), java.time.Instant.EPOCH);
        var says = says(title, words, areas, byPlace, false);
        return new Plan(id, Labels.of("members"), says, TreePVector.singleton(version), null);
    }

    private static Incident signal(String by, String title, @Nullable String text, @Nullable String kind) {
        var said = new IncidentFact.Signalled(title, text, kind, null, List.of("members"), null);
        return Incident.of(new Incident.Signal(
                new UUID(1, 1), Labels.of("members"), new By("a", by, "tib"), java.time.Instant.EPOCH, said));
    }

    private static String fits(Incident incident, Plan... plans) {
        return Fitting.fit(incident, List.of(plans), NONE, ACTORS)
                .map(fit -> fit.plan().says().title() + " för " + fit.word())
                .orElse("");
    }

    @Test
    void aPlanFitsByTheBeginningOfAWordOfTheSignal() {
        assertThat(fits(signal("polisen", "Snöoväder på väg", null, null), POWER, SNOW))
                .isEqualTo("Snö och is för snö");
        assertThat(fits(signal("polisen", "Hjälp", "Halt, halkan ökar", null), POWER, SNOW))
                .isEqualTo("Snö och is för halka");
        assertThat(fits(signal("polisen", "Hjälp", null, "elavbrott"), SNOW, POWER))
                .isEqualTo("Elavbrott för elavbrott");
        assertThat(fits(signal("polisen", "Nysnö", null, null), SNOW))
                .as("not inside a word")
                .isEmpty();
        assertThat(fits(signal("polisen", "", null, null), SNOW, POWER)).isEmpty();
        assertThat(fits(signal("polisen", "x", "a".repeat(20_000) + " snö", null), SNOW))
                .as("what stands far down is not read")
                .isEmpty();
    }

    @Test
    void moreWordsGoBeforeFewerAndASmallerAreaBeforeTheCounty() {
        var both = signal("polisen", "Strömlöst efter snö: elavbrott", null, null);
        assertThat(fits(both, SNOW, POWER)).startsWith("Elavbrott");
        assertThat(fits(signal("polisen", "Snö i Täby", null, null), SNOW, NORTH))
                .startsWith("Snö i norr");
        assertThat(fits(signal("polisen", "Snö i Nacka", null, null), SNOW, NORTH))
                .startsWith("Snö och is");
    }

    @Test
    void whatWasChosenGoesBeforeTheWords() {
        var snow = signal("polisen", "Snö i Täby", null, null);
        var chosen = new Plan.Choice(true, POWER.id(), List.of("nacka"));
        var fit = Fitting.fit(snow, List.of(SNOW, POWER), chosen, ACTORS).orElseThrow();
        assertThat(fit).isEqualTo(new Fitting.Fit(POWER, List.of("nacka"), null));
        var none = new Plan.Choice(true, null, List.of());
        assertThat(Fitting.fit(snow, List.of(SNOW, POWER), none, ACTORS)).isEmpty();
        assertThat(Fitting.fit(snow, List.of(SNOW), chosen, ACTORS))
                .as("a plan that is used no more")
                .isEmpty();
    }

    @Test
    void itHappensWhereTheSignalSaysOrWhereItComesFrom() {
        assertThat(places("polisen", "Brand i nacka och Täbys centrum")).containsExactly("nacka", "taby");
        assertThat(places("polisen", "Upplands Väsby")).containsExactly("upplands-vasby");
        assertThat(places("nacka", "Vattnet är borta")).containsExactly("nacka");
        assertThat(places("nacka", "Täby larmar")).containsExactly("taby");
        assertThat(places("polisen", "Elavbrott")).isEmpty();
        assertThat(places("polisen", "Hela Stockholms län, Polisregion Stockholm"))
                .isEmpty();
        assertThat(places("polisen", "Brand i Stockholm")).containsExactly("stockholm");
        assertThat(places("polisen", "Nackademin")).isEmpty();
    }

    private static List<String> places(String by, String title) {
        return Fitting.places(signal(by, title, null, null), NONE, ACTORS);
    }

    @Test
    void byPlaceAMunicipalityIsDirectlyConcernedOnlyWhereItHappens_C2() {
        var entry = new UUID(2, 2);
        var byPlace = says("Översvämning", List.of(), List.of(), true, false);
        var there = Fitting.propose(entry, byPlace, List.of("stockholm", "taby"), ACTORS);
        assertThat(there.directly()).containsExactly("lst", "stockholm", "taby");
        assertThat(there.indirectly()).containsExactly("nacka", "polisen");
        var anywhere = Fitting.propose(entry, byPlace, List.of(), ACTORS);
        assertThat(anywhere.directly()).containsExactly("lst", "nacka", "taby");
        assertThat(anywhere.indirectly()).containsExactly("polisen");
    }

    @Test
    void atOnceIsEveryMemberAndNobodyWhoIsThereNoMore() {
        var all =
                Fitting.propose(new UUID(2, 2), says("Attentat", List.of(), List.of(), false, true), List.of(), ACTORS);
        assertThat(all.actors()).containsExactly("lst", "nacka", "polisen", "stockholm", "taby", "upplands-vasby");
        assertThat(all.atOnce()).isTrue();
        var fewer = Fitting.propose(
                new UUID(2, 2), says("Attentat", List.of(), List.of(), false, false), List.of(), ACTORS.subList(0, 1));
        assertThat(fewer.actors()).containsExactly("lst");
    }
}
