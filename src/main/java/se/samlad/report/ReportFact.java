package se.samlad.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/**
 * What is recorded here. Whose it is stands in the entry's envelope. Texts are plain, at most 20 000 characters each;
 * {@code lateBecause} says why it was written over an hour after it happened (C5).
 */
public sealed interface ReportFact extends Fact {

    /**
     * What the picture is made of. All else here is only read where the log is: most of a long incident is, and folding it
     * would find nothing.
     */
    sealed interface Pictured extends ReportFact {}

    /** A row of the log. Its reason says why, which a decision always does (C5); else as wanted. */
    sealed interface LogRow extends ReportFact {
        Kind kind();

        String text();

        @Nullable
        String reason();

        @Nullable
        String source();

        @Nullable
        Certainty certainty();

        @Nullable
        String lateBecause();
    }

    /** How sure the one who says it is (C3). */
    enum Certainty {
        CERTAIN,
        LIKELY,
        UNSURE
    }

    /** What kind of row in the log. */
    enum Kind {
        NOTE(false),
        NEED(true),
        DECISION(true),
        MEASURE(false);

        private final boolean pictured;

        Kind(boolean pictured) {
            this.pictured = pictured;
        }

        /** Whether the picture shows it, and not the log alone. */
        boolean isPictured() {
            return pictured;
        }
    }

    /**
     * What an actor, or one of its units, says of itself (C4).
     *
     * @param unit the part of the actor that it is about (A6); null: the whole
     * @param resources what there is and for how long it lasts
     * @param certainty null: not said
     * @param source where the actor has it from; null: its own work
     */
    record OwnPicture(
            @Nullable String unit,
            Status status,
            String happened,
            @Nullable String consequences,
            @Nullable String measures,
            @Nullable String resources,
            @Nullable String needs,
            @Nullable String communication,
            @Nullable String forecast,
            @Nullable Certainty certainty,
            @Nullable String source) {}

    /** An actor's own picture in its own words. */
    @Stored("report.reported.1")
    record Reported(
            @JsonUnwrapped OwnPicture said, @Nullable String lateBecause) implements Pictured {}

    /** The last report still holds (C1). @param nothingNew always true, as posted; @param confirms the report's id */
    @Stored("report.confirmed.1")
    record Confirmed(
            boolean nothingNew,
            @Nullable String unit,
            UUID confirms,
            @Nullable String lateBecause) implements Pictured {}

    /**
     * The whole report anew, beside the old (C5). Its entry happened when the corrected one did.
     *
     * @param corrects the entry that no longer holds: the report, or its latest correction
     * @param correctedAt when it was corrected, by the incident's own clock
     */
    @Stored("report.corrected.1")
    record Corrected(
            UUID corrects,
            String reason,
            Instant correctedAt,
            @JsonUnwrapped OwnPicture said) implements Pictured {}

    /**
     * What an actor passes on about somebody else: kept apart from its own picture (C3).
     *
     * @param about whom or what, in a few words, such as another actor's name
     * @param source who said it; null: not said
     */
    @Stored("report.relayed.1")
    record Relayed(
            String about,
            String text,
            @Nullable String source,
            @Nullable Certainty certainty,
            @Nullable String lateBecause)
            implements Pictured {}

    /** A row that the picture shows too; those that were written before there was {@link Logged} may be of any kind. */
    @Stored("report.noted.1")
    record Noted(
            Kind kind,
            String text,
            @Nullable String reason,
            @Nullable String source,
            @Nullable Certainty certainty,
            @Nullable String lateBecause)
            implements Pictured, LogRow {}

    /** A row that is read in the log alone. */
    @Stored("report.logged.1")
    record Logged(
            Kind kind,
            String text,
            @Nullable String reason,
            @Nullable String source,
            @Nullable Certainty certainty,
            @Nullable String lateBecause)
            implements LogRow {}

    /** Another text for a row, or for what was relayed, beside the old (C5). @param corrects as in {@link Corrected} */
    @Stored("report.note-corrected.1")
    record NoteCorrected(UUID corrects, String text, String reason, Instant correctedAt) implements Pictured {}
}
