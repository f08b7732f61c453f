package se.samlad.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.samlad.forum.Snow.*;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.NotMandated;
import se.samlad.forum.ForumFact.Affected;
import se.samlad.forum.Leading.Change;
import se.samlad.journal.Refused;

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
        refused(() -> compose(LST_TIB, change(List.of(), List.of(), null)), "text.missing");
        snow.then(LST_TIB, id, new ForumFact.NeedWeighed("Räcker till kvällen"));
        assertThat(snow.forum(id).course().weighed())
                .extracting(Forum.Said::text)
                .isEqualTo("Räcker till kvällen");
    }

    @Test
    void releasingNeedsAReason_F3() {
        refused(() -> compose(LST_TIB, change(List.of(), List.of("taby"), " ")), "text.missing");
    }

    @Test
    void compositionIsChangedByWhoChairsOrMayConvene_F3() {
        var more = change(List.of("nacka"), List.of(), "Behövs");
        notMandated(() -> compose(POLICE_TIB, more), "forum.lead");
        notMandated(() -> compose(LST_STAB, more), "forum.lead");
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
        notMandated(() -> compose(TABY_TIB, change(List.of(), List.of("polisen"), "Klara")), "forum.lead");
        notMandated(() -> compose(TABY_TIB, change(List.of(), List.of("taby", "polisen"), "Klara")), "forum.lead");
        notMandated(() -> compose(TABY_TIB, change(List.of("nacka"), List.of("taby"), "Byte")), "forum.lead");
    }

    @Test
    void theCountyBoardTheJointFunctionsAndTheChairStay_I2() {
        snow.then(LST_TIB, id, new ForumFact.ChairPassed("region/tib", "Mest kvar"));
        snow.then(LST_TIB, id, new ForumFact.CalledIn(List.of("ssr"), null, null));
        refused(() -> compose(LST_TIB, change(List.of(), List.of("lst"), "Klara")), "forum.stays");
        refused(() -> compose(LST_TIB, change(List.of(), List.of("region"), "Klara")), "forum.stays");
        refused(() -> compose(LST_TIB, change(List.of(), List.of("ssr"), "Klara")), "forum.stays");
    }

    @Test
    void nobodyIsCalledTwiceOrReleasedFromWhereItIsNot_F3() {
        refused(() -> compose(LST_TIB, change(List.of("taby"), List.of(), null)), "forum.already-in");
        refused(() -> compose(LST_TIB, change(List.of(), List.of("nacka"), "Klara")), "forum.not-in");
        refused(() -> compose(LST_TIB, change(List.of("nacka"), List.of("nacka"), "Byte")), "forum.both-ways");
        refused(() -> compose(LST_TIB, change(List.of("atlantis"), List.of(), null)), "forum.no-such-actor");
        refused(() -> compose(LST_TIB, change(List.of(), List.of("atlantis"), "Bort")), "forum.no-such-actor");
    }

    @Test
    void howOneIsAffectedCanBeWeighedAnew_F3() {
        var anew = new Change(List.of("taby"), List.of(), Affected.INDIRECTLY, "Vinden vrider");
        var since = snow.forum(id).seats().in().get("taby").since();
        snow.then(LST_TIB, id, compose(LST_TIB, anew).toArray(ForumFact[]::new));
        var seat = snow.forum(id).seats().in().get("taby");
        assertThat(seat.affected()).isEqualTo(Affected.INDIRECTLY);
        assertThat(seat.since()).isEqualTo(since);
        refused(() -> compose(LST_TIB, anew), "forum.already-in");
    }

    @Test
    void anExecutingForumIsLedByItsOwn_F6() {
        var own = snow.convened(TABY_SAK, form("Norrort", "nacka"));
        var more = change(List.of("polisen"), List.of(), null);
        assertThat(Leading.compose(snow.scene(), snow.forum(own), as(TABY_TIB), more))
                .hasSize(1);
        notMandated(() -> Leading.compose(snow.scene(), snow.forum(own), as(LST_TIB), more), "forum.lead");
        notMandated(
                () -> Leading.compose(
                        Snow.storm().scene(),
                        snow.forum(own),
                        as(TABY_TIB),
                        change(List.of("flygplats"), List.of(), null)),
                "forum.outsider");
    }

    @Test
    void whoMayConveneEndsAnOutsidersSightInAnyForum_A8() {
        var own = snow.convened(AIRPORT, form("Flyg", "taby"));
        notMandated(() -> release(own, POLICE_TIB, "flygplats"), "forum.lead");
        notMandated(() -> release(own, LST_TIB, "taby"), "forum.lead");
        notMandated(() -> release(own, LST_TIB, "taby", "flygplats"), "forum.lead");
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
        refused(() -> pass(LST_TIB, "polisen/chef"), "forum.chair-level");
        refused(() -> pass(LST_TIB, "polisen/rlc"), "forum.chair-level");
        refused(() -> pass(LST_TIB, "region/trafik"), "forum.chair-level");
    }

    @Test
    void theChairPassesToAMemberInTheForum_I2() {
        refused(() -> pass(LST_TIB, "flygplats/drift"), "forum.chair-not-member");
        refused(() -> pass(LST_TIB, "lst/tib"), "forum.chairs-already");
        refused(() -> pass(LST_TIB, "nacka/tib"), "forum.no-such-function");
        refused(() -> pass(LST_TIB, null), "forum.no-such-function");
        snow.then(LST_TIB, id, new ForumFact.Released(List.of("region"), "Klara"));
        refused(() -> pass(LST_TIB, "region/tib"), "forum.not-in");
    }

    @Test
    void theDutyCoordinatorTakesTheChairInTheBoardsStead_I4() {
        assertThat(pass(RSIB, "ssr/rsib").function()).isEqualTo("ssr/rsib");
        var own = snow.convened(TABY_SAK, form("Norrort", "nacka"));
        refused(
                () -> Leading.pass(snow.scene(), snow.forum(own), as(TABY_SAK), "ssr/rsib", "Mest kvar"),
                "forum.not-in");
    }

    @Test
    void theChairIsPassedByWhoChairsOrMayConvene_I2() {
        notMandated(() -> pass(REGION_TIB, "region/tib"), "forum.lead");
        refused(() -> Leading.pass(snow.scene(), snow.forum(id), as(LST_TIB), "region/tib", ""), "text.missing");
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
        refused(() -> acknowledge(TABY_TIB), "forum.acknowledged-already");
        notMandated(() -> acknowledge(RSIB), "forum.not-seated");
    }

    @Test
    void theConvenersActorNeedNotAcknowledge_I3() {
        refused(() -> acknowledge(LST_TIB), "forum.acknowledged-already");
        assertThat(Summary.Clock.of(snow.incident(), snow.there()))
                .extracting(Summary.Clock::acknowledged, Summary.Clock::called)
                .containsExactly(1, 5);
    }

    @Test
    void theCallIsAnsweredOnItsLevelOrByADeputy_A6() {
        assertThat(acknowledge(POLICE_TIB)).isNotNull();
        assertThat(acknowledge(POLICE_RLC)).isNotNull();
        assertThat(acknowledge(AIRPORT)).isNotNull();
        notMandated(() -> acknowledge(POLICE_CHEF), "forum.answers");
        notMandated(() -> acknowledge(TABY_SAK), "forum.answers");
        notMandated(() -> acknowledge(TRAFFIC), "forum.answers");
        var directing = snow.convened(LST_CHEF, call(Level.DIRECTING, "polisen", "flygplats"));
        assertThat(Leading.acknowledge(snow.scene(), snow.forum(directing), as(AIRPORT)))
                .isNotNull();
        assertThat(Leading.acknowledge(snow.scene(), snow.forum(directing), as(POLICE_CHEF)))
                .isNotNull();
    }

    @Test
    void theClockRunsUntilTheyAreInConference_I3() {
        assertThat(snow.clock().gatheredAt()).isNull();
        assertThat(snow.clock().notifiedAt()).isAfter(snow.clock().signalledAt());
        notMandated(() -> Leading.gather(snow.scene(), snow.forum(id), as(TABY_TIB)), "forum.lead");
        snow.then(RSIB, id, Leading.gather(snow.scene(), snow.forum(id), as(RSIB)));
        assertThat(snow.clock().gatheredAt()).isAfter(snow.clock().notifiedAt());
        refused(() -> Leading.gather(snow.scene(), snow.forum(id), as(LST_TIB)), "forum.gathered-already");
    }

    @Test
    void nextTimeAndLineCanChangeEachByItself() {
        var at = snow.scene().now().plusSeconds(3600);
        snow.then(LST_TIB, id, Leading.next(snow.scene(), snow.forum(id), as(LST_TIB), at, "08-12 34 56"));
        snow.then(LST_TIB, id, Leading.next(snow.scene(), snow.forum(id), as(LST_TIB), at.plusSeconds(3600), null));
        assertThat(snow.forum(id).next()).isEqualTo(new Forum.Meeting(at.plusSeconds(3600), "08-12 34 56"));
        snow.then(LST_TIB, id, Leading.next(snow.scene(), snow.forum(id), as(LST_TIB), null, "Rakel 7"));
        assertThat(snow.forum(id).next()).isEqualTo(new Forum.Meeting(at.plusSeconds(3600), "Rakel 7"));
        refused(() -> Leading.next(snow.scene(), snow.forum(id), as(LST_TIB), null, " "), "forum.next-missing");
        notMandated(() -> Leading.next(snow.scene(), snow.forum(id), as(TABY_TIB), at, null), "forum.lead");
    }

    @Test
    void theDirectingForumSetsTheFrame_F4() {
        refused(() -> Leading.frame(snow.scene(), snow.forum(id), as(LST_TIB), "Ram"), "forum.frame-level");
        var directing = snow.convened(LST_CHEF, call(Level.DIRECTING, "polisen"));
        notMandated(() -> Leading.frame(snow.scene(), snow.forum(directing), as(LST_TIB), "Ram"), "forum.frame-whose");
        refused(() -> Leading.frame(snow.scene(), snow.forum(directing), as(LST_CHEF), ""), "text.missing");
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
        notMandated(() -> Leading.close(snow.scene(), snow.forum(id), as(TABY_TIB), "Klart"), "forum.lead");
        refused(() -> Leading.close(snow.scene(), snow.forum(id), as(LST_TIB), null), "text.missing");
        snow.then(LST_TIB, id, Leading.close(snow.scene(), snow.forum(id), as(LST_TIB), "Klart"));
        refused(() -> Leading.close(snow.scene(), snow.forum(id), as(LST_TIB), "Igen"), "forum.closed");
        refused(() -> compose(LST_TIB, change(List.of("nacka"), List.of(), null)), "forum.closed");
        refused(() -> compose(LST_TIB, change(List.of("nacka"), List.of("taby"), "Byte")), "forum.closed");
        refused(() -> compose(LST_TIB, change(List.of(), List.of(), "Vägt")), "forum.closed");
        refused(() -> acknowledge(TABY_TIB), "forum.closed");
        refused(() -> pass(LST_TIB, "region/tib"), "forum.closed");
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
        refused(() -> compose(LST_TIB, change(List.of(), List.of("taby"), "Klart")), "incident.ended");
        refused(() -> pass(LST_TIB, "region/tib"), "incident.ended");
        refused(() -> acknowledge(TABY_TIB), "incident.ended");
        refused(() -> Leading.gather(snow.scene(), snow.forum(id), as(LST_TIB)), "incident.ended");
        refused(() -> Leading.next(snow.scene(), snow.forum(id), as(LST_TIB), null, "1"), "incident.ended");
        refused(() -> Leading.frame(snow.scene(), snow.forum(id), as(LST_TIB), "Ram"), "incident.ended");
        refused(() -> Leading.close(snow.scene(), snow.forum(id), as(LST_TIB), "Klart"), "incident.ended");
        refused(() -> Convening.raise(snow.scene(), snow.forum(own), as(LST_TIB), "Växer"), "incident.ended");
    }

    private List<ForumFact> compose(Function by, Change change) {
        return Leading.compose(snow.scene(), snow.forum(id), as(by), change);
    }

    private ForumFact.ChairPassed pass(Function by, @Nullable String to) {
        return Leading.pass(snow.scene(), snow.forum(id), as(by), to, "Mest kvar");
    }

    private ForumFact.Acknowledged acknowledge(Function by) {
        return Leading.acknowledge(snow.scene(), snow.forum(id), as(by));
    }

    private static void refused(ThrowingCallable when, String key) {
        assertThatThrownBy(when)
                .isInstanceOf(Refused.class)
                .isNotInstanceOf(NotMandated.class)
                .hasMessage(key);
    }

    private static void notMandated(ThrowingCallable when, String key) {
        assertThatThrownBy(when).isInstanceOf(NotMandated.class).hasMessage(key);
    }
}
