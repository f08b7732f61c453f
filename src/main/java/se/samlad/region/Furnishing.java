package se.samlad.region;

import java.util.List;
import se.samlad.journal.Draft;

/** What a room records when a region begins, or when a file brings something new of the room's own. */
public interface Furnishing {

    /** The entries, recorded together with the region's own. @param what only what is new or changed */
    List<Draft> furnish(Region what);

    /** The standing forums that there are, for the room that holds them. */
    default List<Region.Forum> forums() {
        return List.of();
    }
}
