package se.samlad.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The format of the journal that a cluster was made for. It is written in a file among the cluster's own, so that it follows
 * every copy. A cluster with another format, or with no such file, is from an early release: it is refused before anything in
 * the folder is changed.
 */
final class Format {

    private static final String FILE = "samlad.format";
    private static final String CURRENT = "3";

    private Format() {}

    static void write(Path cluster) throws IOException {
        Files.writeString(cluster.resolve(FILE), CURRENT + "\n");
    }

    /** @throws ClusterFailed where an early release made the cluster, or where its format can't be read */
    static void mustBeCurrent(Layout layout) {
        Path cluster = layout.cluster();
        if (Files.exists(cluster.resolve("PG_VERSION")) && !CURRENT.equals(of(cluster))) {
            throw early("The data folder " + layout.folder(), "name another folder by --data, or move this one away");
        }
    }

    /** Empty where none is written. */
    private static String of(Path cluster) {
        Path file = cluster.resolve(FILE);
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw ClusterFailed.of("read the format of the journal", file, e);
        }
    }

    /** @param instead what to do */
    static ClusterFailed early(String what, String instead) {
        return new ClusterFailed(what + " holds a journal of an early release of Samlad, from before 2026-11-30. This"
                + " release can't go on with it, and has changed nothing in it. To start a new journal, " + instead
                + "; to read the old one, run the release that made it");
    }
}
