package se.samlad.direction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.samlad.direction.Comparison.Change;
import se.samlad.direction.Comparison.Kind;
import se.samlad.direction.Comparison.Part;
import se.samlad.direction.Comparison.Wording;
import se.samlad.web.Differences.In;
import se.samlad.web.Differences.Piece;

class ComparisonTest {

    private static final Wording BEFORE = new Wording(
            "Ingen ska komma till skada",
            List.of("Framkomlighet för ambulans", "El och värme till sjukhus", "Spår före övrig trafik"),
            List.of("Skolor är stängda i dag"),
            List.of("Täby: Plogar Centralvägen", "Alla kommuner: Öppnar en trygghetspunkt"),
            List.of("Stanna hemma"));

    private static Wording with(List<String> priorities, List<String> limits, List<String> measures) {
        return new Wording(BEFORE.aim(), priorities, limits, measures, BEFORE.messages());
    }

    @Test
    void nothingChangedSaysNothing_D2() {
        assertThat(Comparison.between(BEFORE, BEFORE).nothing()).isTrue();
    }

    @Test
    void wordsThatChangedStandOut_D2() {
        var after = with(
                List.of(
                        "Framkomlighet för ambulans",
                        "El och värme till vård- och omsorgsboenden",
                        "Spår före övrig trafik"),
                List.of("Skolor är stängda till fredag"),
                BEFORE.measures());
        var changes = Comparison.between(BEFORE, after).changes();
        assertThat(changes)
                .extracting(Change::part, Change::kind, Change::number)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Part.PRIORITY, Kind.CHANGED, 2),
                        org.assertj.core.groups.Tuple.tuple(Part.LIMIT, Kind.CHANGED, 1));
        assertThat(changes.get(1).pieces())
                .containsExactly(
                        new Piece(In.BOTH, "Skolor är stängda "),
                        new Piece(In.BEFORE, "i dag"),
                        new Piece(In.AFTER, "till fredag"));
    }

    @Test
    void addedAndRemovedAreNotTakenForOneAnother_D2() {
        var after = with(
                BEFORE.priorities(),
                List.of(),
                List.of("Alla kommuner: Öppnar en trygghetspunkt", "Försvarsmakten: Sex bandvagnar"));
        assertThat(Comparison.between(BEFORE, after).changes())
                .extracting(Change::part, Change::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Part.LIMIT, Kind.REMOVED),
                        org.assertj.core.groups.Tuple.tuple(Part.MEASURE, Kind.ADDED),
                        org.assertj.core.groups.Tuple.tuple(Part.MEASURE, Kind.REMOVED));
    }

    @Test
    void theOrderOfPrioritiesMattersAndThatOfMeasuresDoesNot_D2() {
        var p = BEFORE.priorities();
        var after = with(
                List.of(p.get(2), p.get(0), p.get(1)),
                BEFORE.limits(),
                BEFORE.measures().reversed());
        var changes = Comparison.between(BEFORE, after).changes();
        assertThat(changes).isNotEmpty().allMatch(c -> c.part() == Part.PRIORITY && c.kind() == Kind.MOVED);
    }
}
