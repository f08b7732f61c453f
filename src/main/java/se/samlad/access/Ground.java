package se.samlad.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Verb;

/**
 * What the things of a stream stand on, such as the incident that a forum belongs to: it says who may act in the stream at
 * all, and what its clock shows.
 *
 * @param <G> its state
 */
public interface Ground<G> {

    /**
     * The state that a verb decides on, guarded: the decision holds only if it has not changed.
     *
     * @throws NotThere where the one who acts may not see it
     */
    G guarded(Verb.Facing facing, UUID stream, Acting by);

    /** Nothing: the stream is the thing's own, and whoever sees it may act on it. */
    static Ground<UUID> none() {
        return new Ground<>() {
            @Override
            public UUID guarded(Verb.Facing facing, UUID stream, Acting by) {
                return stream;
            }

            @Override
            public @Nullable Instant happens(UUID stream, Instant now) {
                return null;
            }
        };
    }

    /** When something that is recorded now happens by its clock; null: now. */
    @Nullable
    Instant happens(G ground, Instant now);
}
