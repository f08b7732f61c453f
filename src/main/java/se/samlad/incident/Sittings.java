package se.samlad.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Viewer;
import se.samlad.journal.Fact;
import se.samlad.journal.Labels;
import se.samlad.journal.Verb;
import se.samlad.web.Say;

/** What other rooms need to know of an incident's forums: who sits in them, and who chairs (A6, F3). */
public interface Sittings {

    /** A fact that may change who sits, who chairs, or when a forum meets. */
    interface Moved extends Fact {}

    /**
     * A forum as it is now.
     *
     * @param given its own name; null: named after its level
     * @param chair the function that chairs, as {@code actor/name}
     * @param seats the actors in it, by code, and when each was called
     * @param labels of its first entry
     */
    record Sitting(
            UUID id,
            UUID incident,
            Level level,
            @Nullable String given,
            String chair,
            SortedMap<String, Instant> seats,
            boolean open,
            Labels labels) {

        /** Its name: its own, or its level's in the reader's language. */
        public String name(Say say) {
            return given == null ? say.text("forum.level." + level) : given;
        }

        public boolean chairedBy(Viewer.Acting by) {
            return chair.equals(by.function().id());
        }

        public List<String> actors() {
            return List.copyOf(seats.keySet());
        }

        public boolean has(String actor) {
            return seats.containsKey(actor);
        }
    }

    /** The forums that the viewer may see, the highest level first. */
    List<Sitting> of(UUID incident, Viewer viewer);

    /** The name of a standing forum of ordinary mode, in the reader's language; the code where there is none. */
    String standing(String code, Say say);

    /** The forum for verbs to decide on, where the viewer may see it; the caller guards it. */
    Optional<Sitting> deciding(Verb.Facing facing, UUID incident, UUID forum, Viewer viewer);
}
