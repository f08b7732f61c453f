package se.samlad.edition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Viewer;
import se.samlad.edition.EditionFact.Audience;
import se.samlad.edition.EditionFact.Issued;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * The latest edition of each row, and the last ones before. It is not filtered: who reads it asks for each whether its
 * reader may see it.
 *
 * @param latest by the row
 * @param before the latest first, at most {@value #REMEMBERED}; each has its page as long as the journal
 */
record AllEditions(PMap<UUID, Edition> latest, PVector<Edition> before) {

    private static final int REMEMBERED = 500;

    static final Across<AllEditions> ACROSS = new Across<>(View.of(
            "edition.all",
            new AllEditions(HashTreePMap.empty(), TreePVector.empty()),
            EditionFact.class,
            (all, e, fact) -> all.apply(e, fact)));

    private AllEditions apply(Entry entry, EditionFact fact) {
        var edition = Edition.of(entry, (Issued) fact);
        var earlier = latest.get(edition.row());
        var kept = earlier == null ? before : before.plus(0, earlier);
        return new AllEditions(
                latest.plus(edition.row(), edition), kept.size() > REMEMBERED ? kept.minus(REMEMBERED) : kept);
    }

    List<Edition> seenBy(Viewer viewer) {
        return Stream.concat(latest.values().stream(), before.stream())
                .filter(edition -> viewer.sees(edition.labels()))
                .sorted(Comparator.comparing(Edition::at).reversed().thenComparing(Edition::id))
                .toList();
    }

    /** @param incident null: the region's */
    Optional<Edition> latest(Audience audience, @Nullable UUID incident) {
        return Optional.ofNullable(latest.get(Edition.row(audience, incident)));
    }
}
