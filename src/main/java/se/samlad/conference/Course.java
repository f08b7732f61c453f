package se.samlad.conference;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.conference.Conference.State;
import se.samlad.journal.Entry;

/**
 * The course of a conference: called, opened, ended.
 *
 * @param why why it was called off; null: it was not, or nobody opened it
 */
public record Course(
        State state,
        @Nullable Instant opened,
        @Nullable End end,
        @Nullable String why,
        @Nullable String summary,
        @Nullable Instant next,
        @Nullable Instant reminded) {
    static final Course BEGUN = new Course(State.CALLED, null, null, null, null, null, null);

    /** @param entry that ended it @param recorded by the server's clock @param itself whether it ended by itself */
    public record End(UUID entry, Instant at, Instant recorded, boolean itself) {}

    Course opened(Instant at) {
        return new Course(State.OPEN, at, null, null, null, null, reminded);
    }

    Course ended(State now, Entry by, @Nullable String reason, boolean itself) {
        var over = new End(by.id(), by.occurredAt(), by.recordedAt(), itself);
        return new Course(now, opened, over, reason, null, null, reminded);
    }

    Course with(@Nullable String words, @Nullable Instant meets) {
        return new Course(state, opened, end, why, words, meets, reminded);
    }

    Course reminded(Instant at) {
        return new Course(state, opened, end, why, summary, next, at);
    }

    /** Whether it ended by itself. */
    public boolean itself() {
        return end != null && end.itself();
    }

    public @Nullable Instant ended() {
        return end == null ? null : end.at();
    }
}
