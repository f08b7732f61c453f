package se.samlad.scenes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import se.samlad.database.Cluster;
import se.samlad.journal.Verify;

/** What {@code samlad verify} says. */
final class Verified {

    private Verified() {}

    /** @param kept the folder with the checkpoint that the journal is held against */
    static String said(Cluster cluster, Path kept) {
        var said = new ByteArrayOutputStream();
        Verify.run(cluster.jdbcUrl(), cluster.user(), cluster.password(), kept, new PrintStream(said, true, UTF_8));
        return said.toString(UTF_8);
    }
}
