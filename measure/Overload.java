package measure;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import se.samlad.database.Cluster;

/**
 * Offers three times what the server can do: how much is done, how fast, how the rest is refused, and whether anything
 * accepted is lost. Once with a crisis' mixture of requests, of which the most important must be served first, and once with
 * rows alone, which cost most to refuse in relation to what they cost.
 */
final class Overload {

    /** How many callers are used to find the highest rate. */
    private static final int[] CALLERS = {64, 128, 256, 512};

    private static final int MOST_OUTSTANDING = 4_000;
    private static final double LEAST_SECONDS = 2;
    private static final int MOST_WARMING = 12;
    private static final double STEADY = 1.03;
    private static final String ROWS = "rows";
    private static final String PAGES = "pages";
    private static final String LATER = "searching and exporting";

    /** The actors whose duty officers ask, in turn. */
    private static final List<String> ACTORS = List.of("taby", "nacka", "norrtalje", "varmdo", "solna", "polisen",
        "trafikverket", "sos", "lst", "region", "fm", "kbv");

    private final Site site;

    Overload(Site site) {
        this.site = site;
    }

    void run(int seconds) throws Exception {
        offer(seconds, "", 0.8, Overload::all);
        offer(seconds, "rows alone, ", Double.NaN, Overload::rows);
    }

    private interface Offered {
        List<Request> by(String actor, int port, String incident);
    }

    private static List<Request> rows(String actor, int port, String incident) {
        return List.of(Request.row(port, incident, actor));
    }

    /** Of twenty requests: six rows, five public pages, seven pages, and two heavy reads. */
    private static List<Request> all(String actor, int port, String incident) {
        var row = Request.row(port, incident, actor);
        var open = Request.look("the public page", port, "/public", actor);
        var page = Request.look(PAGES, port, "/incidents/" + incident, actor);
        var picture = Request.look(PAGES, port, "/incidents/" + incident + "/picture", actor);
        var now = Request.look(PAGES, port, "/", actor);
        var search = Request.look(LATER, port, "/api/search?q=Edsbro", actor);
        var journal = Request.look(LATER, port, "/api/journal", actor);
        return List.of(row, page, open, row, picture, search, page, row, open, now, row, page, open, row, picture, journal,
                open, row, page, open);
    }

    private void offer(int seconds, String of, double atLeast, Offered offered) throws Exception {
        var data = site.fresh("bench-overload");
        try (var served = Served.samlad(site.root, data, "--demo");
                var calls = new Calls(served.port)) {
            var incident = calls.post("lst.tib", "/api/incidents", "{\"title\":\"Överlast\"}");
            var requests = ACTORS.stream().flatMap(actor -> offered.by(actor, served.port, incident).stream()).toList();
            var accepted = new ArrayList<String>();
            double each = Math.max(LEAST_SECONDS, seconds / 6.0);
            warmUp(served, requests, each, accepted);
            double best = best(served, requests, each, accepted);
            var over = offered(served, requests, MOST_OUTSTANDING, 3 * best, seconds, accepted);
            print("overload, " + of, over, best, atLeast);
            lost(data, incident, accepted);
        }
        Site.delete(data);
    }

    /** Repeats until a round is no faster than the one before: while code is being compiled, the highest rate still rises. */
    private static void warmUp(Served served, List<Request> requests, double seconds, List<String> accepted) throws Exception {
        double last = 0;
        for (int round = 0; round < MOST_WARMING; round++) {
            double now = offered(served, requests, CALLERS[2], Double.POSITIVE_INFINITY, seconds, accepted).goodput();
            if (now < STEADY * last) break;
            last = now;
        }
    }

    private double best(Served served, List<Request> requests, double seconds, List<String> accepted) throws Exception {
        double best = 0;
        for (int callers : CALLERS) {
            var outcome = offered(served, requests, callers, Double.POSITIVE_INFINITY, seconds, accepted);
            site.table.note("%,d callers: %,.0f a second, rows p99 %.1f ms"
                    .formatted(callers, outcome.goodput(), outcome.acceptedTook.figures().p99()));
            best = Math.max(best, outcome.goodput());
        }
        return best;
    }

    private static Offering.Outcome offered(Served served, List<Request> requests, int connections, double rate, double seconds,
            List<String> accepted) throws Exception {
        try (var offering = new Offering(served.port, connections, requests)) {
            var outcome = offering.run(rate, seconds);
            accepted.addAll(outcome.accepted);
            return outcome;
        }
    }

    private void print(String of, Offering.Outcome over, double best, double atLeast) {
        var table = site.table;
        table.figure(of + "best sustained rate, a second", best, "");
        table.figure(of + "offered a second for %.0f s".formatted(over.seconds), over.offered / over.seconds, "");
        table.note("%,d more came due while all %,d connections waited".formatted(over.notOffered, MOST_OUTSTANDING));
        if (Double.isNaN(atLeast)) table.row(of + "goodput a second (the best beside)", over.goodput(), best, "");
        else table.rate(of + "goodput a second (the best beside)", over.goodput(), best, "", atLeast);
        over.of.keySet().forEach(what ->
                table.note("%s: %,.0f a second, %.0f %% of those offered".formatted(what, over.goodput(what), 100 * over.share(what))));
        table.figure(of + "accepted writes, p50", over.acceptedTook.figures().p50(), "ms");
        table.figure(of + "accepted writes, p99", over.acceptedTook.figures().p99(), "ms");
        told("503", over.busyTook);
        told("429", over.tooMuchTook);
        table.bound(of + "refused without Retry-After", over.withoutRetryAfter, 0, "");
        table.bound(of + "not answered at all", over.broken, 0, "");
    }

    private void told(String status, Samples took) {
        site.table.figure("overload, answered %s".formatted(status), took.size(), "");
        if (took.size() == 0) return;
        site.table.figure("  p50", took.figures().p50(), "ms");
        site.table.figure("  p99", took.figures().p99(), "ms");
    }

    /** Checks in the database that each accepted row is there, and none twice. */
    private void lost(Path data, String incident, List<String> accepted) throws Exception {
        var there = Cluster.find(data).orElseThrow();
        var stored = new HashSet<String>();
        int rows = 0;
        try (var connection = DriverManager.getConnection(there.jdbcUrl(), there.user(), there.password());
                var statement = connection.prepareStatement(
                        "select id::text from entry where stream = ?::uuid and kind = 'report.logged.1'")) {
            statement.setString(1, incident);
            try (var row = statement.executeQuery()) {
                for (; row.next(); rows++) stored.add(row.getString(1));
            }
        }
        var distinct = new HashSet<>(accepted);
        site.table.bound("overload, accepted twice under one id", accepted.size() - distinct.size(), 0, "");
        distinct.removeAll(stored);
        site.table.bound("overload, accepted and lost, of %,d".formatted(accepted.size()), distinct.size(), 0, "");
        site.table.note("%,d in the journal, so %,d recorded without an answer".formatted(
                rows, rows - (accepted.size() - distinct.size())));
    }
}
