package se.samlad.callout;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;
import se.samlad.reach.Channel.Handed;
import se.samlad.reach.Way;

/** The facts of this room, each in its incident's stream. They hold no numbers and no addresses. */
public sealed interface CalloutFact extends Fact {

    /** Actors are called to a forum, each by its own ladder. Recorded together with what calls them. */
    @Stored("callout.called.1")
    record Called(UUID forum, List<Asked> calls) implements CalloutFact {}

    /**
     * One actor's call.
     *
     * @param function that is called, as {@code actor/name}; empty where the actor has none
     * @param answered whether the actor has answered by calling itself
     */
    record Asked(UUID call, String actor, String function, List<Rung> ladder, boolean answered) {}

    /** The next step of each of these calls is taken now. What it sends is sent afterwards. */
    @Stored("callout.steps-taken.1")
    record StepsTaken(UUID forum, List<Step> steps) implements CalloutFact {}

    /** @param rung which one of the ladder, from 0 */
    record Step(UUID call, int rung) {}

    /** What became of what steps sent, as the channels say. */
    @Stored("callout.carried.1")
    record Carried(UUID forum, List<Given> given) implements CalloutFact {}

    record Given(UUID call, int rung, Outcome outcome) {}

    /** Somebody who calls out notes how it went to call a function by hand. */
    @Stored("callout.noted.1")
    record Noted(UUID forum, UUID call, Outcome outcome) implements CalloutFact {}

    /** Somebody who calls out does not wait longer for an answer to the step. */
    @Stored("callout.skipped.1")
    record Skipped(UUID forum, UUID call, int rung) implements CalloutFact {}

    /** The actor says where it is. */
    @Stored("callout.placed.1")
    record Placed(UUID forum, UUID call, Place place) implements CalloutFact {}

    enum Place {
        ON_THE_WAY,
        IN_CONFERENCE
    }

    /** The actor has come to a conference of the forum, or, after that was said, was not there. */
    @Stored("callout.came.1")
    record Came(UUID forum, UUID call, boolean there) implements CalloutFact {}

    /** The ladder has ended, and nobody has answered. */
    @Stored("callout.not-reached.1")
    record NotReached(UUID forum, List<UUID> calls) implements CalloutFact {}

    /** Whether what the exercise's calls send stays in the building. */
    @Stored("callout.kept-in.1")
    record KeptIn(boolean keptIn) implements CalloutFact {}

    /** Somebody who calls out looked at the personal numbers of those who hold the function. */
    @Stored("callout.looked-up.1")
    record LookedUp(UUID forum, UUID call, String function) implements CalloutFact {}

    /**
     * One step of a ladder.
     *
     * @param function who is called by it, as {@code actor/name}: the called function, its deputy, or its head; empty where the
     *     actor has none
     * @param way how
     * @param seconds how long an answer is waited for before the next step
     */
    public record Rung(String function, Way way, int seconds) {

        public Duration patience() {
            return Duration.ofSeconds(seconds);
        }
    }

    /** What became of a step. */
    public enum Outcome {
        /** It stands on the function's own page. */
        SHOWN,
        /** The channel has taken it. */
        HANDED_OVER,
        /** It has arrived, as the channel says. */
        DELIVERED,
        /** It was kept in the building. */
        KEPT_IN,
        /** The server stopped while it was sent: it may have arrived. */
        UNCERTAIN,
        /** The channel could not carry it. */
        FAILED,
        /** The channel was down and was not tried. */
        DOWN,
        /** There is no address for it any more, or no such channel here. */
        NO_PATH,
        /** By hand: somebody answered for the actor. */
        IS_IN,
        /** By hand: reached in a way that is not in the ladder. */
        OTHER_MEANS,
        NO_ANSWER,
        WRONG_NUMBER;

        /** What a step has come to when its channel was asked. */
        static Outcome of(Handed handed) {
            return switch (handed) {
                case HANDED_OVER -> HANDED_OVER;
                case KEPT_IN -> KEPT_IN;
                case FAILED -> FAILED;
                case DOWN -> DOWN;
                case NO_PATH -> NO_PATH;
            };
        }

        /** Whether there is nothing to wait for: the next step is taken at once. */
        public boolean isOver() {
            return switch (this) {
                case UNCERTAIN, FAILED, DOWN, NO_PATH, NO_ANSWER, WRONG_NUMBER -> true;
                case SHOWN, HANDED_OVER, DELIVERED, KEPT_IN, IS_IN, OTHER_MEANS -> false;
            };
        }

        /** Whether somebody has answered for the actor. */
        public boolean isAnswer() {
            return this == IS_IN || this == OTHER_MEANS;
        }

        /** Whether a person notes it. */
        boolean isByHand() {
            return isAnswer() || this == NO_ANSWER || this == WRONG_NUMBER;
        }

        /** Whether it may take the place of the other: a channel may tell more later, but never less. */
        boolean follows(@Nullable Outcome before) {
            if (before == null) return true;
            return before == HANDED_OVER && (this == DELIVERED || this == FAILED)
                    || before == UNCERTAIN && this == DELIVERED;
        }
    }
}
