package se.samlad.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.By;
import se.samlad.journal.Entry;

/**
 * A need from the log, or a statement passed on about others (C3). It is never part of an actor's own picture.
 *
 * @param entry the entry that states it: the row, or its latest correction
 * @param subject the row's id, unchanged by corrections
 * @param about whom it is about; null for a need, which is the actor's own
 */
public record Passed(
        UUID entry,
        UUID subject,
        By by,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String marking,
        String text,
        @Nullable String about,
        @Nullable String source,
        ReportFact.@Nullable Certainty certainty) {

    static Passed of(
            Entry by,
            String text,
            @Nullable String about,
            @Nullable String source,
            ReportFact.@Nullable Certainty certainty) {
        return new Passed(
                by.id(),
                by.subject(),
                by.by(),
                by.occurredAt(),
                by.recordedAt(),
                by.marking(),
                text,
                about,
                source,
                certainty);
    }

    Passed retold(Entry correction, String better) {
        return new Passed(
                correction.id(),
                subject,
                by,
                occurredAt,
                correction.recordedAt(),
                marking,
                better,
                about,
                source,
                certainty);
    }
}
