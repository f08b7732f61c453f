package measure;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Searches a large journal that is completely in the search table: for common and rare words, with and without filters. */
final class Searching {

    private static final int WARM = 200;
    private static final int LOOKS = 300;
    private static final String[] READERS = {"nacka.tib", "lst.tib", "taby.tib", "polisen.tib"};
    private static final String[] WORDS = {
        "väg", "Norrtälje", "bandvagn", "plog 17", "värmestuga Djurö", "hushåll Tumba", "nor", "bussar fastnat", "359",
        "område 12 Hallstavik", "12 timmar", "snöskoter"
    };
    private static final String[] ACTORS = {"taby", "nacka", "polisen", "sos"};
    private static final String[] KINDS = {"report.logged.1", "report.reported.1", "incident.signalled.1"};
    private final Site site;

    Searching(Site site) {
        this.site = site;
    }

    void run(int entries) throws Exception {
        var filled = site.filled(entries);
        var narrowed = new LinkedHashMap<String, Narrowed>();
        narrowed.put("all", random -> "");
        narrowed.put("all, best first", random -> "&order=BEST");
        narrowed.put("of an incident", random -> "&incident=" + filled.incidents().get(random.nextInt(filled.incidents().size())));
        narrowed.put("of the largest incident", random -> "&incident=" + filled.largest());
        narrowed.put("of an actor", random -> "&actor=" + ACTORS[random.nextInt(ACTORS.length)]);
        narrowed.put("of a kind", random -> "&kind=" + KINDS[random.nextInt(KINDS.length)]);
        try (var served = Served.samlad(site.root, filled.data(), "--demo");
                var calls = new Calls(served.port)) {
            for (var each : narrowed.entrySet()) measure(calls, each, entries);
        }
    }

    private interface Narrowed {
        String parameters(Random random);
    }

    private void measure(Calls calls, Map.Entry<String, Narrowed> what, int entries) throws Exception {
        var random = new Random(2);
        var took = new Samples();
        var byWord = new LinkedHashMap<String, Samples>();
        for (int i = -WARM; i < LOOKS; i++) {
            var word = WORDS[Math.floorMod(i, WORDS.length)];
            var query = "/api/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8) + what.getValue().parameters(random);
            long one = calls.time(READERS[random.nextInt(READERS.length)], query);
            if (i < 0) continue;
            took.add(one);
            byWord.computeIfAbsent(word, w -> new Samples()).add(one);
        }
        var figures = took.figures();
        site.table.bound("search, %,d entries, %s, p95".formatted(entries, what.getKey()), figures.p95(), 60, "ms");
        var slowest = byWord.entrySet().stream()
                .max(java.util.Comparator.comparingDouble(e -> e.getValue().figures().p50()))
                .orElseThrow();
        site.table.note("p50 %.1f ms, p99 %.1f ms; the slowest words are \"%s\", p50 %.1f ms".formatted(
                figures.p50(), figures.p99(), slowest.getKey(), slowest.getValue().figures().p50()));
    }
}
