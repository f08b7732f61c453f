package se.samlad.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;
import se.samlad.feed.FeedFact.Way;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.warning.Warning.Status;
import se.samlad.warning.Watched.Why;

/**
 * The warnings: the fold of this room's facts, of one stream or across all. Ended warnings stay for seven days, at most
 * the latest {@value #MOST}. {@link Noting} limits how many are open.
 *
 * @param items by subject
 * @param ended the subjects of ended warnings, by the position of the entry that ended each
 */
public record Watch(PMap<UUID, Item> items, PSortedMap<Long, UUID> ended) {

    /** The limit of open warnings in one stream, and of ended warnings over all. */
    static final int MOST = 2_000;

    static final Duration ENDED_STAY = Duration.ofDays(7);
    static final Watch NOTHING = new Watch(HashTreePMap.empty(), TreePMap.empty());
    static final View<Watch> VIEW = View.of("feed.watch", NOTHING, FeedFact.class, (s, e, f) -> s.apply(e, f));
    static final Across<Watch> ACROSS = new Across<>(VIEW);

    /** Where a warning is in its life. */
    public enum State {
        CURRENT,
        CANCELLED,
        EXPIRED,
        ENDED
    }

    /**
     * @param sent when its source issued what ended it; null: not known
     * @param position of the entry that ended it
     */
    record End(Why why, @Nullable Instant sent, Instant at, long position) {}

    /**
     * One warning.
     *
     * @param by who recorded its current contents
     * @param since when it was first recorded
     * @param changed when its current contents or its end was recorded
     * @param labels of its first entry, for the gate
     */
    public record Item(
            UUID subject,
            Way way,
            Notice warning,
            By by,
            Instant since,
            Instant changed,
            Labels labels,
            @Nullable End end) {

        boolean isOpen() {
            return end == null;
        }

        /** When its source issued what cancelled or replaced it; null: it is open, or only gone from a list. */
        @Nullable
        Instant endedBySource() {
            if (end == null || end.why() == Why.GONE) return null;
            return end.sent() == null ? warning.sent() : end.sent();
        }

        /**
         * The state at that time. A warning of an exercise does not expire by the real clock, since its times are the
         * exercise's.
         */
        public State state(Instant now) {
            if (end != null) return end.why() == Why.CANCELLED ? State.CANCELLED : State.ENDED;
            return warning.status() == Status.EXERCISE ? State.CURRENT : stateBySpan(now);
        }

        /** The state by its own end time, where the clock is the one that the warning was written for. */
        State stateBySpan(Instant clock) {
            if (end != null) return state(clock);
            var expires = warning.expires();
            return expires != null && !clock.isBefore(expires) ? State.EXPIRED : State.CURRENT;
        }

        private Item with(Entry by, Notice now) {
            return new Item(subject, way, now, by.by(), since, by.recordedAt(), labels, null);
        }

        private Item ended(Entry by, FeedFact.Ended fact) {
            var at = new End(fact.why(), fact.sent(), by.recordedAt(), by.position());
            return new Item(subject, way, warning, this.by, since, by.recordedAt(), labels, at);
        }
    }

    Watch apply(Entry by, FeedFact fact) {
        return switch (fact) {
            case FeedFact.Seen s -> open(by, s.way(), s.warning()).trimmed(by.recordedAt());
            case FeedFact.Changed c -> open(by, c.way(), c.warning());
            case FeedFact.Ended e -> close(by, e).trimmed(by.recordedAt());
        };
    }

    private Watch open(Entry by, Way way, Notice now) {
        var before = items.get(by.subject());
        var item = before != null && before.isOpen()
                ? before.with(by, now)
                : new Item(by.subject(), way, now, by.by(), by.recordedAt(), by.recordedAt(), by.labels(), null);
        var end = before == null ? null : before.end();
        return new Watch(items.plus(by.subject(), item), end == null ? ended : ended.minus(end.position()));
    }

    private Watch close(Entry by, FeedFact.Ended fact) {
        var item = items.get(by.subject());
        if (item == null || !item.isOpen()) return this;
        return new Watch(items.plus(by.subject(), item.ended(by, fact)), ended.plus(by.position(), by.subject()));
    }

    private Watch trimmed(Instant now) {
        var state = this;
        while (!state.ended.isEmpty() && state.oldestMayGo(now)) state = state.withoutOldest();
        return state;
    }

    private boolean oldestMayGo(Instant now) {
        var item = items.get(ended.get(ended.firstKey()));
        return ended.size() > MOST
                || item == null
                || item.changed().plus(ENDED_STAY).isBefore(now);
    }

    private Watch withoutOldest() {
        var first = ended.firstKey();
        var subject = ended.get(first);
        return new Watch(subject == null ? items : items.minus(subject), ended.minus(first));
    }
}
