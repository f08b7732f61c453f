package se.samlad.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.forum.Snow.AIRPORT;
import static se.samlad.forum.Snow.LST_CHEF;
import static se.samlad.forum.Snow.LST_TIB;
import static se.samlad.forum.Snow.POLICE_TIB;
import static se.samlad.forum.Snow.RSIB;
import static se.samlad.forum.Snow.TABY_SAK;
import static se.samlad.forum.Snow.TABY_TIB;
import static se.samlad.forum.Snow.as;
import static se.samlad.forum.Snow.call;
import static se.samlad.forum.Snow.form;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.Level;
import se.samlad.forum.Convening.Call;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.Plain;

class ConveningTest {

    private final Snow snow = Snow.storm();

    @Test
    void theCountyBoardAndTheConvenerAreAlwaysIn_I2() {
        var fact = Convening.regional(snow.scene(), as(RSIB), call(Level.COORDINATING, "polisen"));
        assertThat(fact.actors()).containsExactly("lst", "polisen", "ssr");
    }

    @Test
    void whoConvenesChairsAtFirst_I2() {
        var fact = Convening.regional(snow.scene(), as(LST_TIB), call(Level.COORDINATING, "polisen"));
        assertThat(fact.chair()).isEqualTo("lst/tib");
        assertThat(fact.inSteadOf()).isNull();
    }

    @Test
    void theDutyCoordinatorSaysOpenlyInWhoseStead_I4() {
        var fact = Convening.regional(snow.scene(), as(RSIB), call(Level.COORDINATING, "polisen"));
        assertThat(fact.inSteadOf()).isEqualTo("lst");
        assertThat(fact.chair()).isEqualTo("ssr/rsib");
    }

    @Test
    void outsidersCanBeCalled_A8() {
        assertThat(Convening.regional(snow.scene(), as(LST_TIB), call(Level.COORDINATING, "flygplats"))
                        .actors())
                .contains("flygplats");
    }

    @Test
    void oneOpenForumPerRegionalLevel_F1() {
        var id = snow.convened(LST_TIB, call(Level.COORDINATING, "polisen"));
        refused("forum.already", () -> Convening.regional(snow.scene(), as(LST_TIB), call(Level.COORDINATING, "taby")));
        assertThat(Convening.regional(snow.scene(), as(LST_CHEF), call(Level.DIRECTING, "taby")))
                .isNotNull();
        snow.then(LST_TIB, id, new ForumFact.Closed("Klart"));
        assertThat(Convening.regional(snow.scene(), as(LST_TIB), call(Level.COORDINATING, "taby")))
                .isNotNull();
    }

    @Test
    void severalExecutingForumsAtOnce_F6() {
        snow.convened(POLICE_TIB, form("Ledningscentraler", "taby"));
        snow.convened(TABY_SAK, form("Norrort", "nacka"));
        assertThat(snow.there().open()).hasSize(2);
    }

    @Test
    void anExecutingForumIsFormedWithoutLeave_F6() {
        var fact = Convening.executing(snow.scene(), as(TABY_SAK), form("Norrort", "nacka"));
        assertThat(fact.actors()).containsExactly("nacka", "taby");
        assertThat(fact.chair()).isEqualTo("taby/sakchef");
        assertThat(fact.inSteadOf()).isNull();
    }

    @Test
    void anExecutingForumHasAName_F6() {
        refused("text.missing", () -> Convening.executing(snow.scene(), as(TABY_SAK), form(" ", "nacka")));
    }

    @Test
    void onlyWhoMayConveneOpensTheIncidentToAnOutsider_A8() {
        notMandated(
                "forum.outsider", () -> Convening.executing(snow.scene(), as(TABY_SAK), form("Norrort", "flygplats")));
        assertThat(Convening.executing(snow.scene(), as(LST_TIB), form("Flyg", "flygplats"))
                        .actors())
                .contains("flygplats");
    }

    @Test
    void whoSitsInAForumTakesPart_A8() {
        snow.convened(LST_TIB, call(Level.COORDINATING, "flygplats"));
        assertThat(Convening.executing(snow.scene(), as(TABY_SAK), form("Flyg", "flygplats"))
                        .actors())
                .contains("flygplats");
        assertThat(Convening.executing(snow.scene(), as(AIRPORT), form("Flyg", "taby"))
                        .chair())
                .isEqualTo("flygplats/drift");
    }

    @Test
    void aNarrowedIncidentIsNotWidenedByThoseInIt_S1() {
        var narrow = Snow.openTo("actor:lst", "actor:polisen", "actor:ssr");
        notMandated("forum.outsider", () -> Convening.executing(narrow.scene(), as(POLICE_TIB), form("Stab", "taby")));
        assertThat(Convening.executing(narrow.scene(), as(POLICE_TIB), form("Stab", "lst", "ssr"))
                        .actors())
                .containsExactly("lst", "polisen", "ssr");
    }

    @Test
    void somebodyIsCalledAndExists_F3() {
        refused("forum.nobody", () -> Convening.regional(snow.scene(), as(LST_TIB), call(Level.COORDINATING)));
        refused("forum.nobody", () -> Convening.executing(snow.scene(), as(TABY_TIB), form("Norrort")));
        refused(
                "forum.no-such-actor",
                () -> Convening.regional(snow.scene(), as(LST_TIB), call(Level.COORDINATING, "atlantis")));
        refused(
                "forum.no-such-actor",
                () -> Convening.regional(
                        snow.scene(), as(LST_TIB), call(Level.COORDINATING, "x".repeat(1_000_000) + "\u202e")));
    }

    @Test
    void listsAreBoundedAndHoldNoHoles() {
        var many = new String[501];
        for (int i = 0; i < many.length; i++) many[i] = "a" + i;
        refused("forum.too-many", () -> Convening.regional(snow.scene(), as(LST_TIB), call(Level.COORDINATING, many)));
        refused("forum.no-such-actor", () -> Forums.codes(Collections.singletonList(null)));
    }

    @Test
    void sameActorTwiceIsOnce() {
        assertThat(Convening.regional(snow.scene(), as(LST_TIB), call(Level.COORDINATING, "taby", "taby"))
                        .actors())
                .containsExactly("lst", "taby");
    }

    @Test
    void weighedActorsAreCalledAsTheyAreAffected_F3() {
        snow.weighed("polisen", Concern.DIRECT)
                .weighed("region/trafik", Concern.DIRECT)
                .weighed("region/vard", Concern.INDIRECT)
                .weighed("taby", Concern.INDIRECT);
        var fact = Convening.regional(
                snow.scene(), as(LST_TIB), call(Level.COORDINATING, "polisen", "region", "taby", "nacka"));
        assertThat(fact.directly()).containsExactly("polisen", "region");
        assertThat(fact.indirectly()).containsExactly("taby");
    }

    @Test
    void thoseWeighedAsAffectedAreSuggested_I2() {
        assertThat(Convening.suggested(snow.incident(), null, Set.of("taby", "nacka"), "lst"))
                .containsExactly("lst", "nacka", "taby");
        snow.weighed("region/vard", Concern.INDIRECT).weighed("nacka", Concern.NONE);
        assertThat(Convening.suggested(snow.incident(), null, Set.of("taby", "nacka"), "lst"))
                .containsExactly("lst", "region");
    }

    @Test
    void afterStandDownNoForumIsConvened_I5() {
        snow.stoodDown();
        refused(
                "incident.ended",
                () -> Convening.regional(snow.scene(), as(LST_TIB), call(Level.COORDINATING, "taby")));
        refused("incident.ended", () -> Convening.executing(snow.scene(), as(TABY_TIB), form("Norrort", "nacka")));
        refused("incident.ended", () -> Convening.initiate(snow.scene(), null, as(TABY_TIB), Level.DIRECTING, "Nu"));
    }

    @Test
    void itMeetsAheadAndWithinAYear() {
        var now = snow.scene().now();
        refused("forum.next-past", () -> meeting(now.minus(Duration.ofMinutes(3)), null));
        refused("forum.next-far", () -> meeting(now.plus(Duration.ofDays(400)), null));
        refused("forum.next-far", () -> meeting(Instant.MAX, null));
        refused("forum.next-past", () -> meeting(Instant.MIN, null));
        refused("text.too-long", () -> meeting(null, "9".repeat(Plain.TITLE + 1)));
        assertThat(meeting(now.plus(Duration.ofMinutes(20)), " 08-12 34 \n 56 ").reach())
                .isEqualTo("08-12 34 56");
    }

    private ForumFact.Convened meeting(@Nullable Instant at, @Nullable String reach) {
        var call = new Call(
                Level.COORDINATING, List.of("taby"), null, null, null, new Forum.Meeting(at, reach), null, null, null);
        return Convening.regional(snow.scene(), as(LST_TIB), call);
    }

    @Test
    void aRunningForumAsksForAnother_F2() {
        var id = snow.convened(LST_TIB, call(Level.COORDINATING, "taby"));
        var forum = snow.forum(id);
        assertThat(Convening.initiate(snow.scene(), forum, as(LST_TIB), Level.DIRECTING, "Räcker inte"))
                .isEqualTo(new ForumFact.Initiated(id, Level.DIRECTING, "Räcker inte", true));
        assertThat(Convening.initiate(snow.scene(), forum, as(TABY_TIB), Level.DIRECTING, "Räcker inte")
                        .byForum())
                .isFalse();
        notMandated(
                "forum.not-seated",
                () -> Convening.initiate(snow.scene(), forum, as(POLICE_TIB), Level.DIRECTING, "Räcker inte"));
        refused("text.missing", () -> Convening.initiate(snow.scene(), forum, as(TABY_TIB), Level.DIRECTING, " "));
        refused(
                "forum.already",
                () -> Convening.initiate(snow.scene(), forum, as(TABY_TIB), Level.COORDINATING, "En till"));
        refused("forum.form-it", () -> Convening.initiate(snow.scene(), forum, as(TABY_TIB), Level.EXECUTING, "Stab"));
    }

    @Test
    void whatIsAskedForWaitsUntilItIsConvenedOrAnswered_I2() {
        var asked = new ForumFact.Initiated(null, Level.DIRECTING, "Skolorna", false);
        snow.then(TABY_TIB, Snow.STORM, asked);
        assertThat(snow.there().asked()).containsOnlyKeys(Level.DIRECTING);
        refused(
                "forum.asked-already",
                () -> Convening.initiate(snow.scene(), null, as(POLICE_TIB), Level.DIRECTING, "Igen"));
        snow.convened(LST_TIB, call(Level.COORDINATING, "taby"));
        assertThat(snow.there().asked()).containsOnlyKeys(Level.DIRECTING);
        snow.convened(LST_CHEF, call(Level.DIRECTING, "taby"));
        assertThat(snow.there().asked()).isEmpty();
    }

    @Test
    void notConveningNeedsAReasonedAnswer_I2() {
        snow.then(TABY_TIB, Snow.STORM, new ForumFact.Initiated(null, Level.DIRECTING, "Skolorna", false));
        notMandated(
                "incident.convene-mandate",
                () -> Convening.decline(snow.incident(), as(TABY_TIB), Level.DIRECTING, "Nej"));
        refused("text.missing", () -> Convening.decline(snow.incident(), as(RSIB), Level.DIRECTING, null));
        snow.then(RSIB, Snow.STORM, Convening.decline(snow.incident(), as(RSIB), Level.DIRECTING, "Räcker så här"));
        assertThat(snow.there().asked()).isEmpty();
    }

    @Test
    void anExecutingForumIsRaised_F6() {
        var id = snow.convened(TABY_SAK, form("Norrort", "nacka"));
        var raised = Convening.raise(snow.scene(), snow.forum(id), as(RSIB), "Växer");
        assertThat(raised.actors()).containsExactly("lst", "ssr");
        assertThat(raised.inSteadOf()).isEqualTo("lst");
        snow.then(TABY_TIB, Snow.STORM, new ForumFact.Initiated(id, Level.COORDINATING, "Växer", false))
                .then(RSIB, id, raised);
        var forum = snow.forum(id);
        assertThat(forum.level()).isEqualTo(Level.COORDINATING);
        assertThat(forum.chair()).isEqualTo("ssr/rsib");
        assertThat(forum.seats().actors()).containsExactly("lst", "nacka", "ssr", "taby");
        assertThat(snow.there().asked()).isEmpty();
        refused("forum.raise-level", () -> Convening.raise(snow.scene(), forum, as(RSIB), "Igen"));
    }

    @Test
    void nothingIsRaisedToALevelThatIsTaken_F6() {
        var id = snow.convened(TABY_SAK, form("Norrort", "nacka"));
        snow.convened(LST_TIB, call(Level.COORDINATING, "taby"));
        refused("forum.already", () -> Convening.raise(snow.scene(), snow.forum(id), as(LST_TIB), "Växer"));
    }
}
