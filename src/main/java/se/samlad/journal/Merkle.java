package se.samlad.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A growing Merkle tree (RFC 9162 §2.1), of which only the roots of the full subtrees are kept: appending takes logarithmic
 * time and reads no history. Not thread-safe.
 */
final class Merkle {

    /** The height of a stored level above the one below it: 2⁸ = 256 hashes make one. */
    static final int TILE = 8;

    static final int LEVELS = 3;

    private final List<byte[]> peaks = new ArrayList<>();
    private final byte[] @Nullable [] filled = new byte[LEVELS][];
    private long size;

    /** Continues a tree of that size. @param peaks as {@link #peaks()} gave them */
    static Merkle of(long size, List<byte[]> peaks) {
        if (Long.bitCount(size) != peaks.size()) throw new IllegalArgumentException("peaks do not fit the size");
        var tree = new Merkle();
        tree.size = size;
        tree.peaks.addAll(peaks);
        return tree;
    }

    /** Takes over the state of another tree. */
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

    /** The roots of the full subtrees, the largest first. */
    List<byte[]> peaks() {
        return List.copyOf(peaks);
    }

    /** The root of the subtree that the last leaf completed at a level (1 to 3, of height 8, 16, 24); null where it completed none. */
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
