package se.samlad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;
import se.samlad.journal.Refused;

class TimesTest {

    private static final Instant NOON = Instant.parse("2026-01-14T12:00:00Z");

    /** The last six are of the hour that comes twice: what is meant is the one nearest the clock. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-14T10:32, 2026-01-14T10:00:00+01:00, 2026-01-14T10:32+01:00",
        "2026-07-14T10:32, 2026-01-14T10:00:00+01:00, 2026-07-14T10:32+02:00",
        "2026-10-25T02:15, 2026-10-25T02:20:00+01:00, 2026-10-25T02:15+01:00",
        "2026-10-25T02:15, 2026-10-25T02:20:00+02:00, 2026-10-25T02:15+02:00",
        "2026-10-25T02:50, 2026-10-25T02:05:00+01:00, 2026-10-25T02:50+02:00",
        "2026-10-25T02:00, 2026-10-25T03:30:00+01:00, 2026-10-25T02:00+01:00",
        "2026-10-25T02:59, 2026-10-25T01:30:00+02:00, 2026-10-25T02:59+02:00",
        "2026-10-25T02:30, 2026-10-25T02:30:00+02:00, 2026-10-25T02:30+02:00"
    })
    void theBrowsersTimeIsStockholms(String local, String clock, String withOffset) {
        assertThat(Times.withOffset(local, Instant.parse(clock), "at")).isEqualTo(withOffset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29T02:00", "2026-03-29T02:30", "2026-03-29T02:59"})
    void aTimeThatNeverWasIsRefused(String never) {
        assertThatThrownBy(() -> Times.withOffset(never, NOON, "occurredAt"))
                .isInstanceOfSatisfying(Refused.class, no -> {
                    assertThat(no.key()).isEqualTo("text.no-such-time");
                    assertThat(no.details()[0]).isEqualTo("occurredAt");
                    assertThat(no.field()).contains("occurredAt");
                });
        assertThat(Times.withOffset("2026-03-29T03:00", NOON, "at")).isEqualTo("2026-03-29T03:00+02:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10:32", "2026-02-30T10:00", "+1000000000-01-01T00:00", "i morgon"})
    void whatIsNoTimeIsLeftToBeRefused(String no) {
        assertThat(Times.withOffset(no, NOON, "at")).isEqualTo(no);
        assertThatThrownBy(() -> Times.inAddress(no))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.details()).containsExactly(no.replace(' ', '+')));
    }

    @Test
    void aTimeInAnAddressIsAStampOrSeconds() {
        assertThat(Times.inAddress("2026-01-14T13:00:00+01:00")).isEqualTo(NOON);
        assertThat(Times.inAddress("2026-01-14T13:00:00 01:00"))
                .as("a plus that became a space")
                .isEqualTo(NOON);
        assertThat(Times.inAddress(String.valueOf(NOON.getEpochSecond()))).isEqualTo(NOON);
        assertThat(Times.inAddress(" ")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "2026-01-14",
                "2026-01-14T13:00:00",
                "-5",
                "999999999999",
                "+999999999-12-31T23:59:59Z",
                "0001-01-01T00:00:00Z",
                "2026-01-14T13:00:00+01:00; and more than a time, much more than any time ever was"
            })
    void anythingElseInAnAddressIsRefused(String text) {
        assertThatThrownBy(() -> Times.inAddress(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aProgramsLocalTimeCoversBothHours() {
        var twice = LocalDateTime.parse("2026-10-25T02:30");
        assertThat(Times.first(twice)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(Times.last(twice)).isEqualTo("2026-10-25T01:30:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-25T00:20:00Z | 02:20 +02:00",
                "2026-10-25T01:20:00Z | 02:20 +01:00",
                "2026-10-25T02:20:00Z | 03:20",
                "2026-10-24T12:20:00Z | lör 14:20",
                "2026-02-14T12:20:00Z | 14 feb 13:20",
                "2025-12-31T12:20:00Z | 31 dec 2025 13:20"
            })
    void theOffsetIsShownInTheDoubledHourAndTheYearWhereItIsAnother(Instant at, String shown) {
        assertThat(say("2026-10-25T10:00:00Z").time(at)).isEqualTo(shown);
    }

    @Test
    void theYearIsShownOnNewYearsDayToo() {
        assertThat(say("2026-01-01T10:00:00Z").time(Instant.parse("2025-12-31T12:20:00Z")))
                .isEqualTo("31 dec 2025 13:20");
    }

    @Test
    void everyExactTimeSaysItsOffset() {
        assertThat(say("2026-10-25T10:00:00Z").exactly(Instant.parse("2026-10-25T01:20:00Z")))
                .isEqualTo("söndag 25 oktober 2026 02:20:00 +01:00");
    }

    /** A time that is written in a field and read back at that time is the same. */
    @Property(tries = 1_000, seed = "20261130")
    void whatAFieldShowsIsReadBackTheSame(@ForAll @IntRange(max = 525_600) int minutes) {
        var at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minutes);
        var field = say("2026-06-01T10:00:00Z").local(at);
        assertThat(Times.inAddress(Times.withOffset(field, at, "at").replaceFirst("T(\\d\\d:\\d\\d)", "T$1:00")))
                .isEqualTo(at);
    }

    private static Say say(String now) {
        return new Say(new StaticMessageSource(), Locale.of("sv"), Instant.parse(now));
    }
}
