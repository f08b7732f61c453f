package se.samlad.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.samlad.journal.Refused;

class WordingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Allmänheten", "allmänheten i Norrtälje", "Public", "the public", "Invånare i norr", "ALLA"})
    void isForThePublic_K2(String audience) {
        assertThat(Wording.forThePublic(audience)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Medier",
                "Aktörerna",
                "Alla aktörer",
                "Public transport operators",
                "Personal som möter allmänheten",
                "",
                "  ",
                "Allmänläkare"
            })
    void isNeverForThePublicByAGuess_S1(String audience) {
        assertThat(Wording.forThePublic(audience)).isFalse();
    }

    @Test
    void emptyTooLongAndTooManyAreRefused_K2() {
        refused("text.missing", " ", "Text", "Medier", null);
        refused("text.missing", "Rubrik", null, "Medier", null);
        refused("text.missing", "Rubrik", "Text", "", null);
        refused("text.too-long", "x".repeat(201), "Text", "Medier", null);
        refused("text.too-long", "Rubrik", "x".repeat(100_000), "Medier", null);
        refused("message.channels.too-many", "Rubrik", "Text", "Medier", Collections.nCopies(21, "webb"));
    }

    @Test
    void whatTurnsLinesAroundAndControlsIsTakenOut() {
        var said = Wording.of(
                "A\u202Eb\u0000c\n d", "1\r\n2\u0007", "Medier", Arrays.asList("webb", null, " ", "webb"), " ", null);
        assertThat(said.title()).isEqualTo("Abc d");
        assertThat(said.text()).isEqualTo("1\n2");
        assertThat(said.channels()).containsExactly("webb");
        assertThat(said.topic()).isNull();
    }

    @Test
    void englishIsWholeOrNotThere() {
        assertThat(english("", "").english()).isNull();
        assertThat(english("Title", "Text").english()).isEqualTo(new Wording.English("Title", "Text"));
        assertThatThrownBy(() -> english("Title", " ")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> english("", "Text")).isInstanceOf(Refused.class);
    }

    private static Wording english(String title, String text) {
        return Wording.of("Rubrik", "Text", "Medier", List.of(), null, new Wording.English(title, text));
    }

    private static void refused(String key, String title, String text, String audience, List<String> channels) {
        assertThatThrownBy(() -> Wording.of(title, text, audience, channels, null, null))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.key()).isEqualTo(key));
    }
}
