package se.samlad.web;

import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import se.samlad.access.Viewer;

/** What a room has raised before, so that the same is not handled twice (I6): its questions, events or cases. */
public interface Raised {

    /**
     * A thing that was raised.
     *
     * @param page the path of its page
     * @param about says what it is and who raised it
     */
    record Thing(String title, String page, Instant at, Function<Say, String> about) {}

    /** Those that the viewer may see, in any order: at most some hundreds. */
    Stream<Thing> seenBy(Viewer viewer);
}
