package se.samlad.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.samlad.access.Function;
import se.samlad.access.Grant;
import se.samlad.access.Grants;
import se.samlad.access.Level;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.casework.CaseFact.Sheet;
import se.samlad.given.Given;
import se.samlad.given.Given.Envelope;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Labels;
import se.samlad.journal.Outdated;
import se.samlad.web.Differences;
import se.samlad.web.Version;

/** Several write one text, section by section: no word that was taken is lost, and nobody overwrites what he has not seen. */
class WritingTest {

    private static final UUID ID = new UUID(1, 1);
    private static final Labels LABELS = Labels.of("members");
    private static final Acting TABY = acting("taby");
    private static final Acting NACKA = acting("nacka");

    private static Acting acting(String actor) {
        var function = new Function(actor, "tib", "T", "T", Level.COORDINATING, Set.of(Mandate.STANCE), null, null);
        var labels = Grants.NONE.with(new Grant("members", "actor:" + actor, true));
        return new Acting(actor, function, Viewer.of(actor, function, () -> labels));
    }

    private final Given given = new Given(ID);

    private WritingTest examined() {
        given.add(ID, ID, TABY.by(), new CaseFact.Raised("Tolkar", "Ingen svarar"), Envelope.at(Given.NOON, LABELS));
        return then(TABY, ID, new CaseFact.Examined("Nio språk"));
    }

    private WritingTest then(Acting by, UUID subject, CaseFact fact) {
        given.add(given.nextId(), subject, by.by(), fact, Envelope.at(Given.minute(given.count()), LABELS));
        return this;
    }

    private Case now() {
        return given.fold(Case.VIEW).find(ID).orElseThrow();
    }

    private void write(Acting by, UUID section, UUID from, String heading, String text) {
        var id = given.nextId();
        var said = new Writing.Said(Sheet.PROPOSAL, section, heading, text);
        var fact = Writing.write(now(), said, id, new DrawnFrom(from), by);
        given.add(id, fact.section(), by.by(), fact, Envelope.at(Given.minute(given.count()), LABELS));
    }

    private Section section(int number) {
        return now().sections(Sheet.PROPOSAL).get(number);
    }

    @Test
    void eachSectionHasItsVersionsWithWhoWroteWhat() {
        examined().write(TABY, null, null, "Kostnad", "Två miljoner kronor");
        var one = section(0);
        write(NACKA, one.id(), one.drawn(), "Kostnader", "Tre miljoner kronor");
        assertThat(section(0).heading()).isEqualTo("Kostnader");
        assertThat(section(0).versions()).extracting(v -> v.by().actor()).containsExactly("taby", "nacka");
        assertThat(Version.changes(section(0).versions(), 1))
                .extracting(piece -> piece.in() + piece.text())
                .containsExactly("BEFORETvå ", "AFTERTre ", "BOTHmiljoner kronor");
        assertThat(Version.changes(section(0).versions(), 0))
                .extracting(Differences.Piece::in)
                .containsOnly(Differences.In.AFTER);
    }

    @Test
    void theSectionsBecomeTheProposalAndWhoProposesHasSeenThem() {
        examined().write(TABY, null, null, "Bakgrund", "Ingen svarar");
        write(NACKA, null, null, "Kostnad", "Två miljoner");
        write(NACKA, null, null, "Bort", "x");
        var out = section(2);
        write(NACKA, out.id(), out.drawn(), "", " ");
        assertThat(Writing.whole(now(), Sheet.PROPOSAL, null))
                .isEqualTo("## Bakgrund\n\nIngen svarar\n\n## Kostnad\n\nTvå miljoner");
        assertThat(Writing.whole(now(), Sheet.PROPOSAL, "Vi föreslår det.")).endsWith("miljoner\n\nVi föreslår det.");
        assertThat(now().drawn(Sheet.PROPOSAL))
                .as("what it is drawn from")
                .isEqualTo(section(2).drawn());
        then(TABY, ID, new CaseFact.Proposed("Så"));
        assertThat(now().drawn(Sheet.PROPOSAL)).isEqualTo(now().drawn());
        assertThat(now().sections(Sheet.PROPOSAL))
                .as("how it was written stays")
                .hasSize(3);
        Given.refused("case.not-now", () -> write(TABY, null, null, "Sent", "x"));
    }

    @Test
    void whatIsWrongIsSaid() {
        examined();
        Given.refused("text.missing", () -> write(TABY, null, null, "Kostnad", " "));
        Given.refused("text.missing", () -> write(TABY, null, null, " ", "x"));
        Given.refused("case.no-section", () -> write(TABY, new UUID(7, 7), null, "Kostnad", "x"));
        for (int i = 0; i < 20; i++) write(TABY, null, null, "Del " + i, "x");
        Given.refused("case.sections", () -> write(TABY, null, null, "Del 21", "x"));
        var first = section(0);
        write(TABY, first.id(), first.drawn(), "Del", "x".repeat(19_000));
        for (int i = 1; i < 3; i++) write(TABY, section(i).id(), section(i).drawn(), "Del", "x".repeat(19_000));
        Given.refused(
                "case.whole", () -> write(TABY, section(3).id(), section(3).drawn(), "Del", "x".repeat(19_000)));
    }

    /** @param looks whether the writer looks at the page before it writes @param section -1: a new one */
    record Act(boolean taby, boolean looks, int section) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-1, 2))
                .as(Act::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 300)
    void underAnyInterleavingNoTakenWordIsLostAndWhoHasNotSeenIsTold(@ForAll("acts") List<Act> acts) {
        var test = new WritingTest().examined();
        var seen = Map.of(true, new HashMap<UUID, UUID>(), false, new HashMap<UUID, UUID>());
        var taken = new ArrayList<String>();
        int told = 0;
        for (int i = 0; i < acts.size(); i++) {
            var act = acts.get(i);
            var sections = test.now().sections(Sheet.PROPOSAL);
            var mine = seen.get(act.taby());
            if (act.looks()) for (var each : sections) mine.put(each.id(), each.drawn());
            boolean fresh = act.section() < 0 || act.section() >= Math.min(sections.size(), 3);
            var section = fresh ? null : sections.get(act.section());
            if (fresh && sections.size() >= 20) continue;
            var from = section == null ? null : mine.get(section.id());
            if (section != null && from == null) continue; // nobody edits what he never saw
            var text = "ord" + i;
            var by = act.taby() ? TABY : NACKA;
            boolean latest = section == null || section.drawn().equals(from);
            try {
                test.write(by, section == null ? null : section.id(), from, "Rubrik", text);
                assertThat(latest).as("the other's text was seen").isTrue();
                taken.add(by.actor() + " " + text);
                var now = test.now().sections(Sheet.PROPOSAL);
                var written = section == null ? now.getLast() : now.get(act.section());
                mine.put(written.id(), written.drawn());
            } catch (Outdated no) {
                assertThat(latest).isFalse();
                assertThat(no.now())
                        .as("the text that it has not seen")
                        .isEqualTo(section == null ? null : section.drawn());
                told++;
            }
        }
        var kept = test.now().sections().stream()
                .flatMap(each -> each.versions().stream())
                .map(v -> v.by().actor() + " " + v.text())
                .toList();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(taken);
        assertThat(told).isLessThanOrEqualTo(acts.size());
    }
}
