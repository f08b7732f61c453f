package se.samlad.web;

import java.util.List;
import java.util.UUID;
import se.samlad.access.Viewer;
import se.samlad.journal.Fact;

/**
 * A room's part of what came of an incident in ordinary mode when it ended (I5).
 *
 * @param facts the room's; what came may be another after each of them
 */
public record CameOf(Class<? extends Fact> facts, CameOf.Found found) {

    /**
     * One thing.
     *
     * @param page the path of its page
     * @param how where it stands and whose turn it is, in words
     */
    public record Thing(UUID id, String title, String page, String how) {}

    /** Finds those that the viewer may see, the first that came first. */
    @FunctionalInterface
    public interface Found {
        List<Thing> of(UUID incident, Viewer viewer, Say say);
    }
}
