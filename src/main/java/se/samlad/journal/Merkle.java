package se.samlad.journal;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The root of a growing Merkle tree (RFC 9162 §2.1), kept as the hashes of its full subtrees: appending is logarithmic
 * and reads no history. Not for use by several threads at once.
 */
final class Merkle {

    private final List<byte[]> peaks = new ArrayList<>();
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
        for (long rest = size; (rest & 1) == 1; rest >>= 1) node = join(peaks.removeLast(), node);
        peaks.add(node);
        size++;
    }

    byte[] root() {
        if (peaks.isEmpty()) return Leaf.sha256().digest();
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

    private static byte[] join(byte[] left, byte[] right) {
        var sha = Leaf.sha256();
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }
}
