package se.samlad.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room, in the stream of the incident; their subject is the need. Quantities are whole and above zero. */
public sealed interface ResourceFact extends Fact {

    /** What an actor answers to a need, before it promises anything. */
    enum Answer {
        /** It looks for it. */
        LOOKING,
        OFFER,
        /** A part of what is needed. */
        PARTLY,
        CANNOT
    }

    /**
     * An actor needs something that another may have.
     *
     * @param where in words
     * @param from null: as soon as it can be had
     * @param until null: as long as it is needed
     * @param ifNot what happens if it does not come
     * @param receiver who receives it on the spot; null: not stated
     */
    @Stored("resource.need-raised.1")
    record Raised(
            String what,
            int quantity,
            String where,
            @Nullable Instant from,
            @Nullable Instant until,
            String ifNot,
            @Nullable String receiver)
            implements ResourceFact {}

    /**
     * @param quantity null: not stated
     * @param readyInMinutes from the answer; null: not stated
     * @param terms who pays and what else goes with it, or why it cannot; null: none
     */
    @Stored("resource.answered.1")
    record Answered(
            Answer answer,
            @Nullable Integer quantity,
            @Nullable Integer readyInMinutes,
            @Nullable String terms) implements ResourceFact {}

    /** The directing forum orders the needs. It takes nobody's resource (A4). @param rank 1 comes first */
    @Stored("resource.ranked.1")
    record Ranked(int rank, String reason) implements ResourceFact {}

    /** The one that records it lends so many more. */
    @Stored("resource.promised.1")
    record Promised(int quantity, @Nullable String terms) implements ResourceFact {}

    /** The asker takes the lender's promise. @param actor the lender's code */
    @Stored("resource.accepted.1")
    record Accepted(String actor, int quantity) implements ResourceFact {}

    /** The lender's are on their way. */
    @Stored("resource.departed.1")
    record Departed(int quantity) implements ResourceFact {}

    /** They are there, as the lender or the asker says. @param actor the lender's code */
    @Stored("resource.arrived.1")
    record Arrived(String actor, int quantity) implements ResourceFact {}

    /** The asker sends them back. @param actor the lender's code */
    @Stored("resource.sent-back.1")
    record SentBack(String actor, int quantity) implements ResourceFact {}

    /** The lender has them again. */
    @Stored("resource.returned.1")
    record Returned(int quantity) implements ResourceFact {}

    /** The lender asks for what it lends. */
    @Stored("resource.recalled.1")
    record Recalled(String reason) implements ResourceFact {}

    /** The lender cannot keep its promise for so many. */
    @Stored("resource.broken.1")
    record Broken(int quantity, String reason) implements ResourceFact {}

    /** The asker needs it no more. What is out comes back. */
    @Stored("resource.ended.1")
    record Ended(String reason) implements ResourceFact {}
}
