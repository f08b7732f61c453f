package se.samlad.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.feed.FeedFact.Way.POLLED;
import static se.samlad.warning.Bodies.alerts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import se.samlad.warning.Watched.Why;

/** Whatever a feed's list holds of alerts, updates and cancels of each other, and whatever was known before it. */
class ReadingsPropertyTest {

    private record Life(Notice notice, @Nullable Why end) {}

    @Provide
    Arbitrary<List<String>> records() {
        var ids = Arbitraries.of("a", "b", "c", "d");
        return Combinators.combine(
                        ids,
                        Arbitraries.of("Alert", "Update", "Cancel"),
                        ids.set().ofMaxSize(2),
                        Arbitraries.integers().between(6, 9),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of("Actual", "Actual", "Actual", "Exercise"),
                        Arbitraries.of("Minor", "Severe"))
                .as(ReadingsPropertyTest::item)
                .list()
                .ofMaxSize(7);
    }

    private static String item(
            String id, String type, Set<String> others, int hour, int version, String status, String severity) {
        var references = others.stream()
                .sorted()
                .map(other -> "smhi,%s,2016-04-20T06:00:00Z".formatted(other))
                .collect(Collectors.joining(" "));
        return """
                {"identifier":"%s","sent":"2016-04-20T0%d:00:00Z","status":"%s","msgType":"%s","references":"%s",
                "code":["system_version %d"],"info":{"event":"snow","severity":"%s","headline":"Stockholms län"}}""".formatted(id, hour, status, type, references, version, severity);
    }

    @Property(tries = 2_000, seed = "20261130")
    void aSecondReadingOfTheSameRecordsNothing(
            @ForAll("records") List<String> before, @ForAll("records") List<String> list) {
        var given = new Given();
        given.takes(POLLED, list(before));
        given.takes(POLLED, list(list));
        assertThat(given.takes(POLLED, list(list))).isEmpty();
    }

    @Property(tries = 2_000, seed = "20261130")
    void neitherOrderNorRepetitionMatters(
            @ForAll("records") List<String> before, @ForAll("records") List<String> list, @ForAll long chance) {
        var random = new Random(chance);
        var other = new ArrayList<>(list);
        for (var item : list) if (random.nextInt(3) == 0) other.add(item);
        Collections.shuffle(other, random);
        assertThat(state(before, other)).isEqualTo(state(before, list));
    }

    private static Map<String, Life> state(List<String> before, List<String> list) {
        var given = new Given();
        given.takes(POLLED, list(before));
        given.takes(POLLED, list(list));
        return given.all().values().stream()
                .collect(Collectors.toMap(
                        item -> item.warning().id(),
                        item -> new Life(
                                item.warning(),
                                item.end() == null ? null : item.end().why())));
    }

    private static String list(List<String> items) {
        return alerts(items.toArray(String[]::new));
    }
}
