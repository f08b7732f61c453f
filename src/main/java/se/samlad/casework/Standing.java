package se.samlad.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.casework.CaseFact.Project;

/**
 * Where a case stands, and since when.
 *
 * @param before where it stood when it was laid to rest; null: it does not rest
 * @param project null: there is none yet
 * @param reported whether the project has reported what is to be valued
 * @param spans how it came here, the first first
 */
public record Standing(
        State state,
        Instant since,
        @Nullable State before,
        @Nullable Project project,
        boolean reported,
        PVector<Span> spans) {

    public enum State {
        RAISED,
        EXAMINED,
        PROPOSED,
        DECIDED,
        IN_PROJECT,
        VALUED,
        IMPLEMENTATION_DECIDED,
        FOLLOWED_UP,
        ENDED,
        RESTING;

        public boolean isOver() {
            return this == ENDED;
        }
    }

    /** Whose turn it is. */
    public enum Turn {
        /** The samordningsgruppen's. */
        COORDINATING,
        /** The chefsgruppen's. */
        DIRECTING,
        /** The project's owner's. */
        OWNER,
        NOBODY
    }

    /** A time in which nothing changed. @param reported as in {@link Standing} */
    public record Span(State state, boolean reported, Instant from) {}

    static Standing raised(Instant at) {
        var first = new Span(State.RAISED, false, at);
        return new Standing(State.RAISED, at, null, null, false, TreePVector.singleton(first));
    }

    Standing after(CaseFact fact, Instant at) {
        return switch (fact) {
            case CaseFact.Raised _,
                    CaseFact.Same _,
                    CaseFact.Experience _,
                    CaseFact.Work _,
                    CaseFact.Came _,
                    CaseFact.Written _,
                    CaseFact.Settled _ -> this;
            case CaseFact.Examined _ -> in(State.EXAMINED, at);
            case CaseFact.Proposed _ -> in(State.PROPOSED, at);
            case CaseFact.Decided decided -> decided(decided.outcome(), at);
            case Project now -> to(State.IN_PROJECT, at, null, now, false);
            case CaseFact.Reported _ -> to(state, at, null, project, true);
            case CaseFact.Valued _ -> in(State.VALUED, at);
            case CaseFact.FollowedUp _ -> in(State.FOLLOWED_UP, at);
            case CaseFact.Ended _, CaseFact.Merged _ -> in(State.ENDED, at);
            case CaseFact.Rested _ -> to(State.RESTING, at, state, project, reported);
            case CaseFact.Resumed _ -> in(before == null ? state : before, at);
        };
    }

    /** Sent back, a proposal is examined anew, and a valuation waits for another report. */
    private Standing decided(CaseFact.Outcome outcome, Instant at) {
        boolean valued = state == State.VALUED;
        return switch (outcome) {
            case APPROVED -> in(valued ? State.IMPLEMENTATION_DECIDED : State.DECIDED, at);
            case REJECTED -> in(State.ENDED, at);
            case SENT_BACK -> valued ? to(State.IN_PROJECT, at, null, project, false) : in(State.RAISED, at);
        };
    }

    private Standing in(State now, Instant at) {
        return to(now, at, null, project, reported);
    }

    private Standing to(State now, Instant at, @Nullable State from, @Nullable Project of, boolean hasReported) {
        return new Standing(now, at, from, of, hasReported, spans.plus(new Span(now, hasReported, at)));
    }

    public Turn turn() {
        return switch (state) {
            case RAISED, EXAMINED, DECIDED, IMPLEMENTATION_DECIDED, FOLLOWED_UP -> Turn.COORDINATING;
            case PROPOSED, VALUED -> Turn.DIRECTING;
            case IN_PROJECT -> reported ? Turn.COORDINATING : Turn.OWNER;
            case ENDED, RESTING -> Turn.NOBODY;
        };
    }
}
