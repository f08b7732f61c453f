package se.samlad.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database server can't be started or kept. The message is one line in English that says what to mend. */
public sealed class ClusterFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClusterFailed(String message) {
        this(message, null);
    }

    ClusterFailed(String message, @Nullable Throwable cause) {
        super(message.strip().replaceAll("\\s*\\R\\s*", " | "), cause);
    }

    /** Says what was attempted, and why the file system refused: a full disk and a missing right in plain words. */
    static ClusterFailed of(String attempted, Path where, IOException cause) {
        String said = String.valueOf(cause.getMessage());
        if (said.contains("No space left")) {
            return new ClusterFailed("Could not " + attempted + ": the disk that holds " + where + " is full", cause);
        }
        if (cause instanceof AccessDeniedException denied) {
            return new ClusterFailed(
                    "Could not " + attempted + ": no permission for " + denied.getFile() + ", running as "
                            + System.getProperty("user.name"),
                    cause);
        }
        String reason = cause instanceof FileSystemException ? cause.getClass().getSimpleName() + " " + said : said;
        return new ClusterFailed("Could not " + attempted + " in " + where + ": " + reason, cause);
    }

    /** Another process took the port after we had found it free. */
    static final class PortTaken extends ClusterFailed {

        private static final long serialVersionUID = 1L;

        PortTaken(String message) {
            super(message);
        }
    }
}
