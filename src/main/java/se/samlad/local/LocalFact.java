package se.samlad.local;

import java.util.UUID;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room, each recorded in the streams of both incidents. */
public sealed interface LocalFact extends Fact {

    UUID local();

    UUID parent();

    /** The municipality that answers for the local incident says which regional one it belongs to. */
    @Stored("local.linked.1")
    record Linked(UUID local, UUID parent) implements LocalFact {}

    /** It takes that back. */
    @Stored("local.unlinked.1")
    record Unlinked(UUID local, UUID parent, String reason) implements LocalFact {}
}
