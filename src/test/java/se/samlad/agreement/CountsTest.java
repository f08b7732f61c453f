package se.samlad.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

    private static final LocalDate ON = LocalDate.of(2025, 6, 30);
    private static final Set<String> CODES = Set.of("0160", "0182");

    private static Counts read(String csv) {
        return Counts.read(csv, ON, CODES);
    }

    private static List<String> wrong(String csv) {
        var counts = read(csv);
        assertThat(counts.isSound()).isFalse();
        return counts.mistakes().stream()
                .map(mistake -> mistake.line() + " " + mistake.what())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code,name,date,population,note\\n0160,Täby,2025-06-30,77000,SCB\\n0182,Nacka,2025-06-30,110000,SCB\\n",
                "\uFEFFregion;folkmängd\\r\\n0160 Täby;77000\\r\\n0182 Nacka;110000\\r\\n",
                "Kod\\tAntal\\n0182\\t110000\\n\\n0160\\t77000",
                "'\"kommunkod\",\"datum\",\"invånare\"\\n\"0160\",\"2025-06-30\",\"77000\"\\n0182,2025-06-30,110000'"
            })
    void theFormsThatStatisticsComeInAreRead_A5(String csv) {
        var counts = read(csv.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"));
        assertThat(counts.mistakes()).isEmpty();
        assertThat(counts.figures()).containsEntry("0160", 77_000).containsEntry("0182", 110_000);
    }

    @Test
    void anEmptyCellIsAFigureThatIsNotKnown_A5() {
        var counts = read("kod;antal\n0160;\n0182;110000\n");
        assertThat(counts.isSound()).isTrue();
        assertThat(counts.figures()).containsEntry("0160", null);
        assertThat(counts.unknown()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kod;antal/0182;1|0 missing",
                "kod;antal/0160;1/0160;2/0182;3|3 twice",
                "kod;datum;antal/0160;2024-06-30;1/0182;2025-06-30;2|2 day",
                "kod;antal/0160;77 000/0182;2|2 grouped",
                "kod;antal/0160;77.000/0182;2|2 grouped",
                "kod;antal/0160;-5/0182;2|2 number",
                "kod;antal/0160;1.5/0182;2|2 number",
                "kod;antal/0160;=1+1/0182;2|2 number",
                "kod;antal/0160;999999999/0182;2|2 number",
                "kod;antal/=cmd;1/0160;1/0182;2|2 code",
                "kod;antal/9999;1/0160;1/0182;2|2 unknown",
                "namn;antal/Täby;1|1 no-code",
                "kod;namn/0160;Täby|1 no-people",
                "kod;antal/\"0160;1|0 form"
            })
    void whatIsWrongIsSaidByLine_A5(String csv, String mistake) {
        assertThat(wrong(csv.replace('/', '\n'))).containsExactly(mistake);
    }

    @Test
    void lettersThatCannotBeReadAreNotGuessed_A5() {
        var latin = new String("kod;folkmängd\n0160;1\n".getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        assertThat(wrong(latin)).containsExactly("0 letters");
    }

    @Test
    void aFileIsBounded_A5() {
        assertThat(wrong("kod;antal\n" + "0160;1\n".repeat(20_000))).containsExactly("0 long");
        assertThat(wrong("kod;antal\n" + "\n0160;1".repeat(3_000)))
                .hasSizeLessThanOrEqualTo(41)
                .contains("3 twice".replace('3', '5'));
        assertThat(wrong("")).containsExactly("0 empty");
    }

    /** Whatever the bytes: an answer, and never half of a file. */
    @Property(seed = "20261204")
    void anyTextIsAnswered_A5(@ForAll @StringLength(max = 200) String text) {
        var counts = read("kod;antal\n" + text);
        assertThat(counts.isSound()).isEqualTo(counts.mistakes().isEmpty());
        if (counts.isSound()) assertThat(counts.figures().keySet()).isEqualTo(CODES);
    }
}
