package se.samlad.duty;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room: in the actor's own stream, and as rows in the logs of the incidents that it takes part in. */
public sealed interface DutyFact extends Fact {

    /**
     * The one on duty hands over.
     *
     * @param function its name at the actor
     * @param to the account that takes over; null: whoever does of those who may
     * @param open what waits, is undertaken or expected, in words
     */
    @Stored("duty.handed-over.1")
    record HandedOver(
            String actor,
            String function,
            @Nullable String to,
            @Nullable String note,
            List<String> open) implements DutyFact {}

    /** The successor has read it, and is on duty from now on. */
    @Stored("duty.taken-over.1")
    record TakenOver() implements DutyFact {}

    @Stored("duty.kept.1")
    record Kept() implements DutyFact {}

    /** In an incident's log: somebody else is on duty in the function now. */
    @Stored("duty.shift-changed.1")
    record ShiftChanged(String function) implements DutyFact {}

    /**
     * A colleague vouches for a person, who may sign in by a code and act in one function for some hours.
     *
     * @param account that the person acts by meanwhile
     * @param person the account of the person
     * @param how how the colleague knows that it is she
     * @param codeUntil when the code ends
     * @param until when the function ends
     */
    @Stored("duty.vouched-for.1")
    record VouchedFor(
            String actor,
            String account,
            String person,
            String function,
            How how,
            String reason,
            Instant codeUntil,
            Instant until)
            implements DutyFact {}

    /** How a colleague knows who it is. */
    enum How {
        SEEN,
        TELEPHONE
    }

    /** The person came in by the code. */
    @Stored("duty.vouched-in.1")
    record VouchedIn() implements DutyFact {}

    /** Somebody of the actor ended it before its time. */
    @Stored("duty.vouching-ended.1")
    record VouchingEnded() implements DutyFact {}

    /** An administrator has looked at it afterwards. */
    @Stored("duty.vouching-reviewed.1")
    record VouchingReviewed(@Nullable String remark) implements DutyFact {}

    /** In an incident's log: a colleague has let somebody in to the function. */
    @Stored("duty.let-in.1")
    record LetIn(String function, Instant until) implements DutyFact {}
}
