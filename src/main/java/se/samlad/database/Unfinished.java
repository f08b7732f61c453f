package se.samlad.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Folders that are being made. A complete one is renamed. One that still has this name is incomplete and may be deleted;
 * nothing else ever is.
 */
final class Unfinished {

    static final String NAME = "unfinished-";

    private Unfinished() {}

    /** A new folder with a name of its own: a process of an earlier attempt may still write to its folder. */
    static Path under(Path folder) throws IOException {
        return Files.createTempDirectory(folder, NAME);
    }

    /** Deletes incomplete folders, and programs of builds other than the one in use. */
    static void sweep(Path folder, Path programs) throws IOException {
        try (DirectoryStream<Path> children =
                Files.newDirectoryStream(folder, "{" + NAME + "," + Binaries.NAME + "}*")) {
            for (Path child : children) {
                if (!child.equals(programs)) {
                    delete(child);
                }
            }
        }
    }

    /** Deletes what can be deleted. An abandoned initdb may still be writing there; the next sweep takes the rest. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                return gone(file);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
                return gone(directory);
            }
        });
    }

    private static FileVisitResult gone(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            System.getLogger(Unfinished.class.getName()).log(System.Logger.Level.DEBUG, "Left for later: {0}", path);
        }
        return FileVisitResult.CONTINUE;
    }
}
