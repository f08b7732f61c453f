package se.samlad.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;
import se.samlad.web.Due;

/** The facts of this room. */
public sealed interface MeetingFact extends Fact {

    /** How an actor takes part. */
    enum How {
        /** It has said that it will. */
        COMING,
        PRESENT,
        DEPUTY,
        ABSENT
    }

    /**
     * A forum is called to a meeting, with what the register says of the forum then.
     *
     * @param forum its code
     * @param sv the forum's name
     * @param chair who chairs it, {@code actor/name}; null: not said
     * @param standIn who chairs it otherwise, likewise
     * @param expected the codes of the forum's actors
     * @param slot the day of the forum's rhythm that it is held for; null: it is one besides
     */
    @Stored("meeting.called.1")
    record Called(
            String forum,
            Due.Forum kind,
            String sv,
            String en,
            @Nullable String chair,
            @Nullable String standIn,
            List<String> expected,
            @Nullable LocalDate slot,
            Instant at,
            int minutes,
            @Nullable String room,
            @Nullable String online)
            implements MeetingFact {}

    @Stored("meeting.moved.1")
    record Moved(
            Instant at,
            int minutes,
            @Nullable String room,
            @Nullable String online,
            String reason) implements MeetingFact {}

    @Stored("meeting.called-off.1")
    record CalledOff(String reason) implements MeetingFact {}

    /** What was due when the meeting began. @param why the key of the text that says why it is due */
    record Taken(UUID of, String title, String why, String page) {}

    /** It goes on; what is due stands on its agenda. */
    @Stored("meeting.opened.1")
    record Opened(List<Taken> due) implements MeetingFact {}

    /** A point on the agenda. @param signal the incident that is laid to the meeting; null: none */
    @Stored("meeting.put.1")
    record Put(
            String title, @Nullable String text, @Nullable UUID signal) implements MeetingFact {}

    /**
     * @param function by which it takes part, {@code actor/name}; null: not said
     * @param fits whether the function's mandate fits the forum's level
     */
    @Stored("meeting.attended.1")
    record Attended(String actor, @Nullable String function, How how, boolean fits) implements MeetingFact {}

    /** What was said. @param point null: of the meeting as a whole */
    @Stored("meeting.noted.1")
    record Noted(@Nullable UUID point, String text) implements MeetingFact {}

    @Stored("meeting.decided.1")
    record Decided(@Nullable UUID point, String text, String reason) implements MeetingFact {}

    /** An actor is of another opinion, in its own name (A4). */
    @Stored("meeting.dissented.1")
    record Dissented(UUID decision, String text) implements MeetingFact {}

    /** @param due null: no day is said */
    @Stored("meeting.undertaken.1")
    record Undertaken(
            @Nullable UUID point,
            String actor,
            String what,
            @Nullable LocalDate due) implements MeetingFact {}

    /** What the actor itself says of what was noted as undertaken by it (A4). */
    @Stored("meeting.own-word.1")
    record OwnWord(
            UUID undertaking, boolean stands, @Nullable String text) implements MeetingFact {}

    /** @param done false: it is not, whatever was said before */
    @Stored("meeting.carried-out.1")
    record CarriedOut(UUID undertaking, boolean done) implements MeetingFact {}

    /** A line of the protocol is otherwise. @param text null: it is withdrawn */
    @Stored("meeting.corrected.1")
    record Corrected(UUID line, @Nullable String text, String reason) implements MeetingFact {}

    /** @param adjusters the codes of the actors that adjust the protocol beside who chairs */
    @Stored("meeting.closed.1")
    record Closed(@Nullable String summary, List<String> adjusters) implements MeetingFact {}

    /** @param chair whether by who chairs, not by one that adjusts */
    @Stored("meeting.approved.1")
    record Approved(boolean chair, @Nullable String remark) implements MeetingFact {}

    /** The summary has reached the actor's own organisation (A7). */
    @Stored("meeting.taken-home.1")
    record TakenHome() implements MeetingFact {}
}
