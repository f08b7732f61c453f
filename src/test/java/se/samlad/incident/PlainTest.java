package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.journal.Refused;

class PlainTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "\u00A0", "\u00AD\u2060", "\u3164", "\u2800", "\u200D\uFE0F", "\u0301"})
    void whatShowsNothingIsNoText(String nothing) {
        assertThatThrownBy(() -> Plain.title(nothing, "title"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.key()).isEqualTo("text.missing"));
        assertThatThrownBy(() -> Plain.text(nothing, "reason")).isInstanceOf(Refused.class);
        assertThat(Plain.optional(nothing, "text")).isNull();
        assertThat(Plain.optionalTitle(nothing, "name")).isNull();
        assertThat(Plain.isEmpty(nothing)).isTrue();
    }

    @Test
    void whatIsRecordedIsComposedAndElseAsItWasTyped() {
        assertThat(Plain.text("Ra\u0308ddning pa\u030A va\u0308g", "text")).isEqualTo("Räddning på väg");
        assertThat(Plain.title("Familj \uD83D\uDC69\u200D\uD83D\uDC67", "title"))
                .isEqualTo("Familj \uD83D\uDC69\u200D\uD83D\uDC67");
    }
}
