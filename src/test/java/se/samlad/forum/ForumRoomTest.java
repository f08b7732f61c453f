package se.samlad.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.forum.Snow.AIRPORT;
import static se.samlad.forum.Snow.LST_CHEF;
import static se.samlad.forum.Snow.LST_TIB;
import static se.samlad.forum.Snow.RSIB;
import static se.samlad.forum.Snow.TABY_SAK;
import static se.samlad.forum.Snow.TABY_TIB;
import static se.samlad.forum.Snow.call;
import static se.samlad.forum.Snow.form;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Grant;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Viewer;
import se.samlad.actor.Common;

/** Who sees what through sitting in a forum: the gate's own fold over this room's grants. */
class ForumRoomTest {

    private final Snow snow = Snow.storm();
    private final UUID id = snow.convened(LST_TIB, call(Level.COORDINATING, "flygplats", "taby"));

    @Test
    void whoIsCalledInSeesTheForumAndItsIncident_A8() {
        assertThat(holds(AIRPORT, "forum:" + id)).isTrue();
        assertThat(holds(AIRPORT, "incident:" + Snow.STORM)).isTrue();
        assertThat(holds(AIRPORT, "incident:" + UUID.randomUUID())).isFalse();
    }

    @Test
    void whoIsReleasedSeesNeitherAnyMore_A8() {
        snow.then(LST_TIB, id, new ForumFact.Released(List.of("flygplats"), "Klart"));
        assertThat(holds(AIRPORT, "forum:" + id)).isFalse();
        assertThat(holds(AIRPORT, "incident:" + Snow.STORM)).isFalse();
        assertThat(holds(TABY_TIB, "forum:" + id)).isTrue();
    }

    @Test
    void whoStillSitsInAnotherForumStillSeesTheIncident_A8() {
        var other = snow.convened(LST_CHEF, call(Level.DIRECTING, "flygplats"));
        snow.then(LST_TIB, id, new ForumFact.Released(List.of("flygplats"), "Klart"));
        assertThat(holds(AIRPORT, "forum:" + id)).isFalse();
        assertThat(holds(AIRPORT, "forum:" + other)).isTrue();
        assertThat(holds(AIRPORT, "incident:" + Snow.STORM)).isTrue();
        snow.then(LST_CHEF, other, new ForumFact.Released(List.of("flygplats"), "Klart"));
        assertThat(holds(AIRPORT, "incident:" + Snow.STORM)).isFalse();
    }

    @Test
    void whoIsCalledInAgainSeesAgain_F3() {
        snow.then(LST_TIB, id, new ForumFact.Released(List.of("flygplats"), "Klart"));
        snow.then(LST_TIB, id, new ForumFact.CalledIn(List.of("flygplats"), null, null));
        assertThat(holds(AIRPORT, "incident:" + Snow.STORM)).isTrue();
    }

    @Test
    void closingTakesNoSightAway() {
        snow.then(LST_TIB, id, new ForumFact.Closed("Klart"));
        assertThat(holds(AIRPORT, "incident:" + Snow.STORM)).isTrue();
    }

    @Test
    void theJointFunctionsSitInRegionalForumsOnly_A9() {
        assertThat(holds(RSIB, "forum:" + id)).isTrue();
        var own = snow.convened(TABY_SAK, form("Norrort", "nacka"));
        assertThat(holds(RSIB, "forum:" + own)).isFalse();
        assertThat(holds(LST_TIB, "forum:" + own)).isFalse();
        snow.then(LST_TIB, own, new ForumFact.Raised("lst/tib", List.of("lst"), "Växer", null));
        assertThat(holds(RSIB, "forum:" + own)).isTrue();
        assertThat(holds(LST_TIB, "forum:" + own)).isTrue();
    }

    @Test
    void nothingElseGivesAnything() {
        var before = grants();
        snow.then(
                LST_TIB,
                id,
                new ForumFact.NeedWeighed("Vägt"),
                new ForumFact.Gathered(),
                new ForumFact.ChairPassed("nacka/tib", "Byte"),
                new ForumFact.FrameSet("Ram"),
                new ForumFact.NextSet(null, "1"),
                new ForumFact.Initiated(id, Level.DIRECTING, "Mer", true),
                new ForumFact.Declined(Level.DIRECTING, "Nej"));
        assertThat(grants()).isEqualTo(before);
    }

    private boolean holds(Function function, String label) {
        var grants = grants();
        return Viewer.of(function.id(), function, () -> grants).holds(label);
    }

    private Grants grants() {
        var grants = Grants.NONE.with(new Grant(Common.JOINT_LABEL, "actor:ssr", true));
        for (var entry : snow.entries()) {
            if (!(entry.fact() instanceof ForumFact)) continue;
            for (var grant : ForumRoom.grants(grants, entry)) grants = grants.with(grant);
        }
        return grants;
    }
}
