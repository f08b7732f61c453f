package se.samlad.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.samlad.catalogue.CatalogueFact.Line;
import se.samlad.catalogue.Lines.Mistake;

/** A catalogue is read from a file as a whole, or not at all (D4). */
class LinesTest {

    private static final String HEADING = "slag;vad;antal;minuter;kontakt;villkor\n";

    private static List<String> wrong(String csv) {
        var read = Lines.read(csv);
        return read.mistakes().stream().map(m -> m.line() + " " + m.what()).toList();
    }

    @Test
    void linesAreReadInEitherLanguageAndWithAByteOrderMark_D4() {
        var read = Lines.read("\uFEFF" + HEADING
                + "Bandvagnar;Bandvagn med förare;2;30;TiB;Täby betalar\nPOWER;\"Elverk, 60 kVA\";1;;;\n");
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.lines())
                .containsExactly(
                        new Line(Kind.TRACKED, "Bandvagn med förare", 2, 30, "TiB", "Täby betalar"),
                        new Line(Kind.POWER, "Elverk, 60 kVA", 1, null, null, null));
        assertThat(Lines.read("kind,what,number\nvehicles,Cars,3\n").lines())
                .containsExactly(new Line(Kind.VEHICLE, "Cars", 3, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, number",
        "0, number",
        "100001, number",
        "999999999, number",
        "99999999999999, number",
        "två, number",
        "'', number",
        "1.5, number",
        "-1.5, formula",
        "=1+1, formula",
        "+1, formula",
        "@SUM(A1), formula"
    })
    void anAbsurdQuantityIsRefusedAtItsRow_D4(String quantity, String what) {
        assertThat(wrong(HEADING + "Fordon;Bil;1;;;\nFordon;Buss;" + quantity + ";;;\n"))
                .containsExactly("3 " + what);
    }

    @ParameterizedTest
    @CsvSource({
        "Raketer;Bil;1;;;, 2 kind",
        "Fordon;;1;;;, 2 what",
        "Fordon;Bil;1;-5;;, 2 ready",
        "Fordon;Bil;1;43201;;, 2 ready",
        "Fordon;=cmd|' /C calc'!A0;1;;;, 2 formula",
        "Fordon;Bil;1;;;=HYPERLINK(1), 2 formula",
        "Fordon;\"Bil;1;;;, 0 form"
    })
    void whatIsWrongInARowIsSaidWithItsNumber_D4(String row, String what) {
        assertThat(wrong(HEADING + row + "\n")).containsExactly(what);
    }

    @Test
    void aFileIsSoundOrRefusedAsAWhole_D4() {
        var latin1 = new String(
                (HEADING + "Fordon;Båt;1;;;\n").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        assertThat(wrong(latin1)).containsExactly("0 letters");
        assertThat(wrong("vad;antal\nBil;1\n")).containsExactly("1 no-kind");
        assertThat(wrong(HEADING)).containsExactly("0 empty");
        assertThat(wrong("")).containsExactly("0 empty");
        assertThat(wrong(HEADING + "Fordon;Bil;1;;;\nfordon;BIL;2;;;\n")).containsExactly("3 twice");
        assertThat(wrong(HEADING + "Fordon;Bil;1;;;\n".repeat(50_000))).containsExactly("0 long");
        assertThat(wrong(HEADING + "OTHER;a;1\n".repeat(1_001)))
                .contains("0 rows")
                .hasSizeLessThanOrEqualTo(41);
    }

    @Test
    void aThousandLinesAreTaken_D4() {
        var csv = new StringBuilder(HEADING);
        for (int i = 0; i < Cataloguing.LINES; i++)
            csv.append("Fordon;Bil ").append(i).append(";1;;;\n");
        assertThat(Lines.read(csv.toString()).lines()).hasSize(Cataloguing.LINES);
    }

    /** Whatever bytes come, a file is read or its mistakes are said; no line of it breaks a rule. */
    @Property(tries = 300)
    void everyFileIsAnswered_D4(@ForAll String some, @ForAll List<String> cells) {
        for (var csv : List.of(some, HEADING + some, HEADING + String.join(";", cells))) {
            var read = Lines.read(csv);
            assertThat(read.isSound()).isEqualTo(read.mistakes().isEmpty());
            assertThat(read.lines())
                    .allMatch(line -> line.number() > 0 && !line.what().isBlank());
            assertThat(read.mistakes()).extracting(Mistake::what).doesNotContainNull();
            assertThat(read.isSound() && read.lines().isEmpty()).isFalse();
        }
    }
}
