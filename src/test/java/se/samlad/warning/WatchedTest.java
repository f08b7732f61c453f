package se.samlad.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.warning.Bodies.alert;
import static se.samlad.warning.Bodies.alerts;
import static se.samlad.warning.Bodies.byId;
import static se.samlad.warning.Bodies.ibww;
import static se.samlad.warning.Bodies.read;
import static se.samlad.warning.Bodies.readReal;
import static se.samlad.warning.Watched.compare;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.samlad.warning.Watched.Change;
import se.samlad.warning.Watched.Change.Ended;
import se.samlad.warning.Watched.Change.New;
import se.samlad.warning.Watched.Change.Updated;
import se.samlad.warning.Watched.Why;

class WatchedTest {

    private final Map<String, Warning> known = byId(read(alerts(alert("a", ""), alert("b", ""))));

    @Test
    void allIsNewAtFirstAndNothingTheSecondTime() {
        Read real = readReal(Bodies.V2);
        assertThat(compare(Map.of(), real)).hasSize(24).allMatch(change -> change instanceof New);
        assertThat(compare(byId(real), real)).isEmpty();
    }

    @Test
    void whatIsSaidOtherwiseIsUpdated() {
        Read now = read(
                alerts(alert("a", "").replace("Moderate", "Severe"), alert("b", "\"code\":[\"system_version 2\"],")));
        assertThat(compare(known, now))
                .containsExactly(
                        new Updated(known.get("a"), now.warnings().get(0)),
                        new Updated(known.get("b"), now.warnings().get(1)));
    }

    @Test
    void theSnowstormComesIsUpdatedAndEnds() {
        Read first = read(Bodies.scene("smhi-warning.json"));
        Read update = read(Bodies.scene("smhi-warning-update.json"));
        Warning snow = first.warnings().getFirst();
        Warning later = update.warnings().getFirst();
        assertThat(compare(Map.of(), first)).containsExactly(new New(snow));
        assertThat(compare(byId(first), update)).containsExactly(new Updated(snow, later));
        assertThat(compare(byId(update), read(Bodies.scene("smhi-warning-cancelled.json"))))
                .containsExactly(new Ended(snow.id(), Why.GONE, null));
    }

    @Test
    void whatTheFullListNoLongerHoldsHasEnded() {
        assertThat(compare(known, read(alerts(alert("b", ""))))).containsExactly(new Ended("a", Why.GONE, null));
        assertThat(compare(known, read(alerts())))
                .containsExactlyInAnyOrder(new Ended("a", Why.GONE, null), new Ended("b", Why.GONE, null));
    }

    @Test
    void oneFormSaysNothingOfTheOthers() {
        assertThat(compare(known, read("[]"))).isEmpty();
        assertThat(compare(byId(readReal(Bodies.IBWW)), read(alerts()))).isEmpty();
    }

    @Test
    void aSingleWarningEndsNothing() {
        assertThat(compare(known, read(alert("a", "")))).isEmpty();
        assertThat(compare(byId(readReal(Bodies.IBWW)), read(ibww("1", "")))).hasSize(1);
    }

    @Test
    void anExerciseListNeverEndsWhatIsInEarnest() {
        Map<String, Warning> both = new HashMap<>(byId(read("[" + ibww("1", "") + "]")));
        both.putAll(byId(readReal(Bodies.IBWW)));
        assertThat(compare(both, read(Bodies.scene("smhi-warning.json"))))
                .filteredOn(change -> change instanceof Ended)
                .extracting(change -> ((Ended) change).id())
                .containsExactlyInAnyOrder("smhi:ibww:2:4", "smhi:ibww:3:5", "smhi:ibww:4:6");
    }

    @Test
    void whatCouldNotBeReadGoesOn() {
        String broken = alert("a", "").replace("Actual", "Maybe");
        assertThat(compare(known, read(alerts(broken)))).containsExactly(new Ended("b", Why.GONE, null));
        assertThat(compare(known, read(alerts("{}")))).isEmpty();
        Map<String, Warning> flooding = byId(readReal(Bodies.IBWW_FLOODING));
        assertThat(compare(flooding, read("[{\"id\":6,\"warningAreas\":7}]"))).isEmpty();
        assertThat(compare(flooding, read("[{\"id\":61,\"warningAreas\":7}]"))).hasSize(2);
    }

    @Test
    void aCancelEndsItselfAndWhatItRefersTo() {
        String cancel = alert("c", "\"references\":\"smhi,a,2016-04-20T08:00:00+02:00\",")
                .replace("Alert", "Cancel");
        assertThat(compare(known, read(cancel))).containsExactly(new Ended("a", Why.CANCELLED, Bodies.SENT));
        assertThat(compare(known, read(alert("b", "").replace("Alert", "Cancel"))))
                .containsExactly(new Ended("b", Why.CANCELLED, Bodies.SENT));
        assertThat(compare(Map.of(), read(cancel))).isEmpty();
        assertThat(compare(known, read(cancel.replace("Actual", "Exercise")))).isEmpty();
    }

    @Test
    void anUpdateUnderANewIdReplacesTheOld() {
        Read update = read(alert("c", "\"references\":\"smhi,a,2016-04-20T08:00:00+02:00\",")
                .replace("Alert", "Update"));
        assertThat(compare(known, update))
                .containsExactly(new New(update.warnings().getFirst()), new Ended("a", Why.REPLACED, Bodies.SENT));
    }

    @Test
    void anOlderListChangesNothing() {
        Map<String, Warning> later = byId(read(alerts(alert("a", "\"code\":\"system_version 2\","), alert("b", ""))));
        assertThat(compare(later, read(alerts(alert("a", ""))))).isEmpty();
    }

    @Test
    void whatHasEndedAndComesAgainIsNew() {
        Read again = read(alerts(alert("a", "")));
        assertThat(compare(Map.of(), again))
                .containsExactly((Change) new New(again.warnings().getFirst()));
    }
}
