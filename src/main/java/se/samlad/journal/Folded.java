package se.samlad.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The states that one visibility class' entries fold to, and some earlier ones to travel back from. */
final class Folded {

    /** What is folded again to travel back is at most so much; what is kept shares nearly all with what is next to it. */
    private static final int KEEP_EVERY = 256;

    /** The states as they were when all up to the position, recorded by then, had been folded. */
    record Kept(long position, Instant recorded, Object[] states) {}

    /**
     * Where an instant lies.
     *
     * @param from the last that was kept before it; position 0 where the fold must start from the beginning
     * @param until the position after which nothing was recorded by then
     */
    record Around(Kept from, long until) {}

    private final Folding folding;
    private final Object[] states;
    private final List<Kept> kept = new ArrayList<>();
    private int since;
    private Instant latest = Instant.MIN;

    Folded(Folding folding, Object[] states) {
        this.folding = folding;
        this.states = states;
    }

    Folded copy() {
        var copy = new Folded(folding, states.clone());
        copy.kept.addAll(kept);
        copy.since = since;
        copy.latest = latest;
        return copy;
    }

    void apply(Entry entry) {
        latest = entry.recordedAt();
        if (!folding.apply(states, entry) || ++since < KEEP_EVERY) return;
        since = 0;
        kept.add(new Kept(entry.position(), entry.recordedAt(), states.clone()));
    }

    /** @throws Unavailable where the view has failed */
    <S> S state(int view) {
        return Folding.asked(states[view]);
    }

    Around around(Instant then) {
        long until = Long.MAX_VALUE;
        for (int i = kept.size() - 1; i >= 0; i--) {
            var each = kept.get(i);
            if (each.recorded().isBefore(then)) return new Around(each, until);
            if (each.recorded().isAfter(then)) until = each.position();
        }
        return new Around(new Kept(0, Instant.MIN, new Object[0]), until);
    }

    /** Whether something was recorded after then, so that what was recorded by then never changes. */
    boolean hasPassed(Instant then) {
        return latest.isAfter(then);
    }
}
