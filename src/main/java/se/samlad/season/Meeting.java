package se.samlad.season;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.actor.Actors;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.web.Say;

/**
 * A meeting that those who take part in a season have held.
 *
 * @param id of the entry that first noted it
 * @param notes the latest last: it counts, and the others are what was noted before
 */
public record Meeting(UUID id, PVector<Meeting.Note> notes) {

    /** @param reason why it was corrected; null: it is the first */
    public record Note(
            UUID entry,
            By by,
            Instant at,
            SeasonFact.Met said,
            @Nullable String reason) {

        private static Note of(Entry by, SeasonFact.Met said, @Nullable String reason) {
            return new Note(by.id(), by.by(), by.recordedAt(), said, reason);
        }

        /** Those who were there, by name. */
        public String there(Season season, Actors actors, Say say) {
            return said.there().stream()
                    .flatMap(id -> season.find(id).stream())
                    .map(one -> one.name(actors, say))
                    .collect(Collectors.joining(", "));
        }
    }

    static Meeting of(Entry by, SeasonFact.Met said) {
        return new Meeting(by.id(), TreePVector.singleton(Note.of(by, said, null)));
    }

    static PVector<Meeting> corrected(PVector<Meeting> all, Entry by, SeasonFact.MetCorrected c) {
        var now = all;
        for (int i = 0; i < all.size(); i++) {
            var each = all.get(i);
            if (each.id.equals(c.meeting()))
                now = now.with(i, new Meeting(each.id, each.notes.plus(Note.of(by, c.said(), c.reason()))));
        }
        return now;
    }

    public Note now() {
        return notes.getLast();
    }

    /** What was noted before, the latest first. */
    public List<Note> earlier() {
        return notes.minus(notes.size() - 1).reversed();
    }
}
