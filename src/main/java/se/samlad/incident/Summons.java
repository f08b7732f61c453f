package se.samlad.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Draft;
import se.samlad.journal.Labels;
import se.samlad.journal.Verb;

/** What a room above records in the same step as the call of actors to a forum. */
public interface Summons {

    /** @param labels of the forum; @param actors those that are called now; @param atOnce in every way at once */
    record Called(UUID forum, Level level, Labels labels, List<String> actors, Acting by, boolean atOnce) {}

    List<Draft> to(Verb.Facing facing, UUID incident, Called called);

    /** What a room above records in the same step as an actor comes to a conference of the forum, or was not there. */
    interface Arrivals {
        List<Draft> of(Verb.Facing facing, UUID incident, UUID forum, String actor, boolean there, Acting by);
    }

    /** What all of them record, by the incident's clock. */
    static List<Draft> all(
            List<Summons> rooms, Verb.Facing facing, UUID incident, Called called, @Nullable Instant happens) {
        if (called.actors().isEmpty()) return List.of();
        return rooms.stream()
                .flatMap(room -> room.to(facing, incident, called).stream())
                .map(draft -> draft.happened(happens))
                .toList();
    }
}
