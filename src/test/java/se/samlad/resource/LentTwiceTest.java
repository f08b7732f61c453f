package se.samlad.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.minute;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.given.Given;
import se.samlad.journal.By;
import se.samlad.journal.Labels;

/** The same thing is not lent twice in the same time without being seen (D4). */
class LentTwiceTest {

    private static final UUID ITEM = new UUID(9, 9);

    /** A need of one item of which Täby promises so many, from one minute to another. */
    private static Need need(int which, int from, @Nullable Integer until, int quantity) {
        var given = new Given(new UUID(8, which));
        var id = new UUID(7, which);
        Instant end = until == null ? null : minute(until);
        var raised = new ResourceFact.Raised(
                "elverk", quantity, "Rimbo", minute(from), end, "Mörkt", null, null, null, null, null);
        var at = Given.Envelope.at(minute(0), Labels.of("members"));
        given.add(id, id, new By("region.tib", "region", "tib"), raised, at);
        var promised = new ResourceFact.Promised(quantity, null, ITEM);
        given.add(given.nextId(), id, new By("taby.tib", "taby", "tib"), promised, at);
        return given.fold(Need.All.VIEW).find(id).orElseThrow();
    }

    private static Map<UUID, Integer> over(int number, List<Need> needs) {
        return AllNeeds.overPromised("taby", Map.of(ITEM, number), needs);
    }

    @Test
    void oneAfterTheOtherIsNoTwice_D4() {
        var first = need(1, 0, 60, 2);
        assertThat(over(2, List.of(first, need(2, 60, 90, 2)))).isEmpty();
        assertThat(over(2, List.of(first, need(2, 59, 90, 1)))).containsExactly(Map.entry(ITEM, 1));
        assertThat(over(2, List.of(need(1, 0, null, 2), need(2, 600, 700, 1)))).containsExactly(Map.entry(ITEM, 1));
    }

    /** As many as a walk through every minute finds. */
    @Property(tries = 300)
    void whatIsPromisedBeyondItsNumberIsSeen_D4(
            @ForAll @IntRange(min = 1, max = 6) int number,
            @ForAll @Size(min = 1, max = 7) List<@IntRange(max = 20 * 20 * 3 - 1) Integer> spans) {
        var needs = new ArrayList<Need>();
        var bound = new int[60];
        for (int i = 0; i < spans.size(); i++) {
            int from = spans.get(i) % 20;
            int until = from + 1 + spans.get(i) / 20 % 20;
            int quantity = spans.get(i) / 400 + 1;
            needs.add(need(i, from, until, quantity));
            for (int minute = from; minute < until; minute++) bound[minute] += quantity;
        }
        int most = java.util.Arrays.stream(bound).max().orElseThrow();
        assertThat(over(number, needs).getOrDefault(ITEM, 0)).isEqualTo(Math.max(0, most - number));
    }
}
