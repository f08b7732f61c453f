package se.samlad.journal;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verb wants recorded.
 *
 * @param occurredAt null: now
 * @param marking JSON, null: the default
 */
public record Draft(
        UUID id,
        UUID stream,
        UUID subject,
        Fact fact,
        Labels labels,
        @Nullable Instant occurredAt,
        @Nullable String marking) {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochRandomGenerator();

    /**
     * A UUID of version 7. It begins with the millisecond, so that new ids lie together in the database's indexes. The rest is
     * random: a counter would tell how many entries lie between two, also those that the reader may not see.
     */
    public static UUID newId() {
        return IDS.generate();
    }

    /** The first entry of a new stream: the thing's id is the entry's, the subject's and the stream's. */
    public static Draft ofNewStream(UUID id, Fact fact, Labels labels) {
        return new Draft(id, id, id, fact, labels, null, null);
    }

    /** The first entry of a new thing in a stream: the thing's id is the entry's and the subject's. */
    public static Draft ofNewSubject(UUID stream, Fact fact, Labels labels) {
        var id = newId();
        return new Draft(id, stream, id, fact, labels, null, null);
    }

    public static Draft on(UUID stream, UUID subject, Fact fact, Labels labels) {
        return new Draft(newId(), stream, subject, fact, labels, null, null);
    }

    public Draft happened(@Nullable Instant at) {
        return new Draft(id, stream, subject, fact, labels, at, marking);
    }

    public Draft seenBy(Labels others) {
        return new Draft(id, stream, subject, fact, others, occurredAt, marking);
    }

    public Draft marked(@Nullable String as) {
        return new Draft(id, stream, subject, fact, labels, occurredAt, as);
    }
}
