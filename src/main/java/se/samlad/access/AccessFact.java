package se.samlad.access;

import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** What is recorded here, each in its actor's own stream. */
public sealed interface AccessFact extends Fact {

    /** The actor says which function represents it, on which level, with which mandates (A6). Again: changed. */
    @Stored("access.function-named.1")
    record FunctionNamed(Function function) implements AccessFact {}

    /** The account holds the function from now on; who does is the actor's own business. */
    @Stored("access.function-given.1")
    record FunctionGiven(String account, String actor, String function) implements AccessFact {}

    @Stored("access.function-taken.1")
    record FunctionTaken(String account, String actor, String function) implements AccessFact {}
}
