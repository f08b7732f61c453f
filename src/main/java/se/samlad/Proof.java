package se.samlad;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import se.samlad.database.Cluster;
import se.samlad.database.ClusterFailed;
import se.samlad.journal.Verify;
import se.samlad.paper.PaperProof;

/** The command {@code samlad verify [--data DIR | --db URL]}, whether the server runs or not. */
final class Proof {

    private static final int UNREADABLE = 2;

    private Proof() {}

    /** @return the exit status: 0 where all is as recorded, 1 where not, 2 where it could not be found out */
    static int run(String[] args, PrintStream out) {
        if (CommandLine.help(args)) {
            out.println(
                    "samlad verify [--data DIR | --db URL]   recomputes the journal's proof: exit 1 and the position of"
                            + " the first entry that is not as it was recorded, and of each paper that is missing or another");
            return 0;
        }
        try {
            return verify(Serve.options(args), out);
        } catch (IllegalArgumentException | ClusterFailed e) {
            out.println(e.getMessage());
            return UNREADABLE;
        }
    }

    private static int verify(Serve.Options options, PrintStream out) {
        var data = options.data();
        if (options.db() != null) return all(options.db(), null, null, data, out);
        if (!Files.isDirectory(data.resolve("pg"))) {
            out.println("There is no database in " + data + "; see --help");
            return UNREADABLE;
        }
        var running = Cluster.find(data);
        if (running.isPresent()) {
            var there = running.get();
            return all(there.jdbcUrl(), there.user(), there.password(), data, out);
        }
        try (var cluster = Cluster.start(data, step -> {})) {
            return all(cluster.jdbcUrl(), cluster.user(), cluster.password(), data, out);
        }
    }

    /** The journal, and the papers that it names. The worse of the two is the status. */
    static int all(String jdbcUrl, @Nullable String user, @Nullable String password, Path data, PrintStream out) {
        int journal = Verify.run(jdbcUrl, user, password, data, out);
        int papers = journal == UNREADABLE ? UNREADABLE : new PaperProof(jdbcUrl, user, password).run(out);
        return Math.max(journal, papers);
    }
}
