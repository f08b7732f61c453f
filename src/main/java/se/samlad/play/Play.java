package se.samlad.play;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The command {@code samlad play FILE [--url URL] [--lang sv|en] [--run ID]}. */
public final class Play {

    private Play() {}

    /**
     * Plays the scene and prints each step.
     *
     * @param args the arguments after {@code play}
     * @return 0 where every step and expectation held, 1 where one failed or nothing could be played, 2 for a wrong
     *     command
     */
    public static int run(String[] args, PrintStream out) {
        CommandLine line;
        try {
            line = CommandLine.of(args);
        } catch (SceneRefused wrong) {
            out.println(wrong.in(Texts.in("sv")));
            out.println(Texts.in("sv").get("help"));
            return 2;
        }
        Texts texts = Texts.in(line.language());
        if (line.help()) {
            out.println(texts.get("help"));
            return 0;
        }
        try {
            return play(line, texts, out);
        } catch (SceneRefused refused) {
            out.println(refused.in(texts));
            return 1;
        }
    }

    private static int play(CommandLine line, Texts texts, PrintStream out) {
        Path file = Path.of(Optional.ofNullable(line.file()).orElseThrow(() -> new SceneRefused("no-scene")));
        Scene scene = SceneReader.read(file);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        out.println(scene.title().in(texts.language()));
        out.println(scene.about().in(texts.language()).strip());
        out.println();
        try (Server server = new Server(line.url())) {
            int failed = new Player(scene, folder, server, line.run(), new Player.Report(out, texts)).play();
            out.println();
            out.println(texts.get("sum", scene.steps().size(), failed));
            return failed == 0 ? 0 : 1;
        }
    }

    /** The parsed command line. @param run a repeated id repeats the idempotency keys, so nothing is recorded twice */
    private record CommandLine(@Nullable String file, URI url, String language, String run, boolean help) {

        static CommandLine of(String[] args) {
            CommandLine line = new CommandLine(
                    null,
                    URI.create("http://localhost:8080"),
                    "sv",
                    UUID.randomUUID().toString(),
                    false);
            for (int i = 0; i < args.length; i++) {
                String word = args[i];
                if (word.equals("--help") || word.equals("-h")) {
                    line = new CommandLine(line.file, line.url, line.language, line.run, true);
                } else if (word.startsWith("--")) {
                    if (++i == args.length) throw new SceneRefused("needs-value", word);
                    line = line.with(word, args[i]);
                } else if (line.file == null) {
                    line = new CommandLine(word, line.url, line.language, line.run, line.help);
                } else {
                    throw new SceneRefused("one-scene", word);
                }
            }
            if (line.file == null && !line.help) throw new SceneRefused("no-scene");
            return line;
        }

        private CommandLine with(String option, String value) {
            return switch (option) {
                case "--url" -> new CommandLine(file, address(value), language, run, help);
                case "--lang" -> new CommandLine(file, url, language(value), run, help);
                case "--run" -> new CommandLine(file, url, language, value, help);
                default -> throw new SceneRefused("unknown-option", option);
            };
        }

        private static URI address(String text) {
            try {
                URI url = URI.create(text.replaceAll("/+$", ""));
                boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
                if (http && url.getHost() != null && url.getQuery() == null) return url;
            } catch (IllegalArgumentException notOne) {
                throw new SceneRefused("bad-url", text);
            }
            throw new SceneRefused("bad-url", text);
        }

        private static String language(String text) {
            if (text.equals("sv") || text.equals("en")) return text;
            throw new SceneRefused("bad-language", text);
        }
    }
}
