package se.samlad.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.samlad.web.Letters;
import tools.jackson.databind.json.JsonMapper;

/** The words by which an entry is found. */
class WordsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    @Property
    void everyTextOfAFactIsSearchedWordByWordHoweverDeepItLies(
            @ForAll String title,
            @ForAll @Size(max = 5) List<String> listed,
            @ForAll String within,
            @ForAll int number) {
        var body = JSON.writeValueAsString(List.of(title, number, listed, Map.of("text", List.of(within, true))));
        var texts =
                Stream.of(Stream.of(title), listed.stream(), Stream.of(within)).flatMap(all -> all);

        assertThat(words(Words.of(body)))
                .isEqualTo(texts.flatMap(WordsTest::wordsIn).toList());
    }

    @Test
    void namesOfFieldsAndWhatIsNoTextAreNotSearched() {
        assertThat(words(Words.of("{\"title\":\"Väg 76, kl. 14.30\",\"length\":42,\"late\":true,\"left\":null}")))
                .containsExactly("Väg", "76", "kl", "14", "30");
    }

    @Test
    void lettersAreComposedAndWhatIsNotSeenIsLeftOut() {
        assertThat(words(Words.of("[\"ra\\u0308ddnings\\u00ADtja\\u0308nst\"]")))
                .containsExactly("räddningstjänst");
        assertThat(Words.asked("RA\u0308DD\u200BNINGS")).containsExactly("räddnings");
    }

    @Test
    void theEndOfAVeryLongTextIsNotSearched() {
        assertThat(Words.of("[\"" + "ord ".repeat(100_000) + "\"]")).hasSize(100_000);
    }

    private static List<String> words(String told) {
        return Stream.of(told.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static Stream<String> wordsIn(String text) {
        return WORD.matcher(Letters.searched(text)).results().map(MatchResult::group);
    }
}
