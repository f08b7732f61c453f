package se.samlad;

import java.io.PrintStream;
import java.nio.file.Files;
import se.samlad.database.Cluster;
import se.samlad.database.ClusterFailed;
import se.samlad.journal.Verify;

/** The command {@code samlad verify [--data DIR | --db URL]}, whether the server runs or not. */
final class Proof {

    private static final int UNREADABLE = 2;

    private Proof() {}

    /** @return the exit status: 0 where all is as recorded, 1 where not, 2 where it could not be found out */
    static int run(String[] args, PrintStream out) {
        if (CommandLine.help(args)) {
            out.println(
                    "samlad verify [--data DIR | --db URL]   recomputes the journal's proof: exit 1 and the position of"
                            + " the first entry that is not as it was recorded");
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
        if (options.db() != null) return Verify.run(options.db(), null, null, data, out);
        if (!Files.isDirectory(data.resolve("pg"))) {
            out.println("There is no database in " + data + "; see --help");
            return UNREADABLE;
        }
        var running = Cluster.find(data);
        if (running.isPresent()) {
            var there = running.get();
            return Verify.run(there.jdbcUrl(), there.user(), there.password(), data, out);
        }
        try (var cluster = Cluster.start(data, step -> {})) {
            return Verify.run(cluster.jdbcUrl(), cluster.user(), cluster.password(), data, out);
        }
    }
}
