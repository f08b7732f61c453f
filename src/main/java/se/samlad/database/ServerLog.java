package se.samlad.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The server's log: one file that all its processes append to. We bound its size. */
final class ServerLog {

    static final long MOST_BYTES = 8L << 20;

    private static final int TAIL_BYTES = 4_096;
    private static final int TAIL_LINES = 4;

    private final Path file;
    private final long from;

    private ServerLog(Path file, long from) {
        this.file = file;
        this.from = from;
    }

    /** Opens the log, so that {@link #lastLines} has only what comes from now on. Made where missing, readable only by its owner. */
    static ServerLog from(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException expected) {
            keepBounded(file);
        }
        return new ServerLog(file, Files.size(file));
    }

    /**
     * Copies a log that has grown too long to {@code .1} and empties it: renaming would leave the server writing to the old
     * file. A line written in between is lost.
     */
    static void keepBounded(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
        }
    }

    boolean says(String words) {
        return tail().contains(words);
    }

    /** The last few lines and the path of the log, in one line. */
    String lastLines() {
        List<String> lines = tail().lines().filter(line -> !line.isBlank()).toList();
        String last = String.join(" | ", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        return (last.isEmpty() ? "it said nothing" : last) + " (" + file + ")";
    }

    private String tail() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(TAIL_BYTES);
            channel.read(bytes, Math.max(from, channel.size() - TAIL_BYTES));
            return UTF_8.decode(bytes.flip()).toString();
        } catch (IOException e) {
            return "the log can't be read: " + e.getMessage();
        }
    }
}
