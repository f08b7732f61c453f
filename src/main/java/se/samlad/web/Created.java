package se.samlad.web;

import java.time.Instant;
import java.util.UUID;
import se.samlad.journal.Recorded;

/** The answer to what was created (201). */
public record Created(UUID id, String cursor, Instant recordedAt) {
    public static Created of(Recorded recorded) {
        return new Created(recorded.id(), recorded.cursor(), recorded.recordedAt());
    }
}
