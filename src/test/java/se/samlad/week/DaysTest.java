package se.samlad.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import se.samlad.web.Dated;
import se.samlad.web.Dated.Date;
import se.samlad.web.Say;

/** A date stands on every day in which it goes on, also over the hours that the clock skips and doubles (I6). */
class DaysTest {

    private static Date date(Instant from, Instant until) {
        return new Date(Dated.Kind.EVENT, new UUID(1, 1), "Lopp", from, until, null, "taby", "/events/1");
    }

    @Property(tries = 300)
    void itStandsOnTheDaysFromItsFirstToItsLast(
            @ForAll @IntRange(min = 0, max = 800) int day,
            @ForAll @LongRange(min = -5_000, max = 20_000) long minutes,
            @ForAll @LongRange(min = 1, max = 10_000) long length) {
        var first = LocalDate.of(2026, 1, 1).plusDays(day);
        var from = first.atStartOfDay(Say.STOCKHOLM).toInstant().plus(Duration.ofMinutes(minutes));
        var until = from.plus(Duration.ofMinutes(length));
        var begins = from.atZone(Say.STOCKHOLM).toLocalDate();
        var ends = until.minusNanos(1).atZone(Say.STOCKHOLM).toLocalDate();
        for (var each : Days.of(first, 7, List.of(date(from, until)))) {
            boolean on = !each.day().isBefore(begins) && !each.day().isAfter(ends);
            assertThat(each.dates().isEmpty())
                    .as("%s of %s–%s", each.day(), from, until)
                    .isEqualTo(!on);
            if (on)
                assertThat(each.goesOn(each.dates().getFirst()))
                        .isEqualTo(each.day().isAfter(begins));
        }
    }

    @Test
    void whatEndsAtMidnightIsNotOnTheNextDay() {
        var day = LocalDate.of(2026, 10, 25);
        var midnight = day.plusDays(1).atStartOfDay(Say.STOCKHOLM).toInstant();
        var days = Days.of(day, 2, List.of(date(midnight.minus(Duration.ofHours(25)), midnight)));
        assertThat(days.getFirst().dates()).hasSize(1);
        assertThat(days.getLast().dates()).isEmpty();
    }
}
