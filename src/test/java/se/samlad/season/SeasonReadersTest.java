package se.samlad.season;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.acting;
import static se.samlad.given.Given.minute;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.given.Given;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;
import se.samlad.season.SeasonFact.Asked;
import se.samlad.season.SeasonFact.Frame;
import se.samlad.season.SeasonFact.Group;
import se.samlad.season.SeasonFact.Kind;
import se.samlad.season.SeasonFact.With;

/** Who reads a season, whatever is done in whatever order; and that each answers for itself alone (A4, D5, F5). */
class SeasonReadersTest {

    private static final UUID ID = new UUID(9, 1);
    private static final String COUNTY = "lst";
    private static final Acting HOST =
            acting("haninge", "sakchef", Level.EXECUTING, null, Mandate.REPORT, Mandate.INVITE);
    private static final List<String> ACTORS = List.of("polisen", "sbff", COUNTY, "nacka");
    private static final List<Acting> ALL = ACTORS.stream()
            .map(code -> acting(code, "tib", Level.COORDINATING, null, Mandate.REPORT, Mandate.STANCE))
            .toList();

    /** What has been done, anew for each try. */
    private Given given = new Given(ID);

    private Grants grants = Grants.NONE;

    @BeforeTry
    @BeforeEach
    void begun() {
        given = new Given(ID);
        grants = Grants.NONE;
        var as = new Frame("Vintern", Kind.WINTER, 2026, null, minute(9_000), null, null, null);
        by(HOST, ID, new SeasonFact.Begun(as, null));
    }

    private void by(Acting who, UUID subject, SeasonFact fact) {
        var id = given.count() == 0 ? ID : given.nextId();
        var entry = given.add(
                id, subject, who.by(), fact, Given.Envelope.at(minute(given.count()), Labels.of("season:" + ID)));
        for (var grant : SeasonRoom.grants(grants, entry)) grants = grants.with(grant);
    }

    private Season season() {
        return given.fold(Season.Held.VIEW).find(ID).orElseThrow();
    }

    private boolean reads(String actor) {
        var function = new Function(actor, "tib", "tib", "tib", Level.COORDINATING, Set.of(Mandate.REPORT), null, null);
        return acting(function).viewer().under(grants).holds("season:" + ID);
    }

    private boolean membersRead() {
        return grants.holders("season:" + ID).contains("members");
    }

    /** One of the host's acts, by a number; what the rule refuses is not done. */
    private void done(int act) {
        var season = season();
        var actor = ACTORS.get(act % ACTORS.size());
        try {
            switch (act / ACTORS.size()) {
                case 0 -> {
                    var said = new Inviting.Guest(actor, null, null, Group.OUTSIDE);
                    by(HOST, ID, Inviting.invite(season, HOST, said, (code, unit) -> true));
                }
                case 1 -> {
                    var one = season.there().stream()
                            .filter(each -> actor.equals(each.as().actor()))
                            .findFirst();
                    if (one.isPresent())
                        by(HOST, one.get().id(), Inviting.leave(season, one.get(), HOST, "Är inte med", COUNTY));
                }
                default -> by(HOST, ID, Inviting.share(season, HOST, With.values()[act % 3], COUNTY));
            }
        } catch (Refused no) {
            // it takes part already
        }
    }

    /** The model: the host, who takes part now, and whom the host lets read it now. Nobody else, and no less. */
    @Property
    void itIsReadByWhoTakesPartAndWhomTheHostLets_F5(@ForAll @Size(max = 14) List<@IntRange(max = 11) Integer> acts) {
        for (int act : acts) {
            done(act);
            var season = season();
            var there = new HashSet<String>();
            season.there()
                    .forEach(one -> there.add(Objects.requireNonNull(one.as().actor())));
            for (var actor : ACTORS) {
                boolean let = actor.equals(COUNTY) && season.with() == With.COUNTY;
                assertThat(reads(actor)).as(actor + " after " + acts).isEqualTo(there.contains(actor) || let);
            }
            assertThat(reads("haninge")).isTrue();
            assertThat(membersRead()).isEqualTo(season.with() == With.MEMBERS);
        }
    }

    /** Whoever answers whatever for whomever: an actor's answers and stances stand in its own name (A4). */
    @Property
    void whatStandsAsAnActorsIsItsOwn_A4(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> who, @ForAll @IntRange(max = 3) int first) {
        for (int i = 0; i <= first; i++) done(i);
        by(HOST, ID, new SeasonFact.Worded("Alla nås", List.of(), List.of(), List.of()));
        for (int each : who) {
            var by = ALL.get(each);
            var season = season();
            for (var one : season.there())
                notMandated("season.own-words", () -> Answering.note(season, one, HOST, five("x"), Map.of()));
            var mine = season.of(by.function());
            if (mine.isEmpty()) {
                notMandated("season.not-asked", () -> Answering.own(season, by));
                notMandated("season.not-asked", () -> Answering.stand(season, by, null, Stance.ACCEPTS, null));
                continue;
            }
            by(by, mine.get().id(), Answering.answer(season, mine.get(), five("Vi " + by.actor()), Map.of()));
            by(by, mine.get().id(), Answering.stand(season(), by, null, Stance.ACCEPTS, null));
        }
        for (var one : season().there()) {
            one.answers()
                    .forEach(a -> assertThat(a.by().actor()).isEqualTo(one.as().actor()));
            var stood = one.stood();
            if (stood != null) assertThat(stood.by().actor()).isEqualTo(one.as().actor());
        }
    }

    private static Answering.Five five(String needs) {
        return new Answering.Five("Sand", null, needs, null, "");
    }

    /** What the last season said is told of where something else is said now, and nowhere else (D5). */
    @Property
    void whatHasChangedIsWhatIsSaidOtherwise_D5(
            @ForAll @IntRange(max = 2) int now, @ForAll @IntRange(max = 2) int before) {
        done(0);
        var said = List.of("", "Väg 73 öppen", "Väg 73 och 227 öppna");
        Map<Asked, String> last = before == 0
                ? Map.of(Asked.PREPARATIONS, "Sand")
                : Map.of(Asked.PREPARATIONS, "Sand", Asked.NEEDS, said.get(before));
        var one = season().there().getFirst();
        var answered = Answering.answer(season(), one, five(said.get(now)), last);
        assertThat(answered.was().containsKey(Asked.NEEDS)).isEqualTo(now != before);
        assertThat(answered.was().keySet()).isSubsetOf(Asked.NEEDS);
        assertThat(answered.was().getOrDefault(Asked.NEEDS, said.get(before))).isEqualTo(said.get(before));
        assertThat(Answering.answer(season(), one, five(said.get(now)), Map.of())
                        .was())
                .isEmpty();
    }

    @Test
    void anAnswerToAnEarlierWordingCountsNoMore_A4() {
        done(0);
        var police = ALL.getFirst();
        by(HOST, ID, new SeasonFact.Worded("Alla nås", List.of(), List.of(), List.of()));
        var first = Objects.requireNonNull(season().direction()).entry();
        var one = season().there().getFirst();
        by(police, one.id(), Answering.stand(season(), police, first, Stance.ACCEPTS, null));
        by(HOST, ID, new SeasonFact.Worded("Nästan alla nås", List.of(), List.of(), List.of()));
        var next = Objects.requireNonNull(season().direction()).entry();
        assertThat(season().there().getFirst().standsOn(next)).isEmpty();
        refused("season.reworded", () -> Answering.stand(season(), police, first, Stance.ACCEPTS, null));
        refused("text.missing", () -> Answering.stand(season(), police, next, Stance.ADAPTS, " "));
        by(HOST, ID, new SeasonFact.Closed("Våren är här"));
        refused("season.over", () -> Answering.stand(season(), police, next, Stance.ACCEPTS, null));
        refused("season.over", () -> Answering.answer(season(), one, five("Sand"), Map.of()));
    }

    @Test
    void aUnitAnswersForItselfAndTheWholeForTheRest_A6() {
        var said = new Inviting.Guest("region/trafik", null, null, null);
        by(HOST, ID, Inviting.invite(season(), HOST, said, (code, unit) -> true));
        refused("season.there-already", () -> Inviting.invite(season(), HOST, said, (code, unit) -> true));
        var whole = acting("region", "tib", Level.COORDINATING, null, Mandate.STANCE);
        var unit = acting("region", "trafik", Level.COORDINATING, "trafik", Mandate.STANCE);
        assertThat(season().of(whole.function())).isEmpty();
        assertThat(season().of(unit.function())).isPresent();
        by(HOST, ID, Inviting.invite(season(), HOST, new Inviting.Guest("region", null, null, null), (c, u) -> true));
        assertThat(season().of(whole.function()).orElseThrow().as().unit()).isNull();
        assertThat(season().of(unit.function()).orElseThrow().as().unit()).isEqualTo("trafik");
        by(
                HOST,
                season().there().getFirst().id(),
                Inviting.leave(season(), season().there().getFirst(), HOST, "Nej", COUNTY));
        assertThat(reads("region")).isTrue();
    }
}
