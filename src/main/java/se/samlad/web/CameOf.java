package se.samlad.web;

import java.util.List;
import java.util.UUID;
import se.samlad.access.Viewer;

/** A room's part of what came of an incident in ordinary mode when it ended (I5). */
public interface CameOf {

    /**
     * One thing.
     *
     * @param page the path of its page
     * @param how where it stands and whose turn it is, in words
     */
    record Thing(UUID id, String title, String page, String how) {}

    /** Those that the viewer may see, the first that came first. */
    List<Thing> of(UUID incident, Viewer viewer, Say say);
}
