package se.samlad.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.feed.FeedFact.Way.HANDED_IN;
import static se.samlad.feed.FeedFact.Way.POLLED;
import static se.samlad.warning.Bodies.alert;
import static se.samlad.warning.Bodies.alerts;
import static se.samlad.warning.Bodies.ibww;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.feed.FeedFact.Changed;
import se.samlad.feed.FeedFact.Ended;
import se.samlad.feed.FeedFact.Seen;
import se.samlad.feed.Watch.State;
import se.samlad.warning.Bodies;
import se.samlad.warning.County.Touch;
import se.samlad.warning.Read;
import se.samlad.warning.Watched.Why;

class NotingTest {

    private static final String SNOW = "smhi:ibww:9001:9101";
    private final Given given = new Given();

    @ParameterizedTest
    @ValueSource(strings = {Bodies.V2, Bodies.V2_SINGLE, Bodies.IBWW, Bodies.IBWW_FLOODING})
    void everyRealWarningIsRecordedOnce_C6(String name) {
        Read read = Bodies.readReal(name);
        assertThat(given.takes(HANDED_IN, Bodies.real(name)))
                .hasSize(read.warnings().size())
                .allMatch(fact -> fact instanceof Seen);
        assertThat(given.takes(HANDED_IN, Bodies.real(name))).isEmpty();
        assertThat(given.all()).hasSize(read.warnings().size());
    }

    @Test
    void theSnowstormComesChangesAndEnds_C6() {
        assertThat(given.takes(HANDED_IN, Bodies.scene("smhi-warning.json"))).hasSize(1);
        var first = given.item(HANDED_IN, SNOW);
        assertThat(first.warning().status().word()).isEqualTo("Exercise");
        assertThat(first.warning().title()).startsWith("ÖVNING: ").contains("Stockholms län");
        assertThat(first.warning().touch()).isEqualTo(Touch.COUNTY);

        assertThat(given.takes(HANDED_IN, Bodies.scene("smhi-warning-update.json")))
                .singleElement()
                .isInstanceOf(Changed.class);
        assertThat(given.item(HANDED_IN, SNOW).warning().sent())
                .isAfter(first.warning().sent());
        assertThat(given.all()).hasSize(1);

        var nothing = Bodies.scene("smhi-warning-cancelled.json");
        assertThat(given.takes(HANDED_IN, nothing))
                .as("who hands in nothing has no news")
                .isEmpty();
        assertThat(given.item(HANDED_IN, SNOW).isOpen()).isTrue();

        given.takes(POLLED, Bodies.scene("smhi-warning-update.json"));
        assertThat(given.takes(POLLED, nothing))
                .as("the source's own list is empty")
                .containsExactly(new Ended(SNOW, Why.GONE, null));
        assertThat(given.item(POLLED, SNOW).state(given.now)).isEqualTo(State.ENDED);
    }

    @Test
    void whatIsFetchedAndWhatIsHandedInNeverEndEachOther() {
        given.takes(POLLED, alerts(alert("a", ""), alert("b", "")));
        given.takes(HANDED_IN, alerts(alert("c", "")));
        assertThat(given.takes(HANDED_IN, alerts())).isEmpty();
        assertThat(given.takes(HANDED_IN, alerts(alert("d", "")))).contains(new Ended("c", Why.GONE, null));
        given.takes(HANDED_IN, alerts(alert("a", "")));
        assertThat(given.takes(POLLED, alerts(alert("b", "")))).containsExactly(new Ended("a", Why.GONE, null));
        assertThat(given.item(HANDED_IN, "a").isOpen()).isTrue();
    }

    @Test
    void anExerciseNeverEndsWhatIsInEarnest() {
        given.takes(HANDED_IN, alerts(alert("a", "")));
        var exercise = alert("x", "").replace("Actual", "Exercise");
        assertThat(given.takes(HANDED_IN, alerts(exercise))).singleElement().isInstanceOf(Seen.class);
        assertThat(given.item(HANDED_IN, "a").isOpen()).isTrue();
    }

    @Test
    void whatIsTakenBackSaysSo() {
        given.takes(HANDED_IN, alerts(alert("a", "")));
        var cancel = alert("a", "").replace("\"Alert\"", "\"Cancel\"");
        assertThat(given.takes(HANDED_IN, alerts(cancel))).containsExactly(new Ended("a", Why.CANCELLED, Bodies.SENT));
        assertThat(given.item(HANDED_IN, "a").state(given.now)).isEqualTo(State.CANCELLED);
        assertThat(given.takes(HANDED_IN, alerts(cancel))).isEmpty();
    }

    /** The first is replaced and the second cancelled, by items of the same list. */
    @Test
    void whatTheSameListEndsIsNeverOpen() {
        var list = Bodies.real("smhi-v2-cancel-with-old-listed.json");
        assertThat(given.takes(POLLED, list)).isEmpty();
        assertThat(given.takes(POLLED, list)).isEmpty();
        assertThat(given.all()).isEmpty();
    }

    @Test
    void anUpdateStandsAloneThoughTheOldIsStillListed() {
        var list = Bodies.real("smhi-v2-update-with-old-listed.json");
        assertThat(given.takes(POLLED, list)).singleElement().isInstanceOf(Seen.class);
        assertThat(given.item(POLLED, "smhi-hunt-2").isOpen()).isTrue();
        assertThat(given.takes(POLLED, list)).isEmpty();
    }

    @Test
    void whatIsDeadStaysDeadUntilItIsIssuedAnew() {
        given.takes(HANDED_IN, alerts(alert("a", "")));
        var cancel = alert("a", "").replace("\"Alert\"", "\"Cancel\"").replace("T08", "T10");
        assertThat(given.takes(HANDED_IN, alerts(cancel))).hasSize(1);
        assertThat(given.takes(HANDED_IN, alerts(alert("a", "")))).isEmpty();
        assertThat(given.takes(HANDED_IN, alerts(alert("a", "").replace("T08", "T09"))))
                .as("issued before the cancel")
                .isEmpty();
        assertThat(given.takes(HANDED_IN, alerts(alert("a", "").replace("T08", "T11"))))
                .singleElement()
                .isInstanceOf(Seen.class);
    }

    @Test
    void anEndedWarningThatComesAgainIsOpenAgain() {
        given.takes(POLLED, alerts(alert("a", "")));
        given.takes(POLLED, alerts());
        assertThat(given.takes(POLLED, alerts(alert("a", "")))).singleElement().isInstanceOf(Seen.class);
        assertThat(given.item(POLLED, "a").isOpen()).isTrue();
        assertThat(given.watch.ended()).isEmpty();
    }

    @Test
    void whatIsNotShownIsNoChange() {
        var drawn = "\"area\":{\"type\":\"Polygon\",\"coordinates\":[[[%s,59.2],[18.3,59.2],[18.3,59.5],[%s,59.2]]]},";
        given.takes(HANDED_IN, "[" + ibww("1", drawn.formatted("17.9", "17.9")) + "]");
        assertThat(given.takes(HANDED_IN, "[" + ibww("1", drawn.formatted("17.90001", "17.90001")) + "]"))
                .isEmpty();
    }

    @Test
    void aFeedGoneMadFillsNoMoreThanItsRoom() {
        given.most = 2;
        assertThat(given.takes(POLLED, alerts(alert("a", ""), alert("b", ""), alert("c", ""))))
                .hasSize(2);
        assertThat(given.leftOut).containsExactly("c");
        assertThat(given.takes(POLLED, alerts(alert("a", ""), alert("b", ""), alert("c", ""))))
                .isEmpty();
        assertThat(given.takes(POLLED, alerts(alert("b", ""), alert("c", ""))))
                .hasSize(2)
                .hasAtLeastOneElementOfType(Ended.class);
        assertThat(given.leftOut).isEmpty();
    }

    @Test
    void endlessTextsAreCutBeforeTheyAreRecorded() {
        var long1 = "å".repeat(15_000) + "\uD83D\uDE00".repeat(2_000);
        given.takes(HANDED_IN, alerts(alert("a", "").replace("fire warning", long1)));
        var kept = given.item(HANDED_IN, "a").warning();
        assertThat(kept.sv().event()).hasSizeLessThanOrEqualTo(300).endsWith(" […]");
        assertThat(kept.title()).hasSizeLessThanOrEqualTo(200);
    }
}
