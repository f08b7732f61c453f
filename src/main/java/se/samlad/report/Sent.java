package se.samlad.report;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Marking;

/** The input of programs and forms. It never names the reporting actor, which is always the acting function's (A4). */
sealed interface Sent {

    /** An actor's report about itself, or the corrected text of one. */
    interface Own {
        @Nullable
        Status status();

        @Nullable
        String happened();

        @Nullable
        String consequences();

        @Nullable
        String measures();

        @Nullable
        String resources();

        @Nullable
        String needs();

        @Nullable
        String communication();

        @Nullable
        String forecast();

        ReportFact.@Nullable Certainty certainty();

        @Nullable
        String source();
    }

    /**
     * A report: {@code status} and {@code happened}, with any other fields (C4); or {@code nothingNew} alone (C1).
     * Consequences, measures, resources, needs, communication and forecast stand from earlier reports until they are
     * stated anew or ended.
     *
     * @param ended what no longer stands: the name of such a field, or the id of the actor's own row with a need. {@code
     *     needs:<report>} ends the need only if that report is the latest to state it. What does not stand is left
     */
    record Report(
            @Nullable Boolean nothingNew,
            @Nullable Status status,
            @Nullable String happened,
            @Nullable String consequences,
            @Nullable String measures,
            @Nullable String resources,
            @Nullable String needs,
            @Nullable String communication,
            @Nullable String forecast,
            ReportFact.@Nullable Certainty certainty,
            @Nullable String source,
            @Nullable List<String> ended,
            @Nullable OffsetDateTime occurredAt,
            @Nullable String lateBecause,
            @Nullable Marking marking)
            implements Sent, Own {

        boolean saysNothingNew() {
            return Boolean.TRUE.equals(nothingNew);
        }
    }

    /** The whole corrected report, and the reason for the correction (C5). Time and readers stay as they were. */
    record Correction(
            @Nullable Status status,
            @Nullable String happened,
            @Nullable String consequences,
            @Nullable String measures,
            @Nullable String resources,
            @Nullable String needs,
            @Nullable String communication,
            @Nullable String forecast,
            ReportFact.@Nullable Certainty certainty,
            @Nullable String source,
            @Nullable String reason)
            implements Own {}

    /** @param reason required for a decision (C5) */
    record Note(
            ReportFact.@Nullable Kind kind,
            @Nullable String text,
            @Nullable String reason,
            @Nullable String source,
            ReportFact.@Nullable Certainty certainty,
            @Nullable OffsetDateTime occurredAt,
            @Nullable String lateBecause,
            @Nullable Marking marking)
            implements Sent {}

    record Relay(
            @Nullable String about,
            @Nullable String text,
            @Nullable String source,
            ReportFact.@Nullable Certainty certainty,
            @Nullable OffsetDateTime occurredAt,
            @Nullable String lateBecause,
            @Nullable Marking marking)
            implements Sent {}

    /** A need that is met, or no longer there. @param how null: not stated */
    record Met(@Nullable String how) {}

    record NoteCorrection(@Nullable String text, @Nullable String reason) {}
}
