package se.samlad.review;

import java.util.List;
import java.util.UUID;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.journal.Entry;
import se.samlad.review.ReviewFact.About;
import se.samlad.review.ReviewFact.Source;
import se.samlad.web.Version;

/**
 * A section of a review.
 *
 * @param heading as it is now
 * @param versions of its text, the drafted one first
 */
public record Section(UUID id, About about, String heading, List<Source> sources, PVector<Version> versions) {

    static PVector<Section> drafted(Entry by, ReviewFact.Drafted d) {
        return TreePVector.from(d.parts().stream()
                .map(part -> new Section(
                        part.section(),
                        part.about(),
                        part.heading(),
                        part.sources(),
                        TreePVector.singleton(version(by, part.text()))))
                .toList());
    }

    static PVector<Section> with(PVector<Section> all, Entry by, ReviewFact.Written w) {
        var version = version(by, w.text() == null ? "" : w.text());
        for (int i = 0; i < all.size(); i++) {
            var each = all.get(i);
            if (each.id.equals(w.section()))
                return all.with(
                        i, new Section(each.id, each.about, w.heading(), each.sources, each.versions.plus(version)));
        }
        return all.plus(new Section(w.section(), About.OTHER, w.heading(), List.of(), TreePVector.singleton(version)));
    }

    private static Version version(Entry by, String text) {
        return new Version(by.id(), by.by(), by.recordedAt(), by.occurredAt(), text);
    }

    public String text() {
        return versions.getLast().text();
    }

    /** What an edit is drawn from. */
    public UUID drawn() {
        return versions.getLast().entry();
    }

    /** Whether people took it out; its versions stay. */
    public boolean isOut() {
        return text().isEmpty() && versions.size() > 1;
    }
}
