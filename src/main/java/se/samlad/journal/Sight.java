package se.samlad.journal;

import java.util.BitSet;

/**
 * What a reader sees of a stream: which of the label sets that occur in it, by the order in which they first occurred.
 * Equal for two readers exactly when they see the same entries.
 *
 * @param of how many label sets there were
 */
public record Sight(BitSet visible, int of) {

    /** Whether what was there already is seen by the same reader as it was before; what came since does not matter. */
    public boolean stillIncludes(Sight before) {
        return visible.get(0, before.of()).equals(before.visible().get(0, before.of()));
    }
}
