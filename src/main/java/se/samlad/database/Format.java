package se.samlad.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The format of the journal that a cluster was made for. It is written in a file among the cluster's own, so that it follows
 * every copy. A cluster with another format, or with no such file, is from an early or a newer release: it is refused before
 * anything in the folder is changed.
 */
final class Format {

    private static final String FILE = "samlad.format";
    private static final int CURRENT = 3;

    private Format() {}

    static void write(Path cluster) throws IOException {
        Files.writeString(cluster.resolve(FILE), CURRENT + "\n");
    }

    /** @throws ClusterFailed where an early release made the cluster, or where its format can't be read */
    static void mustBeCurrent(Layout layout) {
        Path cluster = layout.cluster();
        if (!Files.exists(cluster.resolve("PG_VERSION"))) return;
        int format = of(cluster);
        if (format > CURRENT) throw newer("The data folder " + layout.folder());
        if (format < CURRENT) {
            throw early("The data folder " + layout.folder(), "name another folder by --data, or move this one away");
        }
    }

    /** Zero where none is written. */
    private static int of(Path cluster) {
        Path file = cluster.resolve(FILE);
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
        } catch (NumberFormatException e) {
            return 0;
        } catch (IOException e) {
            throw ClusterFailed.of("read the format of the journal", file, e);
        }
    }

    static ClusterFailed newer(String what) {
        return new ClusterFailed(
                what + " has been used by a newer release of Samlad. This release does not know all that is"
                        + " in it, and has changed nothing. Run that release or a later one; to go back for good, restore the"
                        + " backup that was taken before the upgrade");
    }

    /** @param instead what to do */
    static ClusterFailed early(String what, String instead) {
        return new ClusterFailed(what + " holds a journal of an early release of Samlad, from before 2026-11-30. This"
                + " release can't go on with it, and has changed nothing in it. To start a new journal, " + instead
                + "; to read the old one, run the release that made it");
    }
}
