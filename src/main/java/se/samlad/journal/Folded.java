package se.samlad.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The states of one visibility class, and snapshots of earlier states, from which the past is folded. */
final class Folded {

    /** A past state is at most so many entries away from a snapshot. Neighbouring snapshots share most of their objects. */
    private static final int SNAPSHOT_EVERY = 256;

    /** The states after the entry at the position. */
    record Snapshot(long position, Instant recorded, Object[] states) {}

    /**
     * The entries that a state of the past needs beyond a snapshot.
     *
     * @param from the last snapshot before the instant; with position 0 where there is none
     * @param until a position after which nothing was recorded by that instant
     */
    record Span(Snapshot from, long until) {}

    private final Folding folding;
    private final Object[] states;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private int since;
    private Instant latest = Instant.MIN;

    Folded(Folding folding, Object[] states) {
        this.folding = folding;
        this.states = states;
    }

    Folded copy() {
        var copy = new Folded(folding, states.clone());
        copy.snapshots.addAll(snapshots);
        copy.since = since;
        copy.latest = latest;
        return copy;
    }

    void apply(Entry entry) {
        latest = entry.recordedAt();
        if (!folding.apply(states, entry) || ++since < SNAPSHOT_EVERY) return;
        since = 0;
        snapshots.add(new Snapshot(entry.position(), entry.recordedAt(), states.clone()));
    }

    /** @throws Unavailable where the view has failed */
    <S> S state(int view) {
        return Folding.valueOf(states[view]);
    }

    Span spanOf(Instant then) {
        long until = Long.MAX_VALUE;
        for (int i = snapshots.size() - 1; i >= 0; i--) {
            var each = snapshots.get(i);
            if (each.recorded().isBefore(then)) return new Span(each, until);
            if (each.recorded().isAfter(then)) until = each.position();
        }
        return new Span(new Snapshot(0, Instant.MIN, new Object[0]), until);
    }

    /** Whether something was recorded after the instant. Then nothing more can be recorded by it. */
    boolean hasPassed(Instant then) {
        return latest.isAfter(then);
    }
}
