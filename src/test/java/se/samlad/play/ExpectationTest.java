package se.samlad.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Paths into an answer, and expectations there. */
class ExpectationTest {

    private static final Object ANSWER = Map.of(
            "n",
            3,
            "text",
            "Snö och is",
            "list",
            List.of("a", "b"),
            "rows",
            List.of(Map.of("k", "x", "v", 1), Map.of("k", "y", "v", 2), Map.of("k", "x", "v", 3)));

    private final Variables known = new Variables(OffsetDateTime.parse("2026-01-14T09:52:00+01:00"));

    @Test
    void pathsFindPlacesFiltersAndAll() {
        assertThat(found("$.rows[?k=x].v").values()).isEqualTo(List.of(1, 3));
        assertThat(found("$.rows[?k=x][?v=3].v").values()).isEqualTo(List.of(3));
        assertThat(found("$.rows[*].k").values()).isEqualTo(List.of("x", "y", "x"));
        assertThat(found("$.rows[-1].v").values()).isEqualTo(List.of(3));
        assertThat(found("$.rows[9].v").values()).isEmpty();
        assertThat(found("$.text.x").values()).isEmpty();
    }

    @Test
    void eachFormCanHoldAndFail() {
        assertThat(holds("$.n", 3)).isTrue();
        assertThat(holds("$.n", 4)).isFalse();
        assertThat(holds("$.rows[*].v", 1)).isFalse();
        assertThat(holds("$.text", Map.of("contains", "och"))).isTrue();
        assertThat(holds("$.list", Map.of("contains", List.of("a", "b")))).isTrue();
        assertThat(holds("$.list", Map.of("contains", List.of("a", "c")))).isFalse();
        assertThat(holds("$.list", Map.of("excludes", "c"))).isTrue();
        assertThat(holds("$.list", Map.of("excludes", "a"))).isFalse();
        assertThat(holds("$.rows[?k=x]", Map.of("size", 2))).isTrue();
        assertThat(holds("$.rows[?k=z]", Map.of("size", 0))).isTrue();
        assertThat(holds("$.list", Map.of("size", 3))).isFalse();
        assertThat(holds("$.list", Map.of("atLeast", 2))).isTrue();
        assertThat(holds("$.list", Map.of("atMost", 1))).isFalse();
        assertThat(holds("$.none", Map.of("present", false))).isTrue();
        assertThat(holds("$.n", Map.of("present", false))).isFalse();
    }

    @Test
    void whatIsNotThereIsNoEmptyList() {
        assertThat(holds("$.nothing", Map.of("size", 0))).isFalse();
        assertThat(holds("$.nothing", Map.of("excludes", "x"))).isFalse();
    }

    private boolean holds(String path, Object form) {
        return Matcher.of(form, "here").holds(found(path), known);
    }

    private static Found found(String path) {
        return JsonPath.of(path, "here").in(ANSWER);
    }
}
