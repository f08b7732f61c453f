package se.samlad.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.given.Given.acting;
import static se.samlad.given.Given.notMandated;
import static se.samlad.given.Given.refused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.agenda.Outline.Deals;
import se.samlad.agenda.Outline.Leaves;
import se.samlad.agenda.Outline.Step;
import se.samlad.agenda.Outline.Who;
import se.samlad.agenda.Outlining.Row;
import se.samlad.agenda.Outlining.Said;

/** A kind of conference is edited whole, by the secretariat, and everything wrong is told at its field. */
class OutliningTest {

    private static final Function OFFICE =
            new Function("ssr", "kansli", "kansli", "kansli", Level.COORDINATING, Set.of(Mandate.ADMIT), null, null);
    private static final Function LST =
            new Function("lst", "tib", "tib", "tib", Level.COORDINATING, Set.of(Mandate.CONVENE), null, null);

    private static List<@Nullable Row> rows(Row... rows) {
        return new ArrayList<>(List.of(rows));
    }

    private static Outline write(Said said) {
        return Outlining.write(said, Set.of("taby", "nacka")::contains, acting(OFFICE));
    }

    private static Said said(List<@Nullable Row> steps, List<String> also, int minutes, List<String> leaves) {
        return new Said(steps, Who.FORUM, new ArrayList<>(also), minutes, new ArrayList<>(leaves));
    }

    private static final Row REPORTS = new Row(Deals.REPORTS, null, null);

    @Test
    void stepsKeepTheirOrderAndAnEmptyRowIsNone() {
        var outline = write(new Said(
                rows(new Row(null, "Säkerheten", "Security"), new Row(null, " ", null), REPORTS),
                Who.DIRECTLY,
                new ArrayList<>(List.of("taby", "", "nacka", "taby")),
                25,
                new ArrayList<>(List.of("", "SUMMARY"))));
        assertThat(outline)
                .isEqualTo(new Outline(
                        List.of(new Step(Deals.OTHER, "Säkerheten", "Security"), Step.of(Deals.REPORTS)),
                        Who.DIRECTLY,
                        List.of("nacka", "taby"),
                        25,
                        List.of(Leaves.SUMMARY)));
    }

    @Test
    void onlyTheSecretariatEdits() {
        notMandated(
                "agenda.who-writes",
                () -> Outlining.write(said(rows(REPORTS), List.of(), 30, List.of()), code -> true, acting(LST)));
    }

    @Test
    void whatIsWrongIsRefused() {
        refused("agenda.no-steps", () -> write(said(rows(), List.of(), 30, List.of())));
        var many = new ArrayList<@Nullable Row>(Collections.nCopies(13, REPORTS));
        refused("agenda.steps-most", () -> write(said(many, List.of(), 30, List.of())));
        var nameless = new Row(Deals.OTHER, null, null);
        refused("text.missing", () -> write(said(rows(nameless), List.of(), 30, List.of())));
        var long_ = new Row(Deals.NEEDS, "x".repeat(81), null);
        refused("text.too-long", () -> write(said(rows(long_), List.of(), 30, List.of())));
        refused("agenda.minutes", () -> write(said(rows(REPORTS), List.of(), 4, List.of())));
        refused("agenda.minutes", () -> write(said(rows(REPORTS), List.of(), 481, List.of())));
        refused("agenda.no-member", () -> write(said(rows(REPORTS), List.of("zz"), 30, List.of())));
        refused("agenda.leaves", () -> write(said(rows(REPORTS), List.of(), 30, List.of("ALLT"))));
        refused("agenda.who", () -> write(new Said(rows(REPORTS), null, null, 30, null)));
    }

    private static Outline of(Who who, String... also) {
        return new Outline(List.of(Step.of(Deals.KNOWN)), who, List.of(also), 15, List.of());
    }

    @Test
    void whoIsExpectedFollowsFromTheKind_I4() {
        var all = List.of("taby", "nacka", "lst");
        var three = List.of("lst", "ssr");
        assertThat(of(Who.FORUM).expected(all, List.of("taby"), three, true)).containsExactly("lst", "nacka", "taby");
        assertThat(of(Who.DIRECTLY).expected(all, List.of("taby"), three, true)).containsExactly("taby");
        assertThat(of(Who.DIRECTLY).expected(all, List.of(), three, true)).hasSize(3);
        assertThat(of(Who.ASSESSING).expected(all, List.of(), three, true)).containsExactly("lst", "ssr");
        assertThat(of(Who.ASSESSING).expected(all, List.of(), List.of("lst", ""), true))
                .containsExactly("lst");
    }

    /** Who does not see the conference is not waited for there. */
    @Test
    void othersAreExpectedWhereTheySeeIt() {
        assertThat(of(Who.FORUM, "solna").expected(List.of("taby"), List.of(), List.of(), true))
                .containsExactly("solna", "taby");
        assertThat(of(Who.FORUM, "solna").expected(List.of("taby"), List.of(), List.of(), false))
                .containsExactly("taby");
    }
}
