package se.samlad.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    @Provide
    Arbitrary<String> unseen() {
        return Arbitraries.of(
                        0x20, 0x09, 0x0A, 0x00, 0xA0, 0xAD, 0x034F, 0x0301, 0x115F, 0x180E, 0x2000, 0x2007, 0x200B,
                        0x200C, 0x200D, 0x200E, 0x2028, 0x202E, 0x202F, 0x2060, 0x2063, 0x2800, 0x3000, 0x3164, 0xFE0F,
                        0xFEFF, 0xFFA0, 0xE0001, 0xE0100)
                .list()
                .ofMinSize(1)
                .map(all -> all.stream().map(Character::toString).reduce("", String::concat));
    }

    @Property(tries = 500, seed = "20261130")
    void whatShowsNothingIsEmptyAndTakesNothingFromWhatIsSeen(@ForAll("unseen") String unseen) {
        assertThat(Letters.isEmpty(unseen)).isTrue();
        assertThat(Letters.isEmpty(unseen + "å" + unseen)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "!", "7", "å", "a\u030A", "雪", "\uD83D\uDE00", "→", "\u200Bx"})
    void whatShowsSomethingIsNotEmpty(String seen) {
        assertThat(Letters.isEmpty(seen)).isFalse();
    }

    @Test
    void theSameWordIsFoundHoweverItIsWritten() {
        for (var word : new String[] {
            "räddningstjänst", "ra\u0308ddningstja\u0308nst", "rädd\u00ADnings\u00ADtjänst", "rädd\u200Bningstjänst"
        }) {
            assertThat(Letters.searched(word)).isEqualTo("räddningstjänst");
            assertThat(Letters.contains("All RÄDDNINGSTJÄNST är ute", word)).isTrue();
        }
        assertThat(Letters.searched("väg\n76")).isEqualTo("väg\n76");
    }

    @Property(tries = 500, seed = "20261130")
    void whatIsSearchedIsSearchedTheSameAgain(@ForAll String text) {
        assertThat(Letters.searched(Letters.searched(text))).isEqualTo(Letters.searched(text));
        assertThat(Letters.searched(Letters.composed(text))).isEqualTo(Letters.searched(text));
    }
}
