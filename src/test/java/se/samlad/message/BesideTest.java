package se.samlad.message;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.message.Told.KOMM;
import static se.samlad.message.Told.LST;
import static se.samlad.message.Told.POLISEN;
import static se.samlad.message.Told.words;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import se.samlad.message.Beside.Piece;

class BesideTest {

    private final Told told = new Told();

    @Test
    void anotherActorsMessageAboutTheSameIsShown_K1() {
        var one = told.draft(POLISEN, words("Skolorna stänger i morgon"));
        var other = told.draft(LST, words("Skolor och förskolor stängda"));
        var roads = told.draft(KOMM, words("E18 är avstängd"));
        assertThat(others(one)).containsExactly(told.get(other));
        assertThat(others(other)).containsExactly(told.get(one));
        assertThat(others(roads)).isEmpty();
    }

    @Test
    void anEqualTopicIsEnough_K1() {
        var one = told.draft(POLISEN, about("Snö", "Kör försiktigt"));
        var other = told.draft(LST, about("snö", "Stanna hemma"));
        assertThat(others(one)).containsExactly(told.get(other));
    }

    @Test
    void theOwnActorsAndWhatHasEndedAreNotShown_K1() {
        var one = told.draft(POLISEN, words("Stanna hemma i kväll"));
        told.draft(POLISEN, words("Stanna hemma i natt"));
        var gone = told.draft(LST, words("Stanna hemma nu"));
        assertThat(others(one)).hasSize(1);
        told.discard(gone, LST);
        assertThat(others(one)).isEmpty();
    }

    @Test
    void whatDiffersIsMarkedWordByWord_K1() {
        assertThat(Beside.against("Skolan stänger klockan 12 i dag", "Skolan stänger klockan 14\ni dag"))
                .containsExactly(
                        new Piece("Skolan stänger klockan ", false), new Piece("12 ", true), new Piece("i dag", false));
    }

    @Property(tries = 300, seed = "20261121")
    void thePiecesAreTheText(
            @ForAll @StringLength(max = 60) String text, @ForAll @StringLength(max = 60) String other) {
        assertThat(Beside.against(text, other).stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(Beside.against(text, text)).allMatch(p -> !p.differs());
    }

    @Test
    void textsTooLongToCompareAreMarkedWhole() {
        var a = "a b ".repeat(5_000);
        var b = "c d ".repeat(5_000);
        assertThat(Beside.against(a, b)).containsExactly(new Piece(a, true));
    }

    private List<Message> others(java.util.UUID id) {
        return Beside.others(told.said(), told.get(id));
    }

    private static Wording about(String topic, String title) {
        return new Wording(title, "Text", "Medier", List.of(), topic, null);
    }
}
