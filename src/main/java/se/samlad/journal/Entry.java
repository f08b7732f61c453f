package se.samlad.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recorded fact with its envelope.
 *
 * @param position its place in the journal, from 1, gapless; never leaves the server, see {@link Cursors}
 * @param id a thing that is created has the id of its first entry
 * @param stream what it belongs to: an incident, an actor, a standing forum
 * @param subject the one thing in the stream that it is about
 * @param recordedAt our clock, never before an earlier entry's
 * @param occurredAt when it happened, as stated
 * @param marking as chosen by the author, JSON; null where it was left at the default
 * @param kind the stored name and version of the fact
 * @param body the fact as stored, JSON
 */
public record Entry(
        long position,
        UUID id,
        UUID stream,
        UUID subject,
        By by,
        Instant recordedAt,
        Instant occurredAt,
        Labels labels,
        @Nullable String marking,
        String kind,
        Fact fact,
        String body) {}
