package measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Compares the same work in a small journal and in larger ones, in alternating rounds. */
final class Growth {

    private static final int SMALLEST = 1_000;
    private static final int STARTS = 3;

    /** Enough for the JIT's optimising compiler (C2) to be done in all servers: while one compiles, it slows the others. */
    private static final int WARMING = 60;

    private static final int ROUNDS = 20;
    private static final int LOOKS = 20;
    private static final String READER = "nacka.tib";
    private static final String WRITER = "taby.tib";
    private static final String NOTE = "{\"kind\":\"NOTE\",\"text\":\"Väg 76 är avstängd mellan Norrtälje och Edsbro.\"}";
    private static final double AT_MOST = 1.2;

    private final Site site;

    Growth(Site site) {
        this.site = site;
    }

    /** A journal and its running server. */
    private record Open(Filled filled, Served served, Calls calls) implements AutoCloseable {
        static Open of(Site site, Filled filled) throws Exception {
            var served = Served.samlad(site.root, filled.data(), "--demo");
            return new Open(filled, served, new Calls(served.port));
        }

        @Override
        public void close() {
            calls.close();
            served.close();
        }
    }

    /** @param entries of the largest journal; the others have a tenth of them and a thousand */
    void run(int entries) throws Exception {
        int middle = entries / 10;
        var sizes = middle > SMALLEST ? List.of(SMALLEST, middle, entries) : List.of(SMALLEST, entries);
        var all = new ArrayList<Filled>();
        for (int size : sizes) all.add(site.filled(size));
        starts(all);
        var open = new ArrayList<Open>();
        try {
            for (var each : all) open.add(Open.of(site, each));
            alternated(open);
            new Past(site).run(open.getLast().filled(), open.getLast().served(), open.getLast().calls());
        } finally {
            open.forEach(Open::close);
        }
    }

    /**
     * The time of a start, the heap afterwards, and the time of the very first page, the picture of the largest incident. The
     * smallest journal is asked for it too, so that what a client's first request costs is on both sides.
     */
    private void starts(List<Filled> all) throws Exception {
        var started = new double[all.size()][STARTS];
        var heap = new double[all.size()][1];
        var cold = new double[all.size()][STARTS];
        for (int i = 0; i < STARTS; i++) {
            for (int size = 0; size < all.size(); size++) {
                try (var one = Open.of(site, all.get(size))) {
                    started[size][i] = one.served.startedMs;
                    cold[size][i] = one.calls.time(READER, page(one.filled.largest(), "/picture")) / 1e6;
                }
            }
        }
        for (int size = 0; size < all.size(); size++) { // of a start that nobody has looked at, and after which nothing is timed
            try (var one = Open.of(site, all.get(size))) {
                heap[size][0] = one.served.heap() / 1e6;
            }
        }
        print("start until ready", all, started, "ms", 1.5);
        print("heap after the start, garbage gone", all, heap, "MB", Double.NaN);
        print("the largest incident's picture, first page of all after a start", all, cold, "ms", Double.NaN);
        site.table.bound("picture of %,d, first page of all after a start, slowest of %d".formatted(all.getLast().entries() / 10, STARTS),
                Arrays.stream(cold[all.size() - 1]).max().orElseThrow(), 500, "ms");
    }

    private static String page(java.util.UUID incident, String page) {
        return "/incidents/" + incident + page;
    }

    private interface Done {
        long[] once(Open in) throws Exception;
    }

    private void alternated(List<Open> open) throws Exception {
        var done = new TreeMap<String, Done>();
        done.put("append, one caller", in -> looks(() -> in.calls.timePost(WRITER, "/api" + page(in.filled.written(), "/notes"), NOTE)));
        done.put("incident page", in -> looks(() -> in.calls.time(READER, page(in.filled.ordinary(), ""))));
        done.put("picture", in -> looks(() -> in.calls.time(READER, page(in.filled.ordinary(), "/picture"))));
        done.put("Nu", in -> looks(() -> in.calls.time(READER, "/")));
        done.put("live delivery to one client", Growth::delivered);
        for (var each : done.entrySet()) {
            var medians = new double[open.size()][ROUNDS];
            for (int round = -WARMING; round < ROUNDS; round++) {
                for (int size = 0; size < open.size(); size++) {
                    double median = new Figures(each.getValue().once(open.get(size))).p50();
                    if (round >= 0) medians[size][round] = median;
                }
            }
            print(each.getKey(), open.stream().map(Open::filled).toList(), medians, "ms", AT_MOST);
        }
    }

    private interface Look {
        long took() throws Exception;
    }

    private static long[] looks(Look look) throws Exception {
        var took = new long[LOOKS];
        for (int i = 0; i < LOOKS; i++) took[i] = look.took();
        return took;
    }

    private static long[] delivered(Open in) throws Exception {
        try (var reader = new Readers(in.served.port, 1, "/api/live?incident=" + in.filled.written(), "demo-" + WRITER)) {
            return reader.publish(LOOKS, "/api" + page(in.filled.written(), "/notes"), "demo-" + WRITER, NOTE);
        }
    }

    /** Prints the medians beside the smallest journal's. @param atMost NaN: no bound */
    private void print(String name, List<Filled> all, double[][] runs, String unit, double atMost) {
        double smallest = median(runs[0]);
        for (int size = 1; size < runs.length; size++) {
            var what = "%s, %,d entries (%,d beside)".formatted(name, all.get(size).entries(), all.getFirst().entries());
            if (Double.isNaN(atMost)) site.table.row(what, median(runs[size]), smallest, unit);
            else site.table.ratio(what, median(runs[size]), smallest, unit, atMost);
        }
    }

    private static double median(double[] runs) {
        var sorted = runs.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
