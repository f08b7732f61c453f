package se.samlad.web;

import java.time.Instant;
import java.util.UUID;
import se.samlad.journal.Recorded;

/** The body of a 201 answer. */
public record Created(UUID id, String cursor, Instant recordedAt) {
    public static Created of(Recorded recorded) {
        return new Created(recorded.id(), recorded.cursor(), recorded.recordedAt());
    }
}
