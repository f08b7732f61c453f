package se.samlad.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.scenes.Running;
import se.samlad.web.Languages;
import se.samlad.web.Malformed;
import se.samlad.web.Say;

class ListingTest {

    private record Row(
            String name, @Nullable Integer many, @Nullable Instant at) {}

    private static final Listing<Row> LISTING = new Listing<>(
            "/rows",
            "actors",
            List.of(
                    Column.<Row>of("name", (row, say) -> row.name())
                            .chosenBy(List.of(new Choice<>(
                                    "a", say -> "A", row -> row.name().startsWith("A")))),
                    Column.of("kind", (row, say) -> row.many()),
                    Column.of("membership", (row, say) -> row.at())));

    private final Say say = Running.server().part(Languages.class).in("sv");

    /** @param query as {@code name=value} */
    private static Asked asked(String... query) {
        var request = new MockHttpServletRequest("GET", "/rows");
        for (var each : query) request.addParameter(each.split("=", 2)[0], each.split("=", 2)[1]);
        return Asked.of(LISTING, request);
    }

    private List<Row> shown(Stream<Row> rows, String... query) {
        return LISTING.shown(rows, asked(query), say).rows();
    }

    private static Row row(String name, @Nullable Integer many) {
        return new Row(name, many, null);
    }

    @Test
    void aWordAChoiceAndAnOrder() {
        var åsa = row("Åsa", 3);
        var adam = row("Adam", null);
        var zoe = row("Zoë", 10);
        assertThat(shown(Stream.of(zoe, åsa, adam), "q=ÅS")).containsExactly(åsa);
        assertThat(shown(Stream.of(zoe, åsa, adam), "name=a")).containsExactly(adam);
        assertThat(shown(Stream.of(zoe, åsa, adam), "sort=name")).containsExactly(adam, zoe, åsa);
        assertThat(shown(Stream.of(zoe, åsa, adam), "sort=kind")).containsExactly(åsa, zoe, adam);
        assertThat(shown(Stream.of(zoe, åsa, adam), "sort=kind", "down=true")).containsExactly(zoe, åsa, adam);
        assertThat(shown(Stream.of(zoe, åsa, adam))).containsExactly(zoe, åsa, adam);
    }

    @Test
    void pagesHaveAllRowsOnce() {
        var rows = IntStream.range(0, 120).mapToObj(i -> row("r" + i, i)).toList();
        var found = IntStream.rangeClosed(1, 3)
                .mapToObj(page -> shown(rows.stream(), "page=" + page))
                .flatMap(List::stream)
                .toList();
        assertThat(found).isEqualTo(rows);
        assertThat(LISTING.shown(rows.stream(), asked("page=2"), say).more()).isTrue();
        assertThat(LISTING.shown(rows.stream(), asked("page=3"), say).more()).isFalse();
        assertThat(shown(rows.stream(), "all=true")).isEqualTo(rows);
    }

    /** A list is read no further than it must: rows may be made one by one. */
    @Test
    void nothingIsReadThatIsNotShown() {
        var endless = IntStream.iterate(0, i -> i + 1).mapToObj(i -> row("r" + i, i));
        assertThat(shown(endless)).hasSize(Listing.PAGE);
        var falling = IntStream.iterate(0, i -> i + 1).mapToObj(i -> row("r" + i, -i));
        assertThat(shown(falling, "sort=kind").getFirst().many()).isEqualTo(1 - Listing.MOST);
    }

    @Property(tries = 50, seed = "20261130")
    void anyOrderHasTheSameRows(@ForAll @Size(max = 40) List<Integer> numbers) {
        var rows = numbers.stream().map(i -> row("r", i)).toList();
        assertThat(shown(rows.stream(), "sort=kind"))
                .containsExactlyInAnyOrderElementsOf(rows)
                .isSortedAccordingTo(Comparator.comparing(Row::many));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sort=secret", "format=exe", "page=0", "page=99999", "page=-1", "page=1e3", "name=b", "page=x"})
    void whatIsNotThereIsRefused(String query) {
        assertThatThrownBy(() -> asked(query)).isInstanceOf(Malformed.class);
    }

    @Test
    void anAddressSaysTheSameAgain() {
        var asked = asked("q=två ord&mer", "name=a", "sort=kind", "down=true", "page=3");
        assertThat(asked.address("/rows")).isEqualTo("/rows?q=tv%C3%A5+ord%26mer&name=a&sort=kind&down=true&page=3");
        assertThat(asked.sortedBy("kind").address("/rows")).isEqualTo("/rows?q=tv%C3%A5+ord%26mer&name=a&sort=kind");
    }

    private Listing.Shown<Row> whole() {
        var at = Instant.parse("2026-01-14T09:32:00Z");
        return LISTING.shown(
                Stream.of(new Row("=HYPERLINK(\"x\")", 7, at), row("Väg; 76\n\"stängd\" \u0000", null)),
                asked("format=csv"),
                say);
    }

    @Test
    void aSwedishSpreadsheetReadsTheCsv() throws Exception {
        var out = new ByteArrayOutputStream();
        Files.csv(whole(), say, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFFAktör;Slag;Deltar som\r\n")
                .contains("\"'=HYPERLINK(\"\"x\"\")\";7;2026-01-14 10:32\r\n")
                .contains("\"Väg; 76\n\"\"stängd\"\"");
    }

    @Test
    void onPaperEachCellStandsInWordsAndNoMoreThanSomebodyLeafsThrough() {
        assertThat(Files.words(whole(), say).getFirst()).containsExactly("Aktör", "Slag", "Deltar som");
        assertThat(Files.words(whole(), say).get(1)).containsExactly("=HYPERLINK(\"x\")", "7", "2026-01-14 10:32");
        var many = Stream.generate(() -> row("r", 1)).limit(Files.ON_PAPER + 1L);
        var tooMany = LISTING.shown(many, asked("format=pdf"), say);
        assertThatThrownBy(() -> Files.words(tooMany, say)).isInstanceOf(Malformed.class);
    }

    @Test
    void aWorkbookHasTheSame(@TempDir Path folder) throws Exception {
        var file = folder.resolve("list.xlsx");
        try (var out = java.nio.file.Files.newOutputStream(file)) {
            Files.xlsx(whole(), say, out);
        }
        var parts = new TreeMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList())
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(parts).containsKeys("xl/workbook.xml", "xl/worksheets/sheet1.xml");
        assertThat(String.join("", parts.values()))
                .contains("HYPERLINK", "Deltar som")
                .doesNotContain("<f>");
    }

    @Test
    void aProgramGetsTheValues() {
        assertThat(Files.json(whole(), say).getFirst())
                .isEqualTo(Map.of(
                        "name", "=HYPERLINK(\"x\")", "kind", 7, "membership", Instant.parse("2026-01-14T09:32:00Z")));
    }
}
