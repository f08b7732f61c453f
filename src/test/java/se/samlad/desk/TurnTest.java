package se.samlad.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.samlad.web.Waiting;
import se.samlad.web.Waiting.Item;
import se.samlad.web.Waiting.Settle;

class TurnTest {

    private static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");

    private static Item item(String id, int urgency, long waited) {
        return new Item(id, urgency, id, "", NOON.minusSeconds(waited), null, null, new Settle.Go("Gå", "/"));
    }

    @Test
    void theMostUrgentIsFirstAndThenWhatHasWaitedLongest() {
        var call = item("call", 0, 10);
        var oldReport = item("old-report", 2, 7_200);
        var report = item("report", 2, 60);
        var stance = item("stance", 1, 30);
        assertThat(Turn.inOrder(List.of(report, stance, oldReport, call)))
                .containsExactly(call, stance, oldReport, report);
    }

    /** What is exercised never stands before what is real and as urgent, however long it has waited. */
    @Test
    void theRealComesBeforeTheExercised() {
        var real = item("real", 1, 10);
        var exercised = new Item(
                "exercised",
                1,
                "",
                "",
                NOON.minusSeconds(90_000),
                null,
                new Waiting.Belongs("/incidents/1", NOON, false),
                new Settle.Go("Gå", "/"));
        assertThat(Turn.inOrder(List.of(exercised, real))).containsExactly(real, exercised);
    }

    @Property(seed = "20261121")
    void theOrderDoesNotDependOnWhichRoomWasAskedFirst(@ForAll("items") List<Item> items) {
        var turned = new java.util.ArrayList<>(items);
        Collections.reverse(turned);
        assertThat(Turn.inOrder(turned)).isEqualTo(Turn.inOrder(items));
    }

    @Provide
    Arbitrary<List<Item>> items() {
        var one = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(0, 3))
                .as((urgency, waited) -> item(urgency + "-" + waited, urgency, waited));
        return one.list().uniqueElements().ofMaxSize(12);
    }
}
