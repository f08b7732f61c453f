package se.samlad.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.feed.FeedFact.Way.HANDED_IN;
import static se.samlad.feed.FeedFact.Way.POLLED;
import static se.samlad.warning.Bodies.alert;
import static se.samlad.warning.Bodies.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.samlad.feed.Watch.State;
import se.samlad.warning.Bodies;
import se.samlad.warning.Watched.Why;
import tools.jackson.databind.json.JsonMapper;

class WatchTest {

    private final Given given = new Given();

    @Test
    void whatHasEndedStaysForSevenDaysAndWhatIsOpenStays() {
        given.takes(HANDED_IN, alerts(alert("a", ""), alert("b", "")));
        given.takes(HANDED_IN, alerts(alert("b", "")));
        given.now = Given.START.plus(Duration.ofDays(7));
        given.takes(HANDED_IN, alerts(alert("b", ""), alert("c", "")));
        assertThat(given.all()).hasSize(3);
        given.now = Given.START.plus(Duration.ofDays(7)).plusSeconds(1);
        given.takes(HANDED_IN, alerts(alert("b", ""), alert("c", ""), alert("d", "")));
        assertThat(given.all().values())
                .extracting(item -> item.warning().id())
                .containsExactlyInAnyOrder("b", "c", "d");
        assertThat(given.watch.ended()).isEmpty();
    }

    @Test
    void theLatestOfTheEndedAreKept() {
        given.takes(POLLED, alerts(alert("first", "")));
        given.takes(POLLED, alerts());
        var template = given.item(POLLED, "first").warning();
        for (int i = 0; i < Watch.MOST; i++) {
            given.record(POLLED, "n" + i, new FeedFact.Seen(POLLED, template));
            given.record(POLLED, "n" + i, new FeedFact.Ended("n" + i, Why.GONE, null));
        }
        assertThat(given.watch.ended()).hasSize(Watch.MOST);
        assertThat(given.all())
                .hasSize(Watch.MOST)
                .doesNotContainKey(given.entries.getFirst().subject());
    }

    @Test
    void aWarningExpiresByItsOwnEndButAnExerciseByItsFeed() {
        given.takes(
                HANDED_IN,
                alerts(alert("a", "").replace("\"event\"", "\"expires\":\"2016-04-21T08:00:00Z\",\"event\"")));
        var end = Instant.parse("2016-04-21T08:00:00Z");
        assertThat(given.item(HANDED_IN, "a").state(end.minusMillis(1))).isEqualTo(State.CURRENT);
        assertThat(given.item(HANDED_IN, "a").state(end)).isEqualTo(State.EXPIRED);

        given.takes(HANDED_IN, Bodies.scene("smhi-warning.json"));
        var snow = given.item(HANDED_IN, "smhi:ibww:9001:9101");
        assertThat(snow.state(end.plus(Duration.ofDays(9_000)))).isEqualTo(State.CURRENT);
        assertThat(snow.stateBySpan(Instant.parse("2026-01-16T05:00:00Z"))).isEqualTo(State.EXPIRED);
    }

    @Test
    void anEndOfWhatIsNotKnownChangesNothing() {
        given.record(HANDED_IN, "a", new FeedFact.Ended("a", Why.GONE, null));
        assertThat(given.watch).isSameAs(Watch.NOTHING);
    }

    @Test
    void whatIsStoredReadsBackTheSame() {
        var json = JsonMapper.builder()
                .changeDefaultPropertyInclusion(
                        i -> i.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                .build();
        for (var body : new String[] {Bodies.V2, Bodies.V2_SINGLE, Bodies.IBWW, Bodies.IBWW_FLOODING})
            given.takes(HANDED_IN, Bodies.real(body));
        assertThat(given.entries).isNotEmpty().allSatisfy(entry -> {
            var stored = json.writeValueAsBytes(entry.fact());
            assertThat(json.readValue(stored, entry.fact().getClass())).isEqualTo(entry.fact());
        });
    }

    @Property(tries = 200, seed = "20261121")
    void anySubsetFoldsAndInPiecesAsAtOnce(@ForAll long seed) {
        var random = new Random(seed);
        var history = new Given();
        for (int i = 0; i < 30; i++) {
            history.now = history.now.plus(Duration.ofDays(random.nextInt(4)));
            var ids = random.ints(random.nextInt(4), 0, 6).distinct().mapToObj(n -> alert("w" + n, level(random)));
            history.takes(random.nextBoolean() ? POLLED : HANDED_IN, alerts(ids.toArray(String[]::new)));
        }
        assertThat(Watch.VIEW.fold(history.entries)).isEqualTo(history.watch);
        assertThat(history.watch.ended().values())
                .allMatch(subject -> !history.all().get(subject).isOpen());
        var some = history.entries.stream().filter(e -> random.nextBoolean()).toList();
        var seen = Watch.VIEW.fold(some);
        assertThat(seen.ended()).hasSizeLessThanOrEqualTo(seen.items().size());
        assertThat(Collections.frequency(
                        seen.items().values().stream().map(Watch.Item::isOpen).toList(), false))
                .isEqualTo(seen.ended().size());
    }

    private static String level(Random random) {
        return "\"code\":[\"system_version " + random.nextInt(3) + "\"],";
    }
}
