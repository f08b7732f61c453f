package measure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ordinary mode after ten years of weekly and monthly meetings and some hundred cases: each page that is opened often; then the
 * shared resources of one incident with 300 needs and 2,000 answers.
 */
final class Ordinary {

    private static final int WEEKLY = 520;
    private static final int MONTHLY = 120;
    private static final int NEEDS = 300;
    private static final int CHANGES = 20;
    private static final int SEEN_MS = 150;
    private static final int ANSWERS = 2_000;
    private static final int LOOKS = 60;
    private static final int WARM = 20;
    private static final double MOST_MS = 50;
    private static final List<String> LENDERS =
            List.of("taby", "nacka", "solna", "vaxholm", "ekero", "sigtuna", "polisen");

    private final Site site;

    Ordinary(Site site) {
        this.site = site;
    }

    void run(int cases) throws Exception {
        var data = site.fresh("bench-ordinary");
        try (var ours = Served.samlad(site.root, data, "--demo");
                var calls = new Calls(ours.port)) {
            var one = cases(calls, cases);
            var meeting = meetings(calls);
            var incident = resources(calls);
            var pages = new LinkedHashMap<String, String>();
            pages.put("everyday", "/everyday");
            pages.put("%d cases".formatted(cases), "/cases");
            pages.put("a case", "/cases/" + one);
            pages.put("%d meetings".formatted(WEEKLY + MONTHLY), "/meetings");
            pages.put("a meeting", "/meetings/" + meeting);
            pages.put("the year", "/year");
            pages.put("the agreement", "/agreement");
            pages.put("the fees", "/agreement/fees?year=2015");
            pages.put("%d needs and %d answers".formatted(NEEDS, ANSWERS), "/incidents/" + incident + "/resources");
            for (var page : pages.entrySet()) looked(site, calls, "ordinary mode", page);
            seen(calls, ours.port, incident);
        }
        Site.delete(data);
    }

    /** One more need, until it is seen on the screens of all who look at the others. */
    private void seen(Calls calls, int port, String incident) throws Exception {
        var accounts = LENDERS.stream().map(code -> code + ".tib").toList();
        try (var screens = new Screens(port, accounts, "/incidents/" + incident + "/resources", WARM + CHANGES, calls)) {
            for (int i = 0; i < WARM + CHANGES; i++) {
                screens.sends(i);
                calls.post("region.vard", "/api/incidents/" + incident + "/resource-needs",
                        "{\"what\":\"" + Screens.MARK + i + ".\",\"quantity\":1,\"where\":\"Rimbo\",\"ifNot\":\"Elva blir utan vård\"}");
                screens.await(i + 1);
            }
            var name = "one need more, seen on %d screens, ".formatted(accounts.size());
            var figures = screens.since(WARM).figures();
            site.table.bound(name + "p50", figures.p50(), SEEN_MS, "ms");
            site.table.bound(name + "p99", figures.p99(), SEEN_MS, "ms");
        }
    }

    /** A page that is opened again and again, as often as it takes to know. @param what it belongs to */
    static void looked(Site site, Calls calls, String what, Map.Entry<String, String> page) throws Exception {
        var samples = new long[LOOKS];
        for (int i = -WARM; i < LOOKS; i++) {
            long took = calls.time("taby.tib", page.getValue());
            if (i >= 0) samples[i] = took;
        }
        site.table.bound(what + ", " + page.getKey() + ", p95", new Figures(samples).p95(), MOST_MS, "ms");
    }

    /** @return one of them */
    private static String cases(Calls calls, int cases) throws Exception {
        var last = "";
        for (int i = 0; i < cases; i++) {
            last = calls.post("taby.tib", "/api/cases",
                    "{\"title\":\"Tolkar i läge " + i + "\",\"text\":\"Ingen tolk går att få fram utanför kontorstid.\"}");
            if (i % 2 == 0) calls.post("nacka.tib", "/api/cases/" + last + "/same", "{\"text\":\"Vi når inte heller alla.\"}");
        }
        return last;
    }

    /** Each held, closed and approved, one after the other. @return the last */
    private static String meetings(Calls calls) throws Exception {
        var last = "";
        var at = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        for (int i = 0; i < WEEKLY + MONTHLY; i++) {
            last = calls.post("kansli", "/api/meetings",
                    "{\"forum\":\"samordningsgruppen\",\"at\":\"" + at.plus(i + 1, ChronoUnit.MINUTES) + "\"}");
            var meeting = "/api/meetings/" + last;
            var point = calls.post("taby.tib", meeting + "/points", "{\"title\":\"Läget i norr\",\"text\":\"Plogförare saknas.\"}");
            calls.post("kansli", meeting + "/decisions",
                    "{\"point\":\"" + point + "\",\"text\":\"Vi delar på plogarna.\",\"reason\":\"Det räcker till alla.\"}");
            var undertaking = calls.post("taby.tib", meeting + "/undertakings",
                    "{\"point\":\"" + point + "\",\"what\":\"En lista över förare\"}");
            calls.post("taby.tib", meeting + "/carried-out", "{\"undertaking\":\"" + undertaking + "\"}");
            calls.post("kansli", meeting + "/closing", "{\"summary\":\"Plogarna delas.\"}");
            calls.post("kansli", meeting + "/approval", "{}");
        }
        return last;
    }

    /** @return the incident */
    private static String resources(Calls calls) throws Exception {
        var incident = calls.post("lst.tib", "/api/incidents", "{\"title\":\"Mätning\"}");
        for (int i = 0; i < NEEDS; i++) {
            var need = "/api/resource-needs/" + calls.post("region.vard", "/api/incidents/" + incident + "/resource-needs",
                    "{\"what\":\"bandvagnar\",\"quantity\":9,\"where\":\"Plats " + i + "\",\"ifNot\":\"Elva blir utan vård\"}");
            for (int j = 0; j < ANSWERS / NEEDS + (i < ANSWERS % NEEDS ? 1 : 0); j++) {
                var lender = LENDERS.get(j) + ".tib";
                if (j < 2) calls.post(lender, need + "/promises", "{\"quantity\":1}");
                else calls.post(lender, need + "/answers", "{\"answer\":\"OFFER\",\"quantity\":1,\"readyInMinutes\":40}");
            }
        }
        return incident;
    }
}
