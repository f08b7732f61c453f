package se.samlad.access;

import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room, each in its actor's own stream. */
public sealed interface AccessFact extends Fact {

    /**
     * The actor defines one of its functions, with level and mandates (A6). Recorded again, it replaces the earlier
     * definition.
     */
    @Stored("access.function-named.1")
    record FunctionNamed(Function function) implements AccessFact {}

    /** The account holds the function from now on. Only the actor itself decides who does. */
    @Stored("access.function-given.1")
    record FunctionGiven(String account, String actor, String function) implements AccessFact {}

    @Stored("access.function-taken.1")
    record FunctionTaken(String account, String actor, String function) implements AccessFact {}
}
