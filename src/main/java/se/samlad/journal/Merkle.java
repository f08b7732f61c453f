package se.samlad.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root of a growing Merkle tree (RFC 9162 §2.1), kept as the hashes of its full subtrees: appending is logarithmic
 * and reads no history. Not for use by several threads at once.
 */
final class Merkle {

    /** Of each of the levels that are stored. */
    static final int TILE = 8;

    static final int LEVELS = 3;

    private final List<byte[]> peaks = new ArrayList<>();
    private final byte[] @Nullable [] filled = new byte[LEVELS][];
    private long size;

    /** Goes on from what {@link #peaks()} gave at that size. */
    static Merkle of(long size, List<byte[]> peaks) {
        if (Long.bitCount(size) != peaks.size()) throw new IllegalArgumentException("peaks do not fit the size");
        var tree = new Merkle();
        tree.size = size;
        tree.peaks.addAll(peaks);
        return tree;
    }

    /** Takes over the other's state. */
    void become(Merkle other) {
        size = other.size;
        peaks.clear();
        peaks.addAll(other.peaks);
    }

    void append(byte[] leaf) {
        byte[] node = leaf;
        int height = 0;
        Arrays.fill(filled, null);
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            node = join(peaks.removeLast(), node);
            height++;
            if (height % TILE == 0 && height / TILE <= LEVELS) filled[height / TILE - 1] = node;
        }
        peaks.add(node);
        size++;
    }

    byte[] root() {
        if (peaks.isEmpty()) return Leaf.sha256();
        byte[] root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) root = join(peaks.get(i), root);
        return root;
    }

    String rootHex() {
        return HexFormat.of().formatHex(root());
    }

    long size() {
        return size;
    }

    /** The largest subtree first. */
    List<byte[]> peaks() {
        return List.copyOf(peaks);
    }

    /** The hash of the stored subtree of the level (1 to 3, of height 8, 16, 24) that the last leaf made full, if it did. */
    byte @Nullable [] filled(int level) {
        return filled[level - 1];
    }

    static byte[] join(byte[] left, byte[] right) {
        byte[] both = new byte[1 + left.length + right.length];
        both[0] = 1;
        System.arraycopy(left, 0, both, 1, left.length);
        System.arraycopy(right, 0, both, 1 + left.length, right.length);
        return Leaf.sha256(both);
    }
}
