package se.samlad;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import se.samlad.access.AccessFact;
import se.samlad.access.Functions;
import se.samlad.actor.ActorFact;
import se.samlad.actor.Known;
import se.samlad.database.Cluster;
import se.samlad.database.ClusterFailed;
import se.samlad.forum.ForumFact;
import se.samlad.forum.StandingForums;
import se.samlad.journal.Facts;
import se.samlad.journal.Kept;
import se.samlad.journal.Unavailable;
import se.samlad.region.Mistake;
import se.samlad.region.Regions;
import se.samlad.web.Languages;
import se.samlad.web.Say;

/** The commands {@code samlad region check FILE} and {@code samlad region export}, whether the server runs or not. */
final class RegionFile {

    private static final String HELP = """
            samlad region check FILE     says what is wrong with a region's file, a line for each mistake: exit 1; else exit 0
            samlad region export [--data DIR | --db URL]
                                         prints the region of an installation as such a file
            docs/REGION.md describes the file.
            """;

    private static final int SOUND = 0;
    private static final int WRONG = 1;
    private static final int UNREADABLE = 2;

    private RegionFile() {}

    /** @return the exit status: 0 where all is well, 1 where the file has mistakes, 2 where it could not be found out */
    static int run(String[] args, PrintStream out) {
        if (CommandLine.help(args)) {
            out.print(HELP);
            return SOUND;
        }
        var rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        try {
            return switch (args.length == 0 ? "" : args[0]) {
                case "check" -> check(rest, out);
                case "export" -> export(Serve.options(rest), out);
                default -> {
                    out.print(HELP);
                    yield UNREADABLE;
                }
            };
        } catch (IllegalArgumentException | ClusterFailed e) {
            out.println(e.getMessage());
            return UNREADABLE;
        }
    }

    private static int check(String[] args, PrintStream out) {
        if (args.length != 1) throw new IllegalArgumentException("samlad region check takes one file; see --help");
        byte[] file;
        try (var in = Files.newInputStream(Path.of(args[0]))) {
            file = in.readNBytes(Regions.LARGEST + 1);
        } catch (IOException e) {
            out.println(args[0] + " can't be read: " + e.getMessage());
            return UNREADABLE;
        }
        var say = say();
        var parsed = Regions.parse(file);
        for (Mistake mistake : parsed.mistakes()) out.println(mistake.line(say));
        if (!parsed.isSound()) return WRONG;
        var region = parsed.sound();
        out.println(say.text(
                "region.sound",
                region.actors().size(),
                region.functions().size(),
                region.areas().size()));
        return SOUND;
    }

    /** In the language of the terminal: Swedish, else English. */
    private static Say say() {
        return Languages.alone(Locale.getDefault().getLanguage().equals("sv") ? "sv" : "en");
    }

    private static int export(Serve.Options options, PrintStream out) {
        if (options.db() != null) return export(database(options.db(), null, null), out);
        var data = options.data();
        if (!Files.isDirectory(data.resolve("pg"))) {
            out.println("There is no database in " + data + "; see --help");
            return UNREADABLE;
        }
        var running = Cluster.find(data);
        if (running.isPresent()) {
            var there = running.get();
            return export(database(there.jdbcUrl(), there.user(), there.password()), out);
        }
        try (var cluster = Cluster.start(data, step -> {})) {
            return export(database(cluster.jdbcUrl(), cluster.user(), cluster.password()), out);
        }
    }

    private static DataSource database(String url, @Nullable String user, @Nullable String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        if (user != null) source.setUser(user);
        if (password != null) source.setPassword(password);
        return source;
    }

    private static int export(DataSource database, PrintStream out) {
        try {
            var kept = Kept.in(
                    database,
                    List.of(new Facts(ActorFact.class), new Facts(AccessFact.class), new Facts(ForumFact.class)),
                    List.of(Known.ACROSS, Functions.ACROSS, StandingForums.ACROSS));
            var region = Regions.of(kept::across, StandingForums.forums(kept::across));
            if (region.actors().isEmpty()) {
                out.println("There is no region here yet: start samlad, and begin with one.");
                return UNREADABLE;
            }
            out.print(Regions.write(region));
            return SOUND;
        } catch (Unavailable e) {
            var why = e.getCause() == null ? e : e.getCause();
            out.println("The region can't be read: " + why.getMessage());
            return UNREADABLE;
        }
    }
}
