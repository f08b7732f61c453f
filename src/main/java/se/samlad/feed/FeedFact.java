package se.samlad.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;
import se.samlad.warning.Watched.Why;

/** The facts of this room: one stream for each source and way, one subject for each warning. */
public sealed interface FeedFact extends Fact {

    /** How a warning came to us. */
    enum Way {
        POLLED,
        HANDED_IN
    }

    /** A warning that was unknown or had ended. */
    @Stored("feed.seen.1")
    record Seen(Way way, Notice warning) implements FeedFact {}

    /** A known warning with new contents. */
    @Stored("feed.changed.1")
    record Changed(Way way, Notice warning) implements FeedFact {}

    /**
     * @param id the source's own
     * @param sent when its source issued what ended it; null: it is gone from the full list, or the entry is older than
     *     this field
     */
    @Stored("feed.ended.1")
    record Ended(String id, Why why, @Nullable Instant sent) implements FeedFact {}
}
