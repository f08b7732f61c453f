package se.samlad.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lets one Samlad at a time use a folder. The kernel releases the lock when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {

    /**
     * Folders that this JVM holds. Closing any channel to a locked file drops the lock of the whole process (POSIX), so a
     * second attempt in the same JVM must be refused before it opens the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws ClusterFailed where another Samlad, in this process or another, holds the folder */
    static FolderLock take(Layout layout) {
        Path file = layout.lock();
        if (!HELD.add(file)) {
            throw held(layout, Long.toString(ProcessHandle.current().pid()));
        }
        FolderLock lock = null;
        try {
            lock = open(layout, file);
            return lock;
        } catch (IOException e) {
            throw ClusterFailed.of("lock the data folder", file, e);
        } finally {
            if (lock == null) {
                HELD.remove(file);
            }
        }
    }

    private static FolderLock open(Layout layout, Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        boolean locked = false;
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                throw held(layout, holder(channel));
            }
            channel.truncate(0);
            channel.write(US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
            locked = true;
            return new FolderLock(file, channel);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        return US_ASCII.decode(bytes.flip()).toString().strip();
    }

    private static ClusterFailed held(Layout layout, String holder) {
        return new ClusterFailed("Another Samlad (process " + holder + ") already runs on " + layout.folder()
                + ". Stop it, or choose another data folder");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw ClusterFailed.of("let go of the data folder", file, e);
        } finally {
            HELD.remove(file);
        }
    }
}
