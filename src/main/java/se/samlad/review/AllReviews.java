package se.samlad.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/** All reviews: one stream's in full, and a row each across all streams, so that lists hold no texts. */
public record AllReviews(PMap<UUID, Review> byId) {

    static final AllReviews NONE = new AllReviews(HashTreePMap.empty());
    static final View<AllReviews> VIEW = View.of("review.one", NONE, ReviewFact.class, AllReviews::apply);

    Optional<Review> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    private AllReviews apply(Entry by, ReviewFact fact) {
        var before = byId.get(by.stream());
        var after = before == null ? Review.begun(by).orElse(null) : before.after(by, fact);
        return after == null ? this : new AllReviews(byId.plus(by.stream(), after));
    }

    /** A review as lists need it: without its texts. @param waiting those that were ordered and are not closed */
    public record Rows(PMap<UUID, Review> byId, PMap<UUID, PVector<UUID>> ofIncident, PSet<UUID> waiting) {

        static final Across<Rows> ACROSS = new Across<>(View.of(
                "review.all",
                new Rows(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePSet.empty()),
                ReviewFact.class,
                Rows::apply));

        private Rows apply(Entry by, ReviewFact fact) {
            var before = byId.get(by.stream());
            var after = before == null ? Review.begun(by).orElse(null) : before.after(by, fact);
            if (after == null) return this;
            var there = ofIncident.getOrDefault(after.incident(), TreePVector.empty());
            boolean waits = after.order() != null && after.closed() == null;
            return new Rows(
                    byId.plus(after.id(), bare(after)),
                    before == null ? ofIncident.plus(after.incident(), there.plus(after.id())) : ofIncident,
                    waits ? waiting.plus(after.id()) : waiting.minus(after.id()));
        }

        private static Review bare(Review of) {
            return new Review(
                    of.id(),
                    of.labels(),
                    of.marking(),
                    of.incident(),
                    of.by(),
                    of.at(),
                    of.order(),
                    of.drafted(),
                    TreePVector.empty(),
                    TreePVector.empty(),
                    of.closed(),
                    of.drawn());
        }

        /** The latest first. */
        List<Review> seenBy(Viewer viewer) {
            return byId.values().stream()
                    .filter(each -> viewer.sees(each.labels()))
                    .sorted(Comparator.comparing(Review::at).reversed().thenComparing(Review::id))
                    .toList();
        }

        List<Review> waiting(Viewer viewer) {
            return waiting.stream()
                    .map(byId::get)
                    .filter(each -> viewer.sees(each.labels()))
                    .sorted(Comparator.comparing(Review::at).thenComparing(Review::id))
                    .toList();
        }

        List<Review> of(UUID incident, Viewer viewer) {
            return ofIncident.getOrDefault(incident, TreePVector.empty()).stream()
                    .map(byId::get)
                    .filter(each -> viewer.sees(each.labels()))
                    .toList();
        }
    }

    /** What observers saw in an incident, each note as it was last corrected. @param notes in the order in which they were begun */
    public record Notes(PVector<Note> notes) {

        static final View<Notes> VIEW =
                View.of("review.notes", new Notes(TreePVector.empty()), ReviewFact.class, Notes::apply);

        private Notes apply(Entry by, ReviewFact fact) {
            if (!(fact instanceof ReviewFact.Noted noted)) return this;
            var note = new Note(by.id(), by.labels(), by, noted);
            for (int i = 0; i < notes.size(); i++)
                if (notes.get(i).id().equals(noted.replaces())) return new Notes(notes.with(i, note));
            return new Notes(notes.plus(note));
        }

        Optional<Note> find(UUID id) {
            return notes.stream().filter(each -> each.id().equals(id)).findFirst();
        }
    }

    /** @param id of the entry that last said it */
    public record Note(UUID id, Labels labels, Entry entry, ReviewFact.Noted said) {}
}
