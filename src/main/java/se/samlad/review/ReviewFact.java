package se.samlad.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room (G5). Actors are given by code. */
public sealed interface ReviewFact extends Fact {

    /** What a section is about. */
    enum About {
        TIMES,
        DECISIONS,
        HOLES,
        MESSAGES,
        PLANNED,
        SEEN,
        NOTES,
        /** What people think of it all; drafted empty. */
        JUDGEMENT,
        /** Added by people. */
        OTHER
    }

    /**
     * What an observer saw in an incident or exercise, in a stream beside it.
     *
     * @param forum where it was seen; null: in none
     * @param judged what the observer thinks of it; null: nothing is said
     * @param entry of the incident that it is about; null: none
     * @param replaces the note that this one corrects; null: it is new
     */
    @Stored("review.noted.1")
    record Noted(
            UUID incident,
            Instant at,
            @Nullable UUID forum,
            String seen,
            @Nullable String judged,
            @Nullable UUID entry,
            @Nullable UUID replaces)
            implements ReviewFact {}

    /** The chefsgruppen orders a review of an incident: the first fact of the review. @param what null: all of it */
    @Stored("review.ordered.1")
    record Ordered(
            UUID incident,
            String owner,
            LocalDate by,
            @Nullable String what) implements ReviewFact {}

    /** It is drafted from the journal: the first fact of a review that nobody ordered. */
    @Stored("review.drafted.1")
    record Drafted(UUID incident, List<Part> parts) implements ReviewFact {}

    /** A drafted section. @param sources what it is drawn from */
    record Part(UUID section, About about, String heading, String text, List<Source> sources) {}

    /** @param at when it happened, by the incident's own clock */
    record Source(UUID entry, Instant at, String title) {}

    /** A section is so from now on. @param text null: it is taken out */
    @Stored("review.written.1")
    record Written(UUID section, String heading, @Nullable String text) implements ReviewFact {}

    /** Something that others should learn from. @param text null: the finding is taken out */
    @Stored("review.found.1")
    record Found(UUID finding, @Nullable String text, boolean good) implements ReviewFact {}

    /** A finding has become a lesson. */
    @Stored("review.raised.1")
    record Raised(UUID finding, UUID lesson) implements ReviewFact {}

    @Stored("review.closed.1")
    record Closed(@Nullable String summary) implements ReviewFact {}

    @Stored("review.reopened.1")
    record Reopened(String reason) implements ReviewFact {}
}
