package se.samlad.incident;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * All incidents, to be read through the gate by each one's own labels. Open incidents are kept apart: they stay few,
 * the ended ones do not.
 */
record IncidentList(
        PMap<UUID, Incident> byId,
        PSortedMap<Key, UUID> open,
        PSortedMap<Key, UUID> ended,
        PMap<String, PVector<UUID>> byWarning) {

    /** Sorts the latest first. */
    record Key(Instant signalled, UUID id) implements Comparable<Key> {

        private static final Comparator<Key> LATEST_FIRST =
                Comparator.comparing(Key::signalled).reversed().thenComparing(Key::id);

        static Key of(Incident incident) {
            return new Key(incident.signalled(), incident.id());
        }

        @Override
        public int compareTo(Key other) {
            return LATEST_FIRST.compare(this, other);
        }
    }

    private static final IncidentList EMPTY =
            new IncidentList(HashTreePMap.empty(), TreePMap.empty(), TreePMap.empty(), HashTreePMap.empty());

    static final Across<IncidentList> ACROSS =
            new Across<>(View.of("incident.list", EMPTY, IncidentFact.class, (s, e, f) -> s.apply(e, f)));

    IncidentList apply(Entry by, IncidentFact fact) {
        if (fact instanceof IncidentFact.Joined)
            return this; // its labels are narrower than the incident's; the incident's own view shows it
        var before = byId.get(by.stream());
        var now = (before == null ? Incident.NOTHING : before).apply(by, fact);
        return new IncidentList(
                byId.plus(by.stream(), now),
                moved(open, before, now, true),
                moved(ended, before, now, false),
                before == null ? warned(now) : byWarning);
    }

    private PMap<String, PVector<UUID>> warned(Incident first) {
        var warning = first.warning();
        if (warning == null) return byWarning;
        return byWarning.plus(
                warning, byWarning.getOrDefault(warning, TreePVector.empty()).plus(first.id()));
    }

    /** The incidents made from the warning, the earliest first. */
    Stream<Incident> ofWarning(String warning) {
        return byWarning.getOrDefault(warning, TreePVector.empty()).stream().flatMap(id -> find(id).stream());
    }

    private static PSortedMap<Key, UUID> moved(
            PSortedMap<Key, UUID> those, @Nullable Incident before, Incident now, boolean areOpen) {
        if (before != null && before.isOpen() == now.isOpen() && Key.of(before).equals(Key.of(now))) return those;
        var without = before == null || before.isOpen() != areOpen ? those : those.minus(Key.of(before));
        return now.isOpen() == areOpen ? without.plus(Key.of(now), now.id()) : without;
    }

    Optional<Incident> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The open incidents, the latest first. */
    Stream<Incident> inProgress() {
        return open.values().stream().flatMap(id -> find(id).stream());
    }

    /** The open incidents, then the ended ones, each the latest first. Lazy: takes only as many as are read. */
    Stream<Incident> all() {
        return Stream.concat(inProgress(), ended.values().stream().flatMap(id -> find(id).stream()));
    }
}
