package se.samlad.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * What was recorded, or had been recorded already under the same {@link Once}.
 *
 * @param id of the first entry, which is the id of a thing that was created
 * @param position of the last entry, for waiting until views have it
 * @param cursor of the first entry, as given to those outside
 */
public record Recorded(UUID id, UUID stream, long position, String cursor, Instant recordedAt) {}
