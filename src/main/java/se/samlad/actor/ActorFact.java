package se.samlad.actor;

import java.util.List;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. */
public sealed interface ActorFact extends Fact {

    /** The actor is registered. Recorded again, it replaces the earlier data. */
    @Stored("actor.registered.1")
    record Registered(Actor actor) implements ActorFact {}

    /** A named group of actors, such as all municipalities. */
    @Stored("actor.group-named.1")
    record GroupNamed(String code, String nameSv, String nameEn, List<String> actors) implements ActorFact {}
}
