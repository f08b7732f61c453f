package se.samlad.forum;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.incident.Sittings;
import se.samlad.journal.Stored;

/** The facts of this room. Actors are given by code, functions as {@code actor/name}. */
public sealed interface ForumFact extends Sittings.Moved {

    /** How strongly an actor that was called in is affected (F3). */
    enum Affected {
        DIRECTLY,
        INDIRECTLY
    }

    /**
     * A forum is convened or formed (F1, F6, I2). Its first fact.
     *
     * @param name null: the level's name is enough
     * @param actors all who are called, including the convening actor
     * @param directly those of them weighed as directly affected; an actor in neither list was not weighed
     * @param chair the convening function, until the forum decides on another (I2)
     * @param nextAt when it meets; null: not stated
     * @param reach the number to ring or the address; null: not stated
     * @param inSteadOf the county board's code if another actor convened in its stead (I4); else null
     * @param alarm the alarm plan that it was convened by; null: none
     */
    @Stored("forum.convened.1")
    record Convened(
            Level level,
            @Nullable String name,
            @Nullable String purpose,
            List<String> actors,
            List<String> directly,
            List<String> indirectly,
            String chair,
            @Nullable Instant nextAt,
            @Nullable String reach,
            @Nullable String reason,
            @Nullable String inSteadOf,
            @Nullable Alarm alarm)
            implements ForumFact {}

    /** @param plan the entry with the plan as it stood @param atOnce whether one press called all, for nobody to undo */
    record Alarm(UUID plan, boolean atOnce) {}

    /** More actors are called in, or the weighing of a member changed (F3). @param affected null: not weighed */
    @Stored("forum.called-in.1")
    record CalledIn(
            List<String> callIn,
            @Nullable Affected affected,
            @Nullable String reason) implements ForumFact {}

    /** Actors are released, with the reason (F3). */
    @Stored("forum.released.1")
    record Released(List<String> release, String reason) implements ForumFact {}

    /** The need was weighed, and the composition stays as it is (F3). */
    @Stored("forum.need-weighed.1")
    record NeedWeighed(String reason) implements ForumFact {}

    /**
     * The function acknowledges the call for its actor (I3). The fact has a subject of its own, because no decision
     * depends on it.
     */
    @Stored("forum.acknowledged.1")
    record Acknowledged(UUID forum) implements ForumFact {}

    /** The forum has gathered in conference; the clock from the signal stops (I3). */
    @Stored("forum.gathered.1")
    record Gathered() implements ForumFact {}

    /** The forum decided on a new chair (I2). */
    @Stored("forum.chair-passed.1")
    record ChairPassed(String function, String reason) implements ForumFact {}

    /** The directing forum's frame for the coordinating work (F4). A new frame replaces the earlier one. */
    @Stored("forum.frame-set.1")
    record FrameSet(String text) implements ForumFact {}

    /** When the forum meets next, or how it is reached; a field that is null keeps its value. */
    @Stored("forum.next-set.1")
    record NextSet(@Nullable Instant nextAt, @Nullable String reach) implements ForumFact {}

    /**
     * Somebody asks for a forum on a level (F2, I2). The county board then convenes it or answers.
     *
     * @param forum the running forum that asks; null: an actor asks on its own behalf
     * @param byForum whether the forum's chair asked on the forum's behalf
     */
    @Stored("forum.initiated.1")
    record Initiated(@Nullable UUID forum, Level level, String reason, boolean byForum) implements ForumFact {}

    /** Tells those who asked for a forum why none is convened (I2). */
    @Stored("forum.declined.1")
    record Declined(Level level, String reason) implements ForumFact {}

    /**
     * An executing forum becomes the coordinating one (F6).
     *
     * @param actors those added to it, such as the county board
     */
    @Stored("forum.raised.1")
    record Raised(
            String chair,
            List<String> actors,
            String reason,
            @Nullable String inSteadOf) implements ForumFact {}

    /** The meeting planned for the time was not held. Recorded automatically. */
    @Stored("forum.missed.1")
    record Missed(Instant meeting) implements ForumFact {}

    @Stored("forum.closed.1")
    record Closed(String reason) implements ForumFact {}

    /** A standing forum of ordinary mode, in a stream of its own (F1). @param level null: the owner's council */
    @Stored("forum.established.1")
    record Established(String code, @Nullable Level level, String nameSv, String nameEn) implements ForumFact {}
}
