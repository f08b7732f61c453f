package se.samlad.paper;

import java.util.UUID;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room, in the stream of the thing that has the paper. */
public sealed interface PaperFact extends Fact {

    /**
     * @param to the id of the thing
     * @param sha256 of its bytes, in hex
     */
    @Stored("paper.attached.1")
    record Attached(UUID to, String name, Content content, long size, String sha256) implements PaperFact {}

    /** It is not to be used any more; its bytes stay. */
    @Stored("paper.withdrawn.1")
    record Withdrawn(String reason) implements PaperFact {}
}
