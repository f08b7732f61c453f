package se.samlad.journal;

import java.util.BitSet;

/**
 * What a reader sees of a stream: which of the label sets that occur in it, by the order in which they first occurred.
 * Equal for two readers exactly when they see the same entries.
 *
 * @param of how many label sets there were
 */
public record Sight(BitSet visible, int of) {}
