package se.samlad.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.samlad.standing.Rhythm.Stretch;

/** How often a forum meets, in words as short as they can be. */
class RhythmTest {

    private static List<Stretch> stretches(List<Integer> months) {
        return new Rhythm(months, 1, 1, "09:00", 60).stretches();
    }

    @Property
    void stretchesAreTheMonthsAndAsFewAsCanBe(@ForAll Set<@IntRange(min = 1, max = 12) Integer> months) {
        var stretches = stretches(List.copyOf(months));
        assertThat(stretches.stream().flatMap(each -> IntStream.rangeClosed(each.first(), each.last())
                        .boxed()))
                .containsExactlyElementsOf(months.stream().sorted().toList());
        for (int i = 1; i < stretches.size(); i++)
            assertThat(stretches.get(i).first())
                    .isGreaterThan(stretches.get(i - 1).last() + 1);
    }

    @Test
    void aSummerIsLeftOut() {
        assertThat(stretches(List.of(8, 1, 2, 3, 4, 5, 6, 9, 10, 11, 12)))
                .containsExactly(new Stretch(1, 6), new Stretch(8, 12));
    }
}
