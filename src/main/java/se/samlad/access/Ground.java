package se.samlad.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Verb;

/**
 * What the things of a stream belong to, such as the incident that a forum belongs to. It says who may act in the
 * stream at all, and gives the stream's clock.
 *
 * @param <G> its state
 */
public interface Ground<G> {

    /**
     * The state that a verb decides on, guarded: the decision is recorded only if that state has not changed.
     *
     * @throws NotThere where the one who acts may not see it
     */
    G guarded(Verb.Facing facing, UUID stream, Acting by);

    /** No ground: the stream belongs to the thing alone, and whoever sees it may act on it. */
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

    /** The time on the ground's clock of what is recorded now; null: the real time. */
    @Nullable
    Instant happens(G ground, Instant now);
}
