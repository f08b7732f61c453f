package se.samlad.rota.page;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import se.samlad.ical.CalendarReader;
import se.samlad.ical.CalendarReader.Bounds;
import se.samlad.ical.CalendarReader.Turn;
import se.samlad.rota.Rota;
import se.samlad.rota.Slice;

/** Given shifts, then calendars of them that are read as they were written (RFC 5545). */
class CalendarsTest {

    private static final Instant NOW = Instant.parse("2026-01-14T12:00:00Z");

    /** What we write, we read. */
    @Property(tries = 60)
    void aCalendarOfOursIsReadAsItWasWritten(
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 60 * 24 * 80) Integer> minutes,
            @ForAll @IntRange(min = 1, max = 60 * 24 * 14) int length) {
        var ical = Calendars.named("Jour");
        var turns = new ArrayList<Turn>();
        for (int minute : minutes.stream().distinct().sorted().toList()) {
            var from = NOW.plus(Duration.ofMinutes(minute));
            var slice = new Slice(new UUID(1, minute), "anna", from, from.plus(Duration.ofMinutes(length)));
            ical.addEvent(Calendars.event(slice, "Tjänsteman i beredskap, Täby; \"jour\"\n", NOW));
            turns.add(new Turn("anna", slice.from(), slice.until()));
        }
        if (turns.isEmpty()) return;
        var read = CalendarReader.read(
                Biweekly.write(ical).go(),
                "anna",
                List.of(),
                new Bounds(NOW, NOW.plus(Rota.AHEAD), NOW.plus(Rota.KEPT), Rota.LONGEST));
        assertThat(read.turns()).isEqualTo(turns);
        assertThat(read.problems()).isEmpty();
    }
}
