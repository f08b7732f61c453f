package se.samlad.edition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.edition.EditionFact.Audience;
import se.samlad.edition.EditionFact.Issued;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/** One edition as it went out; it never changes. */
public record Edition(UUID id, Labels labels, By by, Instant at, Issued issued) {

    /** The last number for each audience; none: none has gone out. */
    record Numbered(PMap<Audience, Integer> last) {
        static final View<Numbered> VIEW = View.of(
                "edition.numbered",
                new Numbered(HashTreePMap.empty()),
                Issued.class,
                (before, entry, issued) -> new Numbered(before.last().plus(issued.audience(), issued.number())));

        int next(Audience audience) {
            return last.getOrDefault(audience, 0) + 1;
        }
    }

    static Edition of(Entry entry, Issued issued) {
        return new Edition(entry.id(), entry.labels(), entry.by(), entry.recordedAt(), issued);
    }

    /** The subject of all editions for the audience. @param incident null: the region's */
    static UUID row(Audience audience, @Nullable UUID incident) {
        var name = "edition:" + audience + ":" + (incident == null ? "region" : incident);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    UUID row() {
        return row(issued.audience(), issued.incident());
    }

    /** Whether the time that it gave for the next one is past. */
    boolean isOverdue(Instant now) {
        return issued.next() != null && !now.isBefore(issued.next());
    }
}
