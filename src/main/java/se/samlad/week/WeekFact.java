package se.samlad.week;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. */
public sealed interface WeekFact extends Fact {

    /** How sure a note is, in the words of CAP 1.2. */
    enum Certainty {
        OBSERVED,
        LIKELY,
        POSSIBLE,
        UNLIKELY,
        UNKNOWN
    }

    /**
     * What an actor sees coming (C6): the first fact of a note, in a stream of its own. Said again on the same subject it
     * is a correction, and the earlier one stays beside it (C5).
     *
     * @param subject what it is about, in a word or two, such as {@code Väder}
     * @param area SCB's code of a municipality or the county, or a place in words; null: not stated
     * @param until until when it matters
     * @param source who says so; null: the actor itself
     */
    @Stored("week.noted.1")
    record Noted(
            String text,
            String subject,
            @Nullable String area,
            Instant until,
            @Nullable String source,
            @Nullable Certainty certainty)
            implements WeekFact {}

    /** A member says in its own name that the note is a need of collaboration, to be taken up at the next conference. */
    @Stored("week.called-need.1")
    record CalledNeed() implements WeekFact {}

    /** The note matters no more. */
    @Stored("week.note-ended.1")
    record NoteEnded(@Nullable String reason) implements WeekFact {}

    /**
     * An event is planned (I6): its first fact, in a stream of its own. Said again on the same subject it is changed.
     *
     * @param area as of {@link Noted}
     * @param permit whose leave it has, with the reference; null: not stated
     * @param expected how many people are expected; null: not stated
     */
    @Stored("week.planned.1")
    record Planned(
            String title,
            Instant from,
            Instant until,
            @Nullable String area,
            @Nullable String text,
            @Nullable String permit,
            @Nullable Integer expected,
            @Nullable String risks)
            implements WeekFact {}

    /** The event does not take place. */
    @Stored("week.called-off.1")
    record CalledOff(String reason) implements WeekFact {}
}
