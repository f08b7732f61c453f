package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import se.samlad.journal.Verify;

/** The suite: {@code start append live pages proof}. Runs all, or those named; and {@code crash [KILLS [SEED]]}, only when named. */
public final class Bench {

    private static final Set<String> ALL = Set.of("start", "append", "live", "pages", "proof");
    private static final String INCIDENT = "{\"title\":\"Mätning\"}";

    private static final int[] SIZES = {100, 10_000, 100_000};
    private static final int MANY = 1_000_000;
    private static final int ROUNDS = 10;
    private static final int LOOKS = 40;

    private final Path root;
    private final Path folder;
    private final Table table = new Table();

    private Bench(Path root) throws IOException {
        this.root = root;
        this.folder = Files.createDirectories(root.resolve(".samlad"));
    }

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("crash")) {
            Crash.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        var asked = args.length == 0 ? ALL : Set.copyOf(List.of(args));
        for (var name : asked) {
            if (!ALL.contains(name)) {
                System.err.println("there is no " + name + "; there are: append crash live pages proof start");
                System.exit(2);
            }
        }
        var bench = new Bench(Path.of("").toAbsolutePath());
        if (asked.contains("start")) bench.start();
        if (asked.contains("append")) bench.append();
        if (asked.contains("live")) bench.live();
        if (asked.contains("pages")) bench.pages();
        if (asked.contains("proof")) bench.proof();
        System.exit(0);
    }

    /** From the command to the line that says it is ready, with the database there already. */
    private void start() throws Exception {
        var data = fresh("bench-start");
        Served.samlad(root, data, "--demo").close();
        var times = new long[5];
        for (int i = 0; i < times.length; i++) {
            try (var served = Served.samlad(root, data)) {
                times[i] = (long) (served.startedMs * 1e6);
            }
        }
        table.bound("start, once built, median of 5", new Figures(times).p50(), 3_000, "ms");
        delete(data);
    }

    private void append() throws Exception {
        var data = fresh("bench-append");
        try (var appends = new Appends(data)) {
            appends.run(table, 1, 3_000);
            appends.run(table, 32, 20_000);
        }
        delete(data);
    }

    /** One change to 1,000 live clients: from the request sent to each one's receipt. */
    private void live() throws Exception {
        var data = fresh("bench-live");
        try (var ours = Served.samlad(root, data, "--demo");
                var calls = new Calls(ours.port);
                var database = new Appends.Own(data.resolveSibling("bench-live-bare"));
                var bare = Served.bare(database.url(), database.user(), database.password())) {
            var incident = calls.post("lst.tib", "/api/incidents", INCIDENT);
            var body = "{\"kind\":\"NOTE\",\"text\":\"Väg 76 är avstängd mellan Norrtälje och Edsbro. Två bussar har fastnat.\"}";
            var path = "/api/incidents/" + incident + "/notes";
            try (var our = new Readers(ours.port, 1_000, "/api/live?incident=" + incident, "demo-taby.tib");
                    var their = new Readers(bare.port, 1_000, "/", "x")) {
                our.publish(60, path, "demo-taby.tib", body);
                their.publish(60, "/", "x", body);
                var o = new Figures(our.publish(150, path, "demo-taby.tib", body));
                var t = new Figures(their.publish(150, "/", "x", body));
                table.row("live, 1 change to 1,000 clients, p50", o.p50(), t.p50(), "ms");
                table.row("live, 1 change to 1,000 clients, p99", o.p99(), t.p99(), "ms");
            }
        }
        delete(data);
        delete(data.resolveSibling("bench-live-bare"));
    }

    /** The incident page and the picture with 100, 10,000 and 100,000 entries in the incident, one caller, in turn. */
    private void pages() throws Exception {
        var data = fresh("bench-pages");
        try (var ours = Served.samlad(root, data, "--demo");
                var calls = new Calls(ours.port)) {
            var incidents = new ArrayList<String>();
            for (int size : SIZES) {
                var incident = calls.post("lst.tib", "/api/incidents", INCIDENT);
                Filling.fill(calls, incident, size);
                incidents.add(incident);
            }
            pages(calls, incidents, "incident page", "");
            pages(calls, incidents, "picture", "/picture");
        }
        delete(data);
    }

    private void pages(Calls calls, List<String> incidents, String name, String page) throws Exception {
        var samples = new long[SIZES.length][ROUNDS * LOOKS];
        for (int round = -ROUNDS; round < ROUNDS; round++) { // the first half warms up
            for (int size = 0; size < SIZES.length; size++) {
                for (int look = 0; look < LOOKS; look++) {
                    long took = calls.time("nacka.tib", "/incidents/" + incidents.get(size) + page);
                    if (round >= 0) samples[size][round * LOOKS + look] = took;
                }
            }
        }
        double few = new Figures(samples[0]).p95();
        for (int size = 0; size < SIZES.length; size++) {
            double p95 = new Figures(samples[size]).p95();
            table.row("%s, %,d entries, p95 (100 beside)".formatted(name, SIZES[size]), p95, few, "ms");
            table.bound("  at most", p95, 15, "ms");
        }
    }

    /** What {@code samlad verify} does, of a lifelike journal. */
    private void proof() throws Exception {
        var data = fresh("bench-proof");
        try (var database = new Appends.Own(data)) {
            Generated.fill(database, MANY, MANY / 10);
            long began = System.nanoTime();
            int status = Verify.run(database.url(), database.user(), database.password(), data, System.out);
            if (status != 0) throw new IllegalStateException("the journal is not what was written");
            table.bound("verify, %,d entries".formatted(MANY), (System.nanoTime() - began) / 1e6, 15_000, "ms");
        }
        delete(data);
    }

    private Path fresh(String name) throws IOException {
        var data = folder.resolve(name);
        delete(data);
        return data;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
