package se.samlad.rota.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.samlad.rota.RotaFact.Kind;
import se.samlad.rota.Slice;
import se.samlad.web.Say;

/** Given shifts, what rules on rest advise, and how duty is shared (A9). */
class AdviceTest {

    private static Slice slice(String account, String from, int hours) {
        var start = LocalDateTime.parse(from).atZone(Say.STOCKHOLM).toInstant();
        return new Slice(new UUID(0, 0), account, start, start.plus(Duration.ofHours(hours)));
    }

    private static List<String> on(Kind kind, Slice... pieces) {
        return Advice.on(List.of(pieces), Advice.of(kind)).stream()
                .map(f -> f.account() + " " + f.rule().name() + " " + f.times())
                .toList();
    }

    @Test
    void everyRuleSaysWhereItStandsAndWhenItWasRead() {
        for (var kind : Kind.values())
            assertThat(Advice.of(kind).rules())
                    .isNotEmpty()
                    .allMatch(r -> !r.source().isBlank()
                            && r.read().isAfter(LocalDate.of(2026, 1, 1))
                            && r.free().isZero() != r.most().isZero());
    }

    @Test
    void elevenHoursFreeInTheDayThatBeginsWithAShift() {
        assertThat(on(Kind.ON_SITE, slice("anna", "2026-01-14T08:00", 13))).isEmpty();
        assertThat(on(Kind.ON_SITE, slice("anna", "2026-01-14T08:00", 14))).containsExactly("anna daily-rest 1");
        assertThat(on(Kind.ON_SITE, slice("anna", "2026-01-14T08:00", 8), slice("anna", "2026-01-15T02:00", 8)))
                .containsExactly("anna daily-rest 1");
        assertThat(on(Kind.STANDBY, slice("anna", "2026-01-14T08:00", 14))).isEmpty();
    }

    @Test
    void thirtySixHoursFreeInTheWeekAndFortyEightAtMost() {
        assertThat(on(Kind.STANDBY, slice("anna", "2026-01-12T08:00", 168))).containsExactly("anna weekly-rest 1");
        assertThat(on(Kind.STANDBY, slice("anna", "2026-01-12T08:00", 132))).isEmpty();
        var nights = new Slice[7];
        for (int i = 0; i < 7; i++) nights[i] = slice("bo", "2026-01-" + (12 + i) + "T20:00", 8);
        assertThat(on(Kind.ON_SITE, nights)).contains("bo weekly-hours 1");
    }

    @Test
    void hoursNightsAndDaysOfWeekendsAreCountedByPerson_A9() {
        var begin = Instant.parse("2026-01-01T00:00:00Z");
        var pieces = List.of(slice("anna", "2026-01-16T17:00", 63), slice("bo", "2026-01-19T20:00", 12));
        var shares = Fairness.of(List.of("anna", "bo", "eva"), pieces, begin, begin.plus(Duration.ofDays(40)));
        assertThat(shares)
                .containsExactly(
                        new Fairness.Share("anna", 63, 3, 2),
                        new Fairness.Share("bo", 12, 1, 0),
                        new Fairness.Share("eva", 0, 0, 0));
        var october = List.of(slice("anna", "2026-10-24T12:00", 25));
        assertThat(Fairness.of(List.of("anna"), october, begin, begin.plus(Duration.ofDays(365)))
                        .getFirst()
                        .hours())
                .as("the doubled hour is an hour")
                .isEqualTo(25);
    }
}
