package se.samlad.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.By;
import se.samlad.journal.Entry;

/**
 * What an actor, or one of its units, says of itself now, with all that a reader weighs it by (C3).
 *
 * @param entry the entry that says it: the report, or its latest correction
 * @param report the report's id, the same after corrections
 * @param by who said it first, and as which function
 * @param occurredAt when it was true, as stated
 * @param recordedAt when the entry was recorded, by our clock
 * @param renewedAt what its age counts from: {@code occurredAt}, or the latest "nothing new" (C1)
 * @param correctedAt when it was corrected, by the incident's own clock; null: it was not
 * @param marking as kept in the envelope, see {@link se.samlad.access.Marking#of}; null: the default
 * @param said the report, as corrected
 */
public record Stated(
        UUID entry,
        UUID report,
        By by,
        Instant occurredAt,
        Instant recordedAt,
        Instant renewedAt,
        @Nullable Instant correctedAt,
        @Nullable String marking,
        ReportFact.OwnPicture said) {

    static Stated of(Entry by, ReportFact.Reported said) {
        return new Stated(
                by.id(),
                by.subject(),
                by.by(),
                by.occurredAt(),
                by.recordedAt(),
                by.occurredAt(),
                null,
                by.marking(),
                said.said());
    }

    static Stated of(Entry by, ReportFact.Corrected said) {
        return new Stated(
                by.id(),
                by.subject(),
                by.by(),
                by.occurredAt(),
                by.recordedAt(),
                by.occurredAt(),
                said.correctedAt(),
                by.marking(),
                said.said());
    }

    /** By {@code actor} or {@code actor/unit}. */
    public String key() {
        return Situation.key(by.actor(), said.unit());
    }

    public String actor() {
        return by.actor();
    }

    public @Nullable String unit() {
        return said.unit();
    }

    public Status status() {
        return said.status();
    }

    /** Whether "nothing new" was said after the report itself. */
    public boolean isConfirmed() {
        return renewedAt.isAfter(occurredAt);
    }

    Stated stillTrue(Entry confirmation) {
        return renewed(confirmation.occurredAt());
    }

    /** A correction renews nothing by itself: it keeps the age of what it corrects. */
    Stated asFreshAs(Stated before) {
        return renewed(before.renewedAt());
    }

    private Stated renewed(Instant at) {
        return at.isAfter(renewedAt)
                ? new Stated(entry, report, by, occurredAt, recordedAt, at, correctedAt, marking, said)
                : this;
    }
}
