package se.samlad.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of the journal's Merkle tree at some time, kept in a file outside the database. The file has a line for each
 * value, hashes in hex: the number of entries, the root, then the peaks.
 *
 * @param peaks the roots of the tree's full subtrees, the largest first
 */
record Checkpoint(long size, String root, List<byte[]> peaks) {

    /** Only for our own user: the file tells how much is recorded. */
    static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    static final FileAttribute<Set<PosixFilePermission>> FOLDER_OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    static final Checkpoint EMPTY = of(new Merkle());
    private static final int HASH = 32;

    static Checkpoint of(Merkle tree) {
        return new Checkpoint(tree.size(), tree.rootHex(), tree.peaks());
    }

    Merkle tree() {
        return Merkle.of(size, peaks);
    }

    /** Null where there is no file. @throws IOException also where the file is damaged */
    static @Nullable Checkpoint read(Path file) throws IOException {
        if (!Files.exists(file)) return null;
        try {
            var lines = Files.readAllLines(file, US_ASCII);
            var peaks = new ArrayList<byte[]>();
            for (var line : lines.subList(2, lines.size()))
                peaks.add(HexFormat.of().parseHex(line));
            var read = new Checkpoint(Long.parseLong(lines.getFirst()), lines.get(1), peaks);
            boolean whole = peaks.stream().allMatch(p -> p.length == HASH)
                    && read.tree().rootHex().equals(read.root());
            if (whole) return read;
        } catch (IOException | RuntimeException e) {
            throw new IOException("the kept checkpoint " + file + " is damaged", e);
        }
        throw new IOException("the kept checkpoint " + file + " is damaged");
    }

    /** Atomically, and on the disk when this returns. */
    void write(Path file) throws IOException {
        var text = new StringBuilder().append(size).append('\n').append(root).append('\n');
        for (var peak : peaks) text.append(HexFormat.of().formatHex(peak)).append('\n');
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                OURS_ALONE)) {
            channel.write(ByteBuffer.wrap(text.toString().getBytes(US_ASCII)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** The first and last position below each peak, in the peaks' order. */
    List<long[]> ranges() {
        var ranges = new ArrayList<long[]>();
        long from = 1;
        for (long bit = Long.highestOneBit(size); bit != 0; bit >>= 1) {
            if ((size & bit) == 0) continue;
            ranges.add(new long[] {from, from + bit - 1});
            from += bit;
        }
        return ranges;
    }
}
