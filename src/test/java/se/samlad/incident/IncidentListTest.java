package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.samlad.access.Level;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;

/** Whatever happens: the open incidents first, then the ended ones, each the latest first. */
class IncidentListTest {

    private static final Comparator<Incident> OPEN_THEN_LATEST = Comparator.comparing((Incident i) -> !i.isOpen())
            .thenComparing(Comparator.comparing(Incident::signalled).reversed())
            .thenComparing(Incident::id);

    /** @param at minutes after noon, by the incident's own clock */
    record Step(int incident, IncidentFact fact, int at) {}

    @Property(tries = 300, seed = "20261121")
    void isTheSameAsSortingThemAll(@ForAll("steps") List<Step> steps) {
        var list = IncidentList.ACROSS.view().start();
        Map<UUID, Incident> each = new HashMap<>();
        for (var entry : told(steps)) {
            list = IncidentList.ACROSS.view().step().apply(list, entry);
            each.merge(
                    entry.stream(),
                    Incident.VIEW.step().apply(Incident.NOTHING, entry),
                    (before, now) -> Incident.VIEW.step().apply(before, entry));
        }
        var sorted = each.values().stream().sorted(OPEN_THEN_LATEST).toList();
        assertThat(list.all()).containsExactlyElementsOf(sorted);
        assertThat(list.inProgress())
                .containsExactlyElementsOf(
                        sorted.stream().filter(Incident::isOpen).toList());
        for (var incident : sorted) assertThat(list.find(incident.id())).contains(incident);
    }

    /** The first of each incident is its signal. */
    private static List<Entry> told(List<Step> steps) {
        var entries = new ArrayList<Entry>();
        for (var step : steps) {
            var id = new UUID(7, step.incident);
            boolean begun = entries.stream().anyMatch(e -> e.stream().equals(id));
            var fact = begun ? step.fact : Storm.signal("Snö " + step.incident);
            Instant at = Storm.minute(step.at);
            var entryId = begun ? new UUID(8, entries.size()) : id;
            entries.add(new Entry(
                    entries.size() + 1L,
                    entryId,
                    id,
                    id,
                    Storm.BOARD.by(),
                    Storm.minute(entries.size()),
                    at,
                    Labels.of("members"),
                    null,
                    "",
                    fact,
                    "{}"));
        }
        return entries;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<IncidentFact> fact = Arbitraries.of(
                new IncidentFact.Activated(Level.COORDINATING, null, true, null),
                new IncidentFact.Answered("Räcker", true),
                new IncidentFact.Retitled("Is", "Bättre"),
                new IncidentFact.StoodDown("Över", List.of()));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        fact,
                        Arbitraries.integers().between(0, 3))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
