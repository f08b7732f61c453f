package se.samlad.callout;

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

    /** Whether there is nothing to wait for: the next step is taken at once. */
    boolean isOver() {
        return switch (this) {
            case UNCERTAIN, FAILED, DOWN, NO_PATH, NO_ANSWER, WRONG_NUMBER -> true;
            case SHOWN, HANDED_OVER, DELIVERED, KEPT_IN, IS_IN, OTHER_MEANS -> false;
        };
    }

    /** Whether somebody has answered for the actor. */
    boolean isAnswer() {
        return this == IS_IN || this == OTHER_MEANS;
    }

    /** Whether a person notes it. */
    boolean isByHand() {
        return isAnswer() || this == NO_ANSWER || this == WRONG_NUMBER;
    }

    /** Whether it may take the place of the other: a channel may tell more later, but never less. */
    boolean follows(@org.jspecify.annotations.Nullable Outcome before) {
        if (before == null) return true;
        return before == HANDED_OVER && (this == DELIVERED || this == FAILED)
                || before == UNCERTAIN && this == DELIVERED;
    }
}
