package measure;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import se.samlad.journal.Verify;

/** The suite: runs all parts, or those named, where {@code NAME=SIZE} changes a size. {@code crash} runs only when named. */
public final class Bench {

    private static final String INCIDENT = "{\"title\":\"Mätning\"}";
    private static final int ROUNDS = 10;
    private static final int LOOKS = 40;

    /** @param usual the default size, in a unit of its own: seconds, clients, entries, times */
    private record Part(int usual, Sized run) {}

    private interface Sized {
        void run(int size) throws Exception;
    }

    private final Site site;
    private final Table table;

    private Bench(Path root) throws IOException {
        site = new Site(root);
        table = site.table;
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("crash")) {
            Crash.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN); // as the server has it
        var bench = new Bench(Path.of("").toAbsolutePath());
        try {
            bench.run(args);
        } finally {
            bench.site.clear();
        }
        System.exit(0);
    }

    private Map<String, Part> parts() {
        var parts = new LinkedHashMap<String, Part>();
        parts.put("start", new Part(5, this::start));
        parts.put("append", new Part(20_000, this::append));
        parts.put("live", new Part(1_000, clients -> new Live(site).run(clients, new Live.Bounds(2.5, 3), false)));
        parts.put("live10k", new Part(10_000, clients -> new Live(site).run(clients, new Live.Bounds(2.5, 3), true)));
        parts.put("tls", new Part(1_000, clients -> new Tls(site).run(clients)));
        parts.put("nodes", new Part(300, times -> new Nodes(site).run(times)));
        parts.put("reconnect", new Part(2_000, clients -> new Rejoining(site).run(clients)));
        parts.put("pages", new Part(100_000, this::pages));
        parts.put("overload", new Part(60, seconds -> new Overload(site).run(seconds)));
        parts.put("share", new Part(20, seconds -> new Share(site).run(seconds)));
        parts.put("siege", new Part(10, seconds -> new Siege(site).run(seconds)));
        parts.put("sign-in", new Part(500, people -> new SigningIn(site).run(people)));
        parts.put("growth", new Part(1_000_000, entries -> new Growth(site).run(entries)));
        parts.put("search", new Part(1_000_000, entries -> new Searching(site).run(entries)));
        parts.put("fold", new Part(1_000_000, entries -> new Folds(site).run(entries)));
        parts.put("conference", new Part(60, entries -> new Conferring(site).run(entries)));
        parts.put("ordinary", new Part(500, cases -> new Ordinary(site).run(cases)));
        parts.put("year", new Part(3, times -> new Year(site).run(times)));
        parts.put("callout", new Part(1_000, runs -> new Callout(site).run(runs)));
        parts.put("proof", new Part(1_000_000, this::proof));
        return parts;
    }

    private void run(String[] args) throws Exception {
        var parts = parts();
        var asked = new LinkedHashMap<String, Integer>();
        for (var arg : args) {
            var name = arg.split("=", 2);
            var part = parts.get(name[0]);
            if (part == null || name.length == 2 && !name[1].matches("[1-9]\\d{0,8}")) {
                System.err.println("there is no " + arg + "; there are: crash " + String.join(" ", parts.keySet())
                        + ", each also as NAME=SIZE");
                System.exit(2);
            }
            asked.put(name[0], name.length == 2 ? Integer.parseInt(name[1]) : part.usual);
        }
        if (asked.isEmpty()) parts.forEach((name, part) -> asked.put(name, part.usual));
        for (var each : asked.entrySet()) {
            var stolen = new Stolen();
            parts.get(each.getKey()).run.run(each.getValue());
            table.note("%s: %.0f %% of the processors' time was given to others".formatted(each.getKey(), stolen.percent()));
        }
    }

    /** From the command to the line that says it is ready, with a database from an earlier start. */
    private void start(int times) throws Exception {
        var data = site.fresh("bench-start");
        Served.samlad(site.root, data, "--demo").close();
        var took = new long[times];
        for (int i = 0; i < times; i++) {
            try (var served = Served.samlad(site.root, data)) {
                took[i] = (long) (served.startedMs * 1e6);
            }
        }
        table.bound("start, once built, median of " + times, new Figures(took).p50(), 3_000, "ms");
        Site.delete(data);
    }

    private void append(int times) throws Exception {
        var data = site.fresh("bench-append");
        try (var appends = new Appends(data)) {
            appends.run(table, 1, Math.min(times, 10_000));
            appends.run(table, 32, times);
            appends.pooled(table, 128, 32, times, 5);
        }
        Site.delete(data);
    }

    /** The incident page and the picture of three incidents: with 100 entries, a tenth of the size, and the size. One caller. */
    private void pages(int largest) throws Exception {
        var data = site.fresh("bench-pages");
        try (var ours = Served.samlad(site.root, data, "--demo");
                var calls = new Calls(ours.port)) {
            int[] sizes = {100, Math.max(100, largest / 10), largest};
            var incidents = new ArrayList<String>();
            for (int size : sizes) {
                var incident = calls.post("lst.tib", "/api/incidents", INCIDENT);
                Filling.fill(calls, incident, size);
                incidents.add(incident);
            }
            pages(calls, incidents, sizes, "incident page", "");
            pages(calls, incidents, sizes, "picture", "/picture");
        }
        Site.delete(data);
    }

    private void pages(Calls calls, List<String> incidents, int[] sizes, String name, String page) throws Exception {
        var samples = new long[sizes.length][ROUNDS * LOOKS];
        for (int round = -ROUNDS; round < ROUNDS; round++) { // the first half warms up
            for (int size = 0; size < sizes.length; size++) {
                for (int look = 0; look < LOOKS; look++) {
                    long took = calls.time("nacka.tib", "/incidents/" + incidents.get(size) + page);
                    if (round >= 0) samples[size][round * LOOKS + look] = took;
                }
            }
        }
        double few = new Figures(samples[0]).p95();
        for (int size = 0; size < sizes.length; size++) {
            double p95 = new Figures(samples[size]).p95();
            table.row("%s, %,d entries, p95 (100 beside)".formatted(name, sizes[size]), p95, few, "ms");
            table.bound("  at most", p95, 15, "ms");
        }
    }

    /** Runs {@code samlad verify} on a lifelike journal. */
    private void proof(int entries) throws Exception {
        var data = site.fresh("bench-proof");
        try (var database = new Appends.Own(data)) {
            Generated.fill(database, entries, entries / 10);
            long began = System.nanoTime();
            int status = Verify.run(database.url(), database.user(), database.password(), data, System.out);
            if (status != 0) throw new IllegalStateException("the journal is not what was written");
            table.bound("verify, %,d entries".formatted(entries), (System.nanoTime() - began) / 1e6, 15_000, "ms");
        }
        Site.delete(data);
    }
}
