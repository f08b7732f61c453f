package se.samlad.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The form of journal that a cluster was made for, written in a file among the cluster's own, so that it follows every copy.
 * Releases before 2026-11-29 wrote none: their journals are refused before anything in the folder is changed.
 */
final class Format {

    private static final String FILE = "samlad.format";
    private static final String CURRENT = "2";

    private Format() {}

    static void write(Path cluster) throws IOException {
        Files.writeString(cluster.resolve(FILE), CURRENT + "\n");
    }

    /** @throws ClusterFailed where an early release made the cluster */
    static void mustBeCurrent(Layout layout) {
        Path cluster = layout.cluster();
        if (Files.exists(cluster.resolve("PG_VERSION")) && !Files.exists(cluster.resolve(FILE))) {
            throw early("The data folder " + layout.folder(), "name another folder by --data, or move this one away");
        }
    }

    /** @param instead what to do */
    static ClusterFailed early(String what, String instead) {
        return new ClusterFailed(what + " holds a journal of an early release of Samlad, from before 2026-11-29. This"
                + " release can't go on with it, and has changed nothing in it. To start a new journal, " + instead
                + "; to read the old one, run the release that made it");
    }
}
