package se.samlad.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import se.samlad.web.Differences.In;
import se.samlad.web.Differences.Piece;

class DifferencesTest {

    private static String joined(List<Piece> pieces, In without) {
        return pieces.stream()
                .filter(piece -> piece.in() != without)
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    @Property(tries = 300, seed = "20261130")
    void theLaterTextIsAllThere(
            @ForAll @StringLength(max = 60) String before, @ForAll @StringLength(max = 60) String after) {
        assertThat(joined(Differences.between(before, after), In.BEFORE)).isEqualTo(after);
        assertThat(Differences.between(after, after)).allMatch(piece -> piece.in() == In.BOTH);
    }

    @Property(tries = 300, seed = "20261130")
    void theWordsOfBothVersionsAreAllThere(
            @ForAll @Size(max = 30) List<Boolean> a, @ForAll @Size(max = 30) List<Boolean> b) {
        var pieces = Differences.between(text(a), text(b));
        assertThat(words(joined(pieces, In.AFTER))).isEqualTo(words(text(a)));
        assertThat(words(joined(pieces, In.BEFORE))).isEqualTo(words(text(b)));
    }

    private static String text(List<Boolean> words) {
        return words.stream().map(word -> word ? "snö " : "is ").collect(Collectors.joining());
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void onlyWhatDiffersIsMarked() {
        assertThat(Differences.between("Skolor är stängda i dag", "Skolor är stängda\ttill fredag"))
                .containsExactly(
                        new Piece(In.BOTH, "Skolor är stängda\t"),
                        new Piece(In.BEFORE, "i dag"),
                        new Piece(In.AFTER, "till fredag"));
        assertThat(Differences.between("", "Nytt")).containsExactly(new Piece(In.AFTER, "Nytt"));
        assertThat(Differences.between("", "")).isEmpty();
    }

    @Test
    void textsTooLongToCompareAreShownWhole() {
        var one = "a b ".repeat(5_000);
        var other = "c d ".repeat(5_000);
        assertThat(Differences.between(one, other))
                .containsExactly(new Piece(In.BEFORE, one), new Piece(In.AFTER, other));
        assertThat(Differences.between(one, one)).containsExactly(new Piece(In.BOTH, one));
    }

    /** Nothing in common is the most work; it is as much as a direction's longest text may have. */
    @Test
    void longTextsAreComparedWordByWord() {
        assertThat(Differences.between("a ".repeat(4_000), "b ".repeat(4_000))).hasSize(2);
    }
}
