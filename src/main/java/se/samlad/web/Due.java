package se.samlad.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.samlad.access.Viewer;

/** A room's part of the agendas of ordinary forums: what is due to be taken up there. */
public interface Due {

    /** The kinds of forums of ordinary mode (F1). */
    enum Forum {
        COUNCIL,
        HEADS,
        COORDINATION,
        WEEKLY,
        GROUP,
        PLANNING
    }

    /** A forum. @param code as in the register */
    record In(String code, Forum kind) {}

    /**
     * One thing that is due.
     *
     * @param of the id of the thing
     * @param why the key of the text that says why it is due
     * @param page the path of its page
     * @param since when it became due
     */
    record Point(UUID of, String title, String why, String page, Instant since) {}

    /** Those that the viewer may see, in any order. */
    List<Point> due(In forum, Viewer viewer);
}
