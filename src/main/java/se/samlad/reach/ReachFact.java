package se.samlad.reach;

import java.util.List;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room, each in its actor's own stream. They hold numbers of functions, never of persons. */
public sealed interface ReachFact extends Fact {

    /** The paths to a function, in the order in which they are tried. They replace the earlier ones. */
    @Stored("reach.paths-set.1")
    record PathsSet(String actor, String function, List<Paths.Path> paths) implements ReachFact {}
}
