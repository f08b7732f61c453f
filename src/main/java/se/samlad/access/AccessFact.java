package se.samlad.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
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

    /** The account will hold the function from the time on, and until the other. */
    @Stored("access.function-promised.1")
    record FunctionPromised(
            String account,
            String actor,
            String function,
            Instant from,
            @Nullable Instant until) implements AccessFact {}

    /** When the account's function ends; null: it holds until further notice. Recorded again, it replaces the earlier time. */
    @Stored("access.function-ends.1")
    record FunctionEnds(
            String account,
            String actor,
            String function,
            @Nullable Instant at) implements AccessFact {}

    /** The account no longer holds the function, and is promised it no more. */
    @Stored("access.function-taken.1")
    record FunctionTaken(String account, String actor, String function) implements AccessFact {}
}
