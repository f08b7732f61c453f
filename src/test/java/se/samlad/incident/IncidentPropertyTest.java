package se.samlad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samlad.incident.Storm.actor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import se.samlad.access.Level;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.IncidentFact.HandOver;
import se.samlad.journal.Entry;
import se.samlad.journal.Refused;
import se.samlad.journal.View;

/** Properties of the fold and the verbs, for any record and any request. */
class IncidentPropertyTest {

    private static final List<Acting> WHO =
            List.of(Storm.BOARD, Storm.RSIB, Storm.KEEPER, Storm.TABY, Storm.POLICE, Storm.AIRPORT);

    @Property(tries = 300, seed = "20261121")
    void foldingInPiecesEqualsFoldingAtOnce(
            @ForAll("facts") List<IncidentFact> facts, @ForAll @IntRange(max = 20) int cut) {
        var entries = told(facts);
        int at = Math.min(cut, entries.size());
        var first = Incident.VIEW.fold(entries.subList(0, at));
        var rest = new View<>("rest", first, Incident.VIEW.listens(), Incident.VIEW.step());
        assertThat(rest.fold(entries.subList(at, entries.size()))).isEqualTo(Incident.VIEW.fold(entries));
    }

    @Property(tries = 300, seed = "20261121")
    void anySubsetFoldsAndExistsOnlyByItsSignal(
            @ForAll("facts") List<IncidentFact> facts, @ForAll List<Boolean> seen, @ForAll boolean signal) {
        var some = new ArrayList<Entry>();
        var all = told(facts);
        for (int i = signal ? 0 : 1; i < all.size(); i++)
            if (i == 0 || i > seen.size() || seen.get(i - 1)) some.add(all.get(i));
        var incident = Incident.VIEW.fold(some);
        assertThat(incident.exists()).isEqualTo(signal);
        if (signal) assertThat(incident.id()).isEqualTo(Storm.ID);
        assertThat(incident.state() == Incident.State.SIGNALLED)
                .isEqualTo(incident.assessment() == null && incident.stoodDown() == null);
    }

    /** Any request in any order gives a fact that folds, or a refusal, and nothing else. */
    @Property(tries = 500, seed = "20261121")
    void verbsRefuseOrGiveFacts(@ForAll("asked") List<Asked> asked, @ForAll boolean exercise) {
        var storm = exercise ? Storm.exercise(Storm.NOON) : Storm.signalled();
        for (var each : asked) {
            var before = storm.now();
            try {
                storm.then(each.by, each.verb(before).get());
                Statistics.label("answer").collect("fact");
            } catch (Refused e) {
                assertThat(e.key()).matches("(incident|text|occurred|marking)\\..+");
                Statistics.label("answer").collect("refused");
            }
            var now = storm.now();
            assertThat(now.exists()).isTrue();
            if (before.state() == Incident.State.STOOD_DOWN)
                assertThat(now.course()).isEqualTo(before.course());
            if (now.exercise() != null)
                assertThat(now.exercise().shows())
                        .isAfterOrEqualTo(before.exercise().shows());
        }
        Statistics.label("answer").coverage(c -> {
            c.check("fact").percentage(p -> p > 5);
            c.check("refused").percentage(p -> p > 5);
        });
    }

    /** One request to one of the verbs, by one of the cast. */
    record Asked(Acting by, int which, String text, String other, Instant when) {

        Supplier<IncidentFact> verb(Incident i) {
            var concern = Concern.values()[text.length() % 3];
            var level = Level.values()[other.length() % 3];
            var over = List.of(new HandOver(text, other, "samordningsgruppen"));
            return switch (which) {
                case 0 -> () -> Handling.activate(i, by, Storm.COMMON, level, text);
                case 1 -> () -> Handling.answer(i, by, text);
                case 2 -> () -> Handling.weigh(i, by, actor("taby", "skola"), other, concern, text);
                case 3 -> () -> Handling.retitle(i, by, text, other);
                case 4 -> () -> Handling.moveClock(i, by, when);
                case 5 -> () -> Handling.standDown(i, by, text, over, Set.of(other));
                default -> () -> Handling.standDown(i, by, text, List.of(), Set.of());
            };
        }
    }

    @Provide
    Arbitrary<List<Asked>> asked() {
        var text = Arbitraries.oneOf(
                Arbitraries.of("", " ", "skola", "Snö", "\u0000", "\u202e", "a\r\nb", "x".repeat(201)),
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.of("y".repeat(Plain.TEXT + 1)));
        var when = Arbitraries.oneOf(
                Arbitraries.integers().between(-5, 5_000).map(Storm::minute),
                Arbitraries.of(Instant.MIN, Instant.MAX, Instant.EPOCH));
        return Combinators.combine(Arbitraries.of(WHO), Arbitraries.integers().between(0, 6), text, text, when)
                .as(Asked::new)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<IncidentFact>> facts() {
        var word = Arbitraries.of("Snö", "Is", "Övning");
        var level = Arbitraries.of(Level.values());
        Arbitrary<IncidentFact> one = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 99).map(m -> new IncidentFact.ClockMoved(Storm.minute(m))),
                level.map(l -> new IncidentFact.Activated(l, null, true, null)),
                level.map(l -> new IncidentFact.Activated(l, "Brått", true, "lst")),
                word.map(w -> new IncidentFact.Answered(w, true)),
                Combinators.combine(
                                Arbitraries.of("taby", "region"),
                                Arbitraries.of("vard", "trafik").injectNull(0.5),
                                Arbitraries.of(Concern.values()))
                        .as((a, u, c) -> new IncidentFact.Weighed(a, u, c, null)),
                word.map(w -> new IncidentFact.Retitled(w, "Bättre")),
                word.map(w -> new IncidentFact.StoodDown(w, List.of(new HandOver("m", w, "samordningsgruppen")))));
        return one.list().ofMaxSize(15);
    }

    private static List<Entry> told(List<IncidentFact> facts) {
        var storm = Storm.signalled();
        for (int i = 0; i < facts.size(); i++) storm.then(WHO.get(i % WHO.size()), facts.get(i));
        return storm.entries();
    }
}
