package se.samlad.casework;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.casework.CaseFact.Sheet;
import se.samlad.journal.Entry;
import se.samlad.web.Version;

/**
 * A section of a long text that several write: of a proposal, or of a project's report.
 *
 * @param heading as it is now
 * @param versions of its text, the latest last
 */
public record Section(UUID id, Sheet of, String heading, PVector<Version> versions) {

    /** The sections with what the entry writes: a new one, or another version of one. */
    static PVector<Section> with(PVector<Section> all, Entry entry, CaseFact.Written w) {
        var version = new Version(
                entry.id(), entry.by(), entry.recordedAt(), entry.occurredAt(), w.text() == null ? "" : w.text());
        for (int i = 0; i < all.size(); i++) {
            var each = all.get(i);
            if (each.id.equals(w.section()))
                return all.with(i, new Section(each.id, each.of, w.heading(), each.versions.plus(version)));
        }
        return all.plus(new Section(w.section(), w.of(), w.heading(), TreePVector.singleton(version)));
    }

    public String text() {
        return versions.getLast().text();
    }

    /** What an edit is drawn from. */
    public UUID drawn() {
        return versions.getLast().entry();
    }

    /** Whether it is taken out; its versions stay. */
    public boolean isOut() {
        return text().isEmpty();
    }

    /** All sections as one text, and what is said besides. @param besides null: nothing */
    static String whole(List<Section> all, @Nullable String besides) {
        var sections =
                all.stream().filter(each -> !each.isOut()).map(each -> "## " + each.heading + "\n\n" + each.text());
        return Stream.concat(sections, Stream.ofNullable(besides)).collect(Collectors.joining("\n\n"));
    }
}
