package se.samlad.journal;

import java.util.BitSet;

/**
 * Which label sets of a stream a reader sees. Two readers have equal sights exactly when they see the same entries.
 *
 * @param visible a bit for each label set, in the order in which they first occurred in the stream
 * @param of how many label sets there were
 */
public record Sight(BitSet visible, int of) {}
