package se.samlad.actor;

import java.util.List;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** What is recorded here. */
public sealed interface ActorFact extends Fact {

    /** The actor is known; again: something about it has changed. */
    @Stored("actor.registered.1")
    record Registered(Actor actor) implements ActorFact {}

    /** A name for several actors at once, such as all municipalities. */
    @Stored("actor.group-named.1")
    record GroupNamed(String code, String nameSv, String nameEn, List<String> actors) implements ActorFact {}
}
