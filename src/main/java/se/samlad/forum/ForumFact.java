package se.samlad.forum;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Level;
import se.samlad.incident.Sittings;
import se.samlad.journal.Stored;

/** What is recorded here. Actors are named by code, functions as {@code actor/name}. */
public sealed interface ForumFact extends Sittings.Moved {

    /** How somebody called in is affected (F3). */
    enum Affected {
        DIRECTLY,
        INDIRECTLY
    }

    /**
     * A forum is called together (F1, F6, I2). Opens it.
     *
     * @param name null where the level says enough
     * @param actors all who are called, the convening one among them
     * @param directly those of them weighed as directly affected; who is in neither list was not weighed
     * @param chair the convening function, until the forum decides (I2)
     * @param nextAt when it meets; null: not said
     * @param reach the line to ring or the address; null: not said
     * @param inSteadOf the county board's code where it was convened in its stead (I4); else null
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
            @Nullable String inSteadOf)
            implements ForumFact {}

    /** More are needed, or somebody in it is affected otherwise than was thought (F3). @param affected null: not weighed */
    @Stored("forum.called-in.1")
    record CalledIn(
            List<String> callIn,
            @Nullable Affected affected,
            @Nullable String reason) implements ForumFact {}

    /** They are needed no longer, and why (F3). */
    @Stored("forum.released.1")
    record Released(List<String> release, String reason) implements ForumFact {}

    /** The need was weighed and nothing changed (F3). */
    @Stored("forum.need-weighed.1")
    record NeedWeighed(String reason) implements ForumFact {}

    /** The function says for its actor that the call has reached it (I3). Has a subject of its own: it decides nothing. */
    @Stored("forum.acknowledged.1")
    record Acknowledged(UUID forum) implements ForumFact {}

    /** In conference: the clock from the signal stops (I3). */
    @Stored("forum.gathered.1")
    record Gathered() implements ForumFact {}

    /** The forum decided on another chair (I2). */
    @Stored("forum.chair-passed.1")
    record ChairPassed(String function, String reason) implements ForumFact {}

    /** The directing forum's frame for the coordinating work (F4). Again: a new one. */
    @Stored("forum.frame-set.1")
    record FrameSet(String text) implements ForumFact {}

    /** When it meets next, or how it is reached; null: as it was. */
    @Stored("forum.next-set.1")
    record NextSet(@Nullable Instant nextAt, @Nullable String reach) implements ForumFact {}

    /**
     * Somebody asks for a forum on a level (F2, I2); the county board then convenes, or answers.
     *
     * @param forum the running forum it was asked in; null: an actor asks by itself
     * @param byForum whether it was said by who chairs the forum, for the forum
     */
    @Stored("forum.initiated.1")
    record Initiated(@Nullable UUID forum, Level level, String reason, boolean byForum) implements ForumFact {}

    /** Why no forum is convened, to who asked for it (I2). */
    @Stored("forum.declined.1")
    record Declined(Level level, String reason) implements ForumFact {}

    /** An executing forum becomes the coordinating one (F6). @param actors those who came with it, such as the county board */
    @Stored("forum.raised.1")
    record Raised(
            String chair,
            List<String> actors,
            String reason,
            @Nullable String inSteadOf) implements ForumFact {}

    /** The meeting at the time was not held. Recorded by itself. */
    @Stored("forum.missed.1")
    record Missed(Instant meeting) implements ForumFact {}

    @Stored("forum.closed.1")
    record Closed(String reason) implements ForumFact {}

    /** A standing forum of ordinary mode, in its own stream (F1). @param level null: the owner's council */
    @Stored("forum.established.1")
    record Established(String code, @Nullable Level level, String nameSv, String nameEn) implements ForumFact {}
}
