package se.samlad.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.NOON;
import static se.samlad.given.Given.acting;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.capability.Assessing.Row;
import se.samlad.capability.Assessing.Said;
import se.samlad.figure.Capability;

/** The rules of assessments and of a year's list; everything wrong is told at its field (G3). */
class AssessingTest {

    private static final Set<String> GIVEN = Set.of("direct-1", "direct-2");

    private static Row row(
            @Nullable String code, @Nullable String sv, @Nullable Integer lowest, @Nullable Integer ambition) {
        return new Row(code, Capability.DIRECT, sv, null, lowest, ambition);
    }

    private static CapabilityFact.Written write(@Nullable String day, @Nullable String decision, Row... rows) {
        var said = new Said(null, new ArrayList<>(List.of(rows)), day, decision);
        return Assessing.write(2026, Shipped.SHEET, GIVEN, said);
    }

    @Test
    void theShippedListHasTheFiveCapabilitiesAndFourLevels() {
        for (var capability : Capability.values())
            assertThat(Shipped.SHEET.of(capability)).hasSizeGreaterThan(3);
        assertThat(Shipped.SHEET.levels()).hasSize(4);
        assertThat(Shipped.SHEET.parts()).extracting(Sheet.Part::code).doesNotHaveDuplicates();
    }

    @Test
    void aRowWithoutNamesIsNoneAndANewOneGetsACodeThatWasNeverGiven() {
        var written = write(
                "2026-10-01",
                "4 §",
                row("direct-1", "Ord", 2, 3),
                row(null, " ", null, null),
                row(null, "Nytt", null, null),
                row("hittepå", "Nytt", 0, 0));
        assertThat(written.sheet().parts())
                .extracting(Sheet.Part::code)
                .containsExactly("direct-1", "direct-3", "direct-4");
        assertThat(written.sheet().levels()).isEqualTo(Shipped.SHEET.levels());
    }

    @Test
    void whatIsWrongIsTold() {
        refused("capability.parts", () -> write(null, null));
        refused(
                "capability.parts-most",
                () -> write(
                        null,
                        null,
                        Collections.nCopies(41, row(null, "En", null, null)).toArray(Row[]::new)));
        refused(
                "capability.twice",
                () -> write(null, null, row("direct-1", "En", null, null), row("direct-1", "Två", null, null)));
        refused("capability.decision", () -> write(null, null, row(null, "En", 1, null)));
        refused("capability.ambition", () -> write(null, "4 §", row(null, "En", 2, 1)));
        refused("capability.level", () -> write(null, "4 §", row(null, "En", 4, null)));
        refused("capability.day", () -> write("2026-02-30", null, row(null, "En", null, null)));
        refused("capability.day", () -> write("2030-01-01", null, row(null, "En", null, null)));
        refused("capability.part-of", () -> write(null, null, new Row(null, null, "En", null, null, null)));
        refused("text.missing", () -> write(null, null, new Row(null, Capability.DIRECT, null, "One", null, null)));
        refused(
                "capability.words",
                () -> Assessing.write(
                        2026,
                        Shipped.SHEET,
                        GIVEN,
                        new Said(new ArrayList<>(List.of(new Sheet.Word("En", ""))), null, null, null)));
        refused("capability.year", () -> Assessing.year(2028, NOON));
        refused("capability.year", () -> Assessing.year(2013, NOON));
        refused("capability.with", () -> Assessing.share(null));
        assertThat(Assessing.year(2027, NOON)).isEqualTo(2027);
    }

    @Test
    void anActorIsAssessedByThoseWhoReportForTheWholeOfIt_A4() {
        var whole = acting("region", "tib", Level.COORDINATING, null, Mandate.REPORT);
        Assessing.mustAssess(whole, true);
        notMandated("capability.who", () -> Assessing.mustAssess(whole, false));
        notMandated(
                "capability.who",
                () -> Assessing.mustAssess(acting("region", "vard", Level.COORDINATING, "vard", Mandate.REPORT), true));
        notMandated(
                "capability.who",
                () -> Assessing.mustAssess(acting("taby", "admin", Level.EXECUTING, null, Mandate.ADMINISTER), true));
        notMandated("capability.who-writes", () -> Assessing.mustWrite(whole));
    }
}
