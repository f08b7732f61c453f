package se.samlad.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    /** The last is of the hour that comes twice. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-14T10:32, 2026-01-14T10:32+01:00",
        "2026-07-14T10:32, 2026-07-14T10:32+02:00",
        "2026-10-25T02:30, 2026-10-25T02:30+02:00"
    })
    void theBrowsersTimeIsStockholms(String local, String withOffset) {
        assertThat(Times.withOffset(local)).isEqualTo(withOffset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10:32", "2026-02-30T10:00", "+1000000000-01-01T00:00", "i morgon", ""})
    void whatIsNoTimeIsLeftToBeRefused(String no) {
        assertThat(Times.withOffset(no)).isEqualTo(no);
        assertThatThrownBy(() -> Times.inAddress(no))
                .isInstanceOfSatisfying(
                        Malformed.class, e -> assertThat(e.details()).containsExactly(no.replace(' ', '+')));
    }

    @Test
    void aPlusInAnAddressMayHaveBecomeASpace() {
        assertThat(Times.inAddress("2026-01-14T10:32:00 01:00")).isEqualTo(Instant.parse("2026-01-14T09:32:00Z"));
    }
}
