package se.samlad.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.forum.Snow.LST_TIB;
import static se.samlad.forum.Snow.as;
import static se.samlad.given.Given.refused;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.access.Level;
import se.samlad.forum.Convening.Call;
import se.samlad.incident.Alarms;
import se.samlad.incident.IncidentFact.Concern;

/** Forums that an alarm plan suggests. */
class ByPlanTest {

    private final Snow snow = Snow.storm();

    private static Alarms.Proposal plan(boolean atOnce) {
        return new Alarms.Proposal(
                new UUID(7, 7),
                "Översvämning",
                null,
                List.of(Level.COORDINATING),
                List.of("taby"),
                List.of("nacka", "region"),
                atOnce);
    }

    private ForumFact.Convened by(Alarms.Proposal plan) {
        var meeting = new Forum.Meeting(null, null);
        var actors = Convening.suggested(snow.incident(), plan, Set.of("polisen"), "lst");
        var call = new Call(Level.COORDINATING, actors, null, null, null, meeting, null, null, plan);
        return Convening.regional(snow.scene(), as(LST_TIB), call);
    }

    @Test
    void anAlarmPlanSuggestsAndWhatWasWeighedGoesBefore_I2() {
        var fact = by(plan(false));
        assertThat(fact.actors()).containsExactly("lst", "nacka", "region", "taby");
        assertThat(fact.directly()).containsExactly("taby");
        assertThat(fact.indirectly()).containsExactly("nacka", "region");
        assertThat(fact.alarm()).isEqualTo(new ForumFact.Alarm(new UUID(7, 7), false));
        snow.weighed("nacka", Concern.NONE)
                .weighed("region/vard", Concern.DIRECT)
                .weighed("polisen", Concern.INDIRECT);
        fact = by(plan(false));
        assertThat(fact.actors()).containsExactly("lst", "polisen", "region", "taby");
        assertThat(fact.directly()).containsExactly("region", "taby");
        assertThat(fact.indirectly()).containsExactly("polisen");
    }

    @Test
    void whatCalledAllAtOnceIsUndoneByNobodyUntilTheyHaveGathered() {
        var id = snow.convenedAs(LST_TIB, by(plan(true)));
        var out = new Leading.Change(List.of(), List.of("taby"), null, "Fel");
        refused("forum.alarm-stands", () -> Leading.compose(snow.scene(), snow.forum(id), as(LST_TIB), out));
        refused("forum.alarm-stands", () -> Leading.close(snow.scene(), snow.forum(id), as(LST_TIB), "Fel"));
        snow.then(LST_TIB, id, new ForumFact.Gathered());
        assertThat(Leading.compose(snow.scene(), snow.forum(id), as(LST_TIB), out))
                .hasSize(1);
        assertThat(Leading.close(snow.scene(), snow.forum(id), as(LST_TIB), "Klart"))
                .isNotNull();
    }
}
