package se.samlad.week;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.journal.Refused;

/** The rules for what a note says (C6). */
class NoteTest {

    private static final Instant NOW = Instant.parse("2026-01-14T03:00:00Z");

    private static WeekFact.Noted note(@Nullable String area, @Nullable Instant until) {
        var said = new Noting.Said("Snö", "Väder", area, until, null, null);
        return Noting.note(said, code -> Optional.of("0160").filter(scb -> code.equals("taby")), NOW);
    }

    @Property(tries = 200)
    void itMattersUntilItSaysSoAndNotLonger(@ForAll @LongRange(min = -500, max = 15_000) long hours) {
        var until = NOW.plus(Duration.ofHours(hours));
        if (hours <= 0 || hours > 400 * 24)
            assertThatThrownBy(() -> note(null, until)).isInstanceOf(Refused.class);
        else assertThat(note(null, until).until()).isEqualTo(until);
    }

    @Test
    void whereItDoesNotSayItMattersForAWeek() {
        assertThat(note(null, null).until()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @ParameterizedTest
    @CsvSource({"taby, 0160", "Sergels torg, Sergels torg", "' E4 vid  Kista ', E4 vid Kista"})
    void aCodeIsItsAreaAndWordsAreAPlace(String said, String area) {
        assertThat(note(said, null).area()).isEqualTo(area);
    }

    @Test
    void digitsThatAreNoAreaAreAMistake() {
        assertThatThrownBy(() -> note("0199", null)).hasMessageContaining("week.area");
        assertThatThrownBy(() -> note("a".repeat(101), null)).hasMessageContaining("too-long");
    }
}
