package se.samlad.casework;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/**
 * All cases by id, without their texts: a region has some hundred in ten years. Who reads it asks for each whether its reader may
 * see it.
 *
 * @param ofIncident those that an incident left when it ended, by the incident
 */
public record AllCases(PMap<UUID, Row> all, PMap<UUID, PVector<UUID>> ofIncident) {

    static final Across<AllCases> ACROSS = new Across<>(View.of(
            "case.all",
            new AllCases(HashTreePMap.empty(), HashTreePMap.empty()),
            CaseFact.class,
            (cases, e, fact) -> cases.apply(e, fact)));

    /** A case, as a list needs it. */
    public record Row(UUID id, Labels labels, String title, By by, Instant at, Standing standing) {}

    private AllCases apply(Entry entry, CaseFact fact) {
        if (fact instanceof CaseFact.Raised raised)
            return new AllCases(
                    all.plus(
                            entry.id(),
                            new Row(
                                    entry.id(),
                                    entry.labels(),
                                    raised.title(),
                                    entry.by(),
                                    entry.recordedAt(),
                                    Standing.raised(entry.recordedAt()))),
                    ofIncident);
        if (fact instanceof CaseFact.Came came) {
            var before = ofIncident.getOrDefault(came.incident(), TreePVector.empty());
            return new AllCases(all, ofIncident.plus(came.incident(), before.plus(entry.stream())));
        }
        var row = all.get(entry.stream());
        if (row == null) return this;
        var standing = row.standing().after(fact, entry.recordedAt());
        return new AllCases(
                all.plus(row.id(), new Row(row.id(), row.labels(), row.title(), row.by(), row.at(), standing)),
                ofIncident);
    }

    /** Those that the incident left, in the order in which they came. */
    List<Row> of(UUID incident, Viewer viewer) {
        return ofIncident.getOrDefault(incident, TreePVector.empty()).stream()
                .flatMap(id -> java.util.stream.Stream.ofNullable(all.get(id)))
                .filter(row -> viewer.sees(row.labels()))
                .toList();
    }

    /** Those that have waited longest first. */
    List<Row> seenBy(Viewer viewer) {
        return all.values().stream()
                .filter(row -> viewer.sees(row.labels()))
                .sorted(Comparator.comparing((Row row) -> row.standing().since())
                        .thenComparing(Row::id))
                .toList();
    }
}
