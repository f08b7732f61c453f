package se.samlad.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.By;
import se.samlad.journal.Entry;

/**
 * The current report of an actor, or of one of its units, with what a reader needs to judge it (C3).
 *
 * @param entry the entry that states it: the report, or its latest correction
 * @param report the report's id, unchanged by corrections
 * @param by who reported it first, and in which function
 * @param occurredAt when it was true, as stated
 * @param recordedAt when the entry was recorded, by the server's clock
 * @param renewedAt the time from which its age counts: {@code occurredAt}, or the latest "nothing new" (C1)
 * @param correctedAt when it was corrected, by the incident's clock; null: never
 * @param marking as stored in the envelope, see {@link se.samlad.access.Marking#of}; null: the default
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

    /** The key in {@link Situation#byUnit}: {@code actor} or {@code actor/unit}. */
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

    /** Whether "nothing new" was recorded after the report itself. */
    public boolean isConfirmed() {
        return renewedAt.isAfter(occurredAt);
    }

    Stated stillTrue(Entry confirmation) {
        return renewed(confirmation.occurredAt());
    }

    /** A correction does not renew the report: it keeps the age of the text that it corrects. */
    Stated asFreshAs(Stated before) {
        return renewed(before.renewedAt());
    }

    private Stated renewed(Instant at) {
        return at.isAfter(renewedAt)
                ? new Stated(entry, report, by, occurredAt, recordedAt, at, correctedAt, marking, said)
                : this;
    }
}
