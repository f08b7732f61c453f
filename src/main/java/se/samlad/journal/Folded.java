package se.samlad.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The states that one visibility class' entries fold to, and some earlier ones to travel back from. */
final class Folded {

    private static final int KEEP_EVERY = 4_096;

    /** The states as they were when all up to the position, recorded by then, had been folded. */
    record Kept(long position, Instant recorded, Object[] states) {}

    private final Folding folding;
    private final Object[] states;
    private final List<Kept> kept = new ArrayList<>();
    private int since;

    Folded(Folding folding, Object[] states) {
        this.folding = folding;
        this.states = states;
    }

    Folded copy() {
        var copy = new Folded(folding, states.clone());
        copy.kept.addAll(kept);
        copy.since = since;
        return copy;
    }

    void apply(Entry entry) {
        folding.apply(states, entry);
        if (++since < KEEP_EVERY) return;
        since = 0;
        kept.add(new Kept(entry.position(), entry.recordedAt(), states.clone()));
    }

    @SuppressWarnings("unchecked")
    <S> S state(int view) {
        return (S) states[view];
    }

    /** The last that was kept before then; position 0 where the fold must start from the beginning. */
    Kept keptBefore(Instant then) {
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (kept.get(i).recorded().isBefore(then)) return kept.get(i);
        }
        return new Kept(0, Instant.MIN, new Object[0]);
    }
}
