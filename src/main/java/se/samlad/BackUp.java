package se.samlad;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import se.samlad.database.Backup;
import se.samlad.database.ClusterFailed;
import se.samlad.journal.Verify;

/** The command {@code samlad backup FOLDER [--data DIR]}, whether the server runs or not. */
final class BackUp {

    private static final int WRONG = 2;

    private BackUp() {}

    /** @return the exit status: 0 where the copy is whole, 1 where there is none, 2 for a wrong command */
    static int run(String[] args, PrintStream out) {
        if (CommandLine.help(args)) {
            out.println("samlad backup FOLDER [--data DIR]   copies the data folder while it is written to; the copy is"
                    + " one itself: samlad --data FOLDER");
            return 0;
        }
        try {
            if (args.length == 0 || args[0].startsWith("--"))
                throw new IllegalArgumentException("Which folder shall the backup be? See --help");
            var options = Serve.options(Arrays.copyOfRange(args, 1, args.length));
            if (options.db() != null)
                throw new IllegalArgumentException(
                        "A database of your own is backed up by its own programs, such as pg_basebackup");
            if (!Files.isDirectory(options.data().resolve("pg")))
                throw new IllegalArgumentException("There is no database in " + options.data() + "; see --help");
            Backup.take(options.data(), Verify.KEPT, Path.of(args[0]));
            out.println("The backup is " + Path.of(args[0]).toAbsolutePath().normalize());
            return 0;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return WRONG;
        } catch (ClusterFailed e) {
            out.println(e.getMessage());
            return 1;
        }
    }
}
