package se.samlad.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.forum.Snow.*;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.forum.ForumFact.Affected;
import se.samlad.forum.Leading.Change;

class LeadingTest {

    private final Snow snow = Snow.storm();
    private final UUID id = snow.convened(LST_TIB, call(Level.COORDINATING, "polisen", "region", "taby", "flygplats"));

    @Test
    void actorsAreCalledInAndReleasedWithTheReason_F3() {
        var change = new Change(List.of("nacka"), List.of("flygplats"), Affected.INDIRECTLY, "Planen går");
        assertThat(compose(LST_TIB, change))
                .containsExactly(
                        new ForumFact.CalledIn(List.of("nacka"), Affected.INDIRECTLY, "Planen går"),
                        new ForumFact.Released(List.of("flygplats"), "Planen går"));
        snow.then(LST_TIB, id, compose(LST_TIB, change).toArray(ForumFact[]::new));
        var seats = snow.forum(id).seats();
        assertThat(seats.actors()).containsExactly("lst", "nacka", "polisen", "region", "taby");
        assertThat(seats.left().get("flygplats").reason()).isEqualTo("Planen går");
        assertThat(seats.in().get("nacka").affected()).isEqualTo(Affected.INDIRECTLY);
    }

    @Test
    void weighingIsSeenEvenWhereNobodyIsCalled_F3() {
        assertThat(compose(LST_STAB, change(List.of(), List.of(), "Räcker till kvällen")))
                .containsExactly(new ForumFact.NeedWeighed("Räcker till kvällen"));
        refused("text.missing", () -> compose(LST_TIB, change(List.of(), List.of(), null)));
        snow.then(LST_TIB, id, new ForumFact.NeedWeighed("Räcker till kvällen"));
        assertThat(snow.forum(id).course().weighed())
                .extracting(Forum.Said::text)
                .isEqualTo("Räcker till kvällen");
    }

    @Test
    void releasingNeedsAReason_F3() {
        refused("text.missing", () -> compose(LST_TIB, change(List.of(), List.of("taby"), " ")));
    }

    @Test
    void compositionIsChangedByWhoChairsOrMayConvene_F3() {
        var more = change(List.of("nacka"), List.of(), "Behövs");
        notMandated("forum.lead", () -> compose(POLICE_TIB, more));
        notMandated("forum.lead", () -> compose(LST_STAB, more));
        assertThat(compose(RSIB, more)).hasSize(1);
        assertThat(compose(LST_CHEF, more)).hasSize(1);
        snow.then(LST_TIB, id, new ForumFact.ChairPassed("region/tib", "Mest kvar"));
        assertThat(compose(REGION_TIB, more)).hasSize(1);
        assertThat(compose(LST_TIB, more)).hasSize(1);
    }

    @Test
    void anActorReleasesItselfButNobodyElse_A4() {
        assertThat(compose(TABY_TIB, change(List.of(), List.of("taby"), "Klara")))
                .hasSize(1);
        notMandated("forum.lead", () -> compose(TABY_TIB, change(List.of(), List.of("polisen"), "Klara")));
        notMandated("forum.lead", () -> compose(TABY_TIB, change(List.of(), List.of("taby", "polisen"), "Klara")));
        notMandated("forum.lead", () -> compose(TABY_TIB, change(List.of("nacka"), List.of("taby"), "Byte")));
    }

    @Test
    void theCountyBoardTheJointFunctionsAndTheChairStay_I2() {
        snow.then(LST_TIB, id, new ForumFact.ChairPassed("region/tib", "Mest kvar"));
        snow.then(LST_TIB, id, new ForumFact.CalledIn(List.of("ssr"), null, null));
        refused("forum.stays", () -> compose(LST_TIB, change(List.of(), List.of("lst"), "Klara")));
        refused("forum.stays", () -> compose(LST_TIB, change(List.of(), List.of("region"), "Klara")));
        refused("forum.stays", () -> compose(LST_TIB, change(List.of(), List.of("ssr"), "Klara")));
    }

    @Test
    void nobodyIsCalledTwiceOrReleasedFromWhereItIsNot_F3() {
        refused("forum.already-in", () -> compose(LST_TIB, change(List.of("taby"), List.of(), null)));
        refused("forum.not-in", () -> compose(LST_TIB, change(List.of(), List.of("nacka"), "Klara")));
        refused("forum.both-ways", () -> compose(LST_TIB, change(List.of("nacka"), List.of("nacka"), "Byte")));
        refused("forum.no-such-actor", () -> compose(LST_TIB, change(List.of("atlantis"), List.of(), null)));
        refused("forum.no-such-actor", () -> compose(LST_TIB, change(List.of(), List.of("atlantis"), "Bort")));
    }

    @Test
    void howOneIsAffectedCanBeWeighedAnew_F3() {
        var anew = new Change(List.of("taby"), List.of(), Affected.INDIRECTLY, "Vinden vrider");
        var since = snow.forum(id).seats().in().get("taby").since();
        snow.then(LST_TIB, id, compose(LST_TIB, anew).toArray(ForumFact[]::new));
        var seat = snow.forum(id).seats().in().get("taby");
        assertThat(seat.affected()).isEqualTo(Affected.INDIRECTLY);
        assertThat(seat.since()).isEqualTo(since);
        refused("forum.already-in", () -> compose(LST_TIB, anew));
    }

    @Test
    void anExecutingForumIsLedByItsOwn_F6() {
        var own = snow.convened(TABY_SAK, form("Norrort", "nacka"));
        var more = change(List.of("polisen"), List.of(), null);
        assertThat(Leading.compose(snow.scene(), snow.forum(own), as(TABY_TIB), more))
                .hasSize(1);
        notMandated("forum.lead", () -> Leading.compose(snow.scene(), snow.forum(own), as(LST_TIB), more));
        notMandated(
                "forum.outsider",
                () -> Leading.compose(
                        Snow.storm().scene(),
                        snow.forum(own),
                        as(TABY_TIB),
                        change(List.of("flygplats"), List.of(), null)));
    }

    @Test
    void whoMayConveneEndsAnOutsidersSightInAnyForum_A8() {
        var own = snow.convened(AIRPORT, form("Flyg", "taby"));
        notMandated("forum.lead", () -> release(own, POLICE_TIB, "flygplats"));
        notMandated("forum.lead", () -> release(own, LST_TIB, "taby"));
        notMandated("forum.lead", () -> release(own, LST_TIB, "taby", "flygplats"));
        snow.then(LST_TIB, own, release(own, LST_TIB, "flygplats").toArray(ForumFact[]::new));
        assertThat(snow.forum(own).seats().actors()).containsExactly("taby");
        assertThat(Leading.close(snow.scene(), snow.forum(own), as(LST_TIB), "Klart"))
                .isNotNull();
    }

    private List<ForumFact> release(UUID forum, Function by, String... actors) {
        return Leading.compose(snow.scene(), snow.forum(forum), as(by), change(List.of(), List.of(actors), "Klart"));
    }

    @Test
    void theChairPassesToAFunctionOnItsLevel_A6() {
        assertThat(pass(LST_TIB, "region/tib")).isEqualTo(new ForumFact.ChairPassed("region/tib", "Mest kvar"));
        refused("forum.chair-level", () -> pass(LST_TIB, "polisen/chef"));
        refused("forum.chair-level", () -> pass(LST_TIB, "polisen/rlc"));
        refused("forum.chair-level", () -> pass(LST_TIB, "region/trafik"));
    }

    @Test
    void theChairPassesToAMemberInTheForum_I2() {
        refused("forum.chair-not-member", () -> pass(LST_TIB, "flygplats/drift"));
        refused("forum.chairs-already", () -> pass(LST_TIB, "lst/tib"));
        refused("forum.no-such-function", () -> pass(LST_TIB, "nacka/tib"));
        refused("forum.no-such-function", () -> pass(LST_TIB, null));
        snow.then(LST_TIB, id, new ForumFact.Released(List.of("region"), "Klara"));
        refused("forum.not-in", () -> pass(LST_TIB, "region/tib"));
    }

    @Test
    void theDutyCoordinatorTakesTheChairInTheBoardsStead_I4() {
        assertThat(pass(RSIB, "ssr/rsib").function()).isEqualTo("ssr/rsib");
        var own = snow.convened(TABY_SAK, form("Norrort", "nacka"));
        refused(
                "forum.not-in",
                () -> Leading.pass(snow.scene(), snow.forum(own), as(TABY_SAK), "ssr/rsib", "Mest kvar"));
    }

    @Test
    void theChairIsPassedByWhoChairsOrMayConvene_I2() {
        notMandated("forum.lead", () -> pass(REGION_TIB, "region/tib"));
        refused("text.missing", () -> Leading.pass(snow.scene(), snow.forum(id), as(LST_TIB), "region/tib", ""));
        snow.then(LST_TIB, id, pass(LST_TIB, "region/tib"));
        assertThat(snow.forum(id).sitting().chairedBy(as(REGION_TIB))).isTrue();
        assertThat(snow.forum(id).sitting().chairedBy(as(LST_TIB))).isFalse();
        assertThat(pass(REGION_TIB, "taby/tib").function()).isEqualTo("taby/tib");
        assertThat(pass(LST_CHEF, "lst/tib").function()).isEqualTo("lst/tib");
    }

    @Test
    void eachActorAcknowledgesOnceForItself_I3() {
        assertThat(acknowledge(TABY_TIB)).isEqualTo(new ForumFact.Acknowledged(id));
        snow.then(TABY_TIB, UUID.randomUUID(), acknowledge(TABY_TIB));
        refused("forum.acknowledged-already", () -> acknowledge(TABY_TIB));
        notMandated("forum.not-seated", () -> acknowledge(RSIB));
    }

    @Test
    void theConvenersActorNeedNotAcknowledge_I3() {
        refused("forum.acknowledged-already", () -> acknowledge(LST_TIB));
        assertThat(Summary.Clock.of(snow.incident(), snow.there()))
                .extracting(Summary.Clock::acknowledged, Summary.Clock::called)
                .containsExactly(1, 5);
    }

    @Test
    void theCallIsAnsweredOnItsLevelOrByADeputy_A6() {
        assertThat(acknowledge(POLICE_TIB)).isNotNull();
        assertThat(acknowledge(POLICE_RLC)).isNotNull();
        assertThat(acknowledge(AIRPORT)).isNotNull();
        notMandated("forum.answers", () -> acknowledge(POLICE_CHEF));
        notMandated("forum.answers", () -> acknowledge(TABY_SAK));
        notMandated("forum.answers", () -> acknowledge(TRAFFIC));
        var directing = snow.convened(LST_CHEF, call(Level.DIRECTING, "polisen", "flygplats"));
        assertThat(Leading.acknowledge(snow.scene(), snow.forum(directing), as(AIRPORT), false))
                .isNotNull();
        assertThat(Leading.acknowledge(snow.scene(), snow.forum(directing), as(POLICE_CHEF), false))
                .isNotNull();
    }

    @Test
    void theClockRunsUntilTheyAreInConference_I3() {
        assertThat(snow.clock().gatheredAt()).isNull();
        assertThat(snow.clock().notifiedAt()).isAfter(snow.clock().signalledAt());
        notMandated("forum.lead", () -> Leading.gather(snow.scene(), snow.forum(id), as(TABY_TIB)));
        snow.then(RSIB, id, Leading.gather(snow.scene(), snow.forum(id), as(RSIB)));
        assertThat(snow.clock().gatheredAt()).isAfter(snow.clock().notifiedAt());
        refused("forum.gathered-already", () -> Leading.gather(snow.scene(), snow.forum(id), as(LST_TIB)));
    }

    @Test
    void nextTimeAndLineCanChangeEachByItself() {
        var at = snow.scene().now().plusSeconds(3600);
        snow.then(LST_TIB, id, Leading.next(snow.scene(), snow.forum(id), as(LST_TIB), at, "08-12 34 56"));
        snow.then(LST_TIB, id, Leading.next(snow.scene(), snow.forum(id), as(LST_TIB), at.plusSeconds(3600), null));
        assertThat(snow.forum(id).next()).isEqualTo(new Forum.Meeting(at.plusSeconds(3600), "08-12 34 56"));
        snow.then(LST_TIB, id, Leading.next(snow.scene(), snow.forum(id), as(LST_TIB), null, "Rakel 7"));
        assertThat(snow.forum(id).next()).isEqualTo(new Forum.Meeting(at.plusSeconds(3600), "Rakel 7"));
        refused("forum.next-missing", () -> Leading.next(snow.scene(), snow.forum(id), as(LST_TIB), null, " "));
        notMandated("forum.lead", () -> Leading.next(snow.scene(), snow.forum(id), as(TABY_TIB), at, null));
    }

    @Test
    void theDirectingForumSetsTheFrame_F4() {
        refused("forum.frame-level", () -> Leading.frame(snow.scene(), snow.forum(id), as(LST_TIB), "Ram"));
        var directing = snow.convened(LST_CHEF, call(Level.DIRECTING, "polisen"));
        notMandated("forum.frame-whose", () -> Leading.frame(snow.scene(), snow.forum(directing), as(LST_TIB), "Ram"));
        refused("text.missing", () -> Leading.frame(snow.scene(), snow.forum(directing), as(LST_CHEF), ""));
        snow.then(
                LST_CHEF,
                directing,
                Leading.frame(snow.scene(), snow.forum(directing), as(LST_CHEF), "Liv och hälsa först"));
        assertThat(snow.there().frame().orElseThrow().text()).isEqualTo("Liv och hälsa först");
        snow.then(LST_CHEF, directing, new ForumFact.Closed("Klart"));
        assertThat(snow.there().frame()).isEmpty();
    }

    @Test
    void aClosedForumIsNotLedButStillReleases_F3() {
        notMandated("forum.lead", () -> Leading.close(snow.scene(), snow.forum(id), as(TABY_TIB), "Klart"));
        refused("text.missing", () -> Leading.close(snow.scene(), snow.forum(id), as(LST_TIB), null));
        snow.then(LST_TIB, id, Leading.close(snow.scene(), snow.forum(id), as(LST_TIB), "Klart"));
        refused("forum.closed", () -> Leading.close(snow.scene(), snow.forum(id), as(LST_TIB), "Igen"));
        refused("forum.closed", () -> compose(LST_TIB, change(List.of("nacka"), List.of(), null)));
        refused("forum.closed", () -> compose(LST_TIB, change(List.of("nacka"), List.of("taby"), "Byte")));
        refused("forum.closed", () -> compose(LST_TIB, change(List.of(), List.of(), "Vägt")));
        refused("forum.closed", () -> acknowledge(TABY_TIB));
        refused("forum.closed", () -> pass(LST_TIB, "region/tib"));
        assertThat(compose(LST_TIB, change(List.of(), List.of("flygplats"), "Klart")))
                .hasSize(1);
    }

    @Test
    void standDownClosesAllAndNothingMoreIsDecided_I5() {
        var own = snow.convened(TABY_SAK, form("Norrort", "nacka"));
        snow.stoodDown();
        assertThat(snow.there().open()).isEmpty();
        assertThat(snow.forum(own).course().closed())
                .extracting(Forum.Said::text)
                .isEqualTo("Över");
        refused("incident.ended", () -> compose(LST_TIB, change(List.of(), List.of("taby"), "Klart")));
        refused("incident.ended", () -> pass(LST_TIB, "region/tib"));
        refused("incident.ended", () -> acknowledge(TABY_TIB));
        refused("incident.ended", () -> Leading.gather(snow.scene(), snow.forum(id), as(LST_TIB)));
        refused("incident.ended", () -> Leading.next(snow.scene(), snow.forum(id), as(LST_TIB), null, "1"));
        refused("incident.ended", () -> Leading.frame(snow.scene(), snow.forum(id), as(LST_TIB), "Ram"));
        refused("incident.ended", () -> Leading.close(snow.scene(), snow.forum(id), as(LST_TIB), "Klart"));
        refused("incident.ended", () -> Convening.raise(snow.scene(), snow.forum(own), as(LST_TIB), "Växer"));
    }

    private List<ForumFact> compose(Function by, Change change) {
        return Leading.compose(snow.scene(), snow.forum(id), as(by), change);
    }

    private ForumFact.ChairPassed pass(Function by, @Nullable String to) {
        return Leading.pass(snow.scene(), snow.forum(id), as(by), to, "Mest kvar");
    }

    private ForumFact.Acknowledged acknowledge(Function by) {
        return Leading.acknowledge(snow.scene(), snow.forum(id), as(by), false);
    }
}
