package se.samlad.report;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Marking;

/** What is sent in, by programs as by forms. No actor can be sent: it is always the one who acts (A4). */
sealed interface Sent {

    /** What an actor says of itself, or should have said. */
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

    /** A report: {@code status} and {@code happened} and any of the rest (C4), or {@code nothingNew} alone (C1). */
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
            @Nullable OffsetDateTime occurredAt,
            @Nullable String lateBecause,
            @Nullable Marking marking)
            implements Sent, Own {

        boolean saysNothingNew() {
            return Boolean.TRUE.equals(nothingNew);
        }
    }

    /** The whole report as it should have been, and why it was not (C5). Time and sharing stay as they were. */
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

    /** @param reason needed for a decision (C5) */
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

    record NoteCorrection(@Nullable String text, @Nullable String reason) {}
}
