package se.samlad.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * What is watched: the fold of this room's facts, of one stream or across all. Ended warnings stay for seven days, the
 * latest {@value #MOST} of them; how many are open is bounded by who records them.
 *
 * @param items by subject
 * @param ended the subjects of those that have ended, by the position of that entry
 */
public record Watch(PMap<UUID, Item> items, PSortedMap<Long, UUID> ended) {

    /** Of what is open in one stream, and of what has ended in all. */
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

    /** @param position of the entry that says so */
    record End(Why why, Instant at, long position) {}

    /**
     * One warning.
     *
     * @param by who recorded what it says now
     * @param since when it was first recorded
     * @param changed when what it says now was recorded, or that it ended
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

        /** At that time; an exercise's does not expire by itself, for its times are the exercise's. */
        public State state(Instant now) {
            if (end != null) return end.why() == Why.CANCELLED ? State.CANCELLED : State.ENDED;
            return warning.status() == Status.EXERCISE ? State.CURRENT : stateBySpan(now);
        }

        /** By its own end time alone, where the clock is the one it was written for. */
        State stateBySpan(Instant clock) {
            if (end != null) return state(clock);
            var expires = warning.expires();
            return expires != null && !clock.isBefore(expires) ? State.EXPIRED : State.CURRENT;
        }

        private Item with(Entry by, Notice now) {
            return new Item(subject, way, now, by.by(), since, by.recordedAt(), labels, null);
        }

        private Item ended(Entry by, Why why) {
            var at = new End(why, by.recordedAt(), by.position());
            return new Item(subject, way, warning, this.by, since, by.recordedAt(), labels, at);
        }
    }

    Watch apply(Entry by, FeedFact fact) {
        return switch (fact) {
            case FeedFact.Seen s -> open(by, s.way(), s.warning()).trimmed(by.recordedAt());
            case FeedFact.Changed c -> open(by, c.way(), c.warning());
            case FeedFact.Ended e -> close(by, e.why()).trimmed(by.recordedAt());
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

    private Watch close(Entry by, Why why) {
        var item = items.get(by.subject());
        if (item == null || !item.isOpen()) return this;
        return new Watch(items.plus(by.subject(), item.ended(by, why)), ended.plus(by.position(), by.subject()));
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

    /** Those that have not ended. */
    List<Item> open() {
        return items.values().stream().filter(Item::isOpen).toList();
    }
}
