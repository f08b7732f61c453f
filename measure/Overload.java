package measure;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import se.samlad.database.Cluster;

/** Three times what can be done: how much is, how fast, how those are told for whom there is no room, and whether any is lost. */
final class Overload {

    /** Callers at once to look for the best rate with, each as soon as it has its answer. */
    private static final int[] CALLERS = {64, 128, 256, 512};

    private static final int MOST_OUTSTANDING = 4_000;
    private static final double LEAST_SECONDS = 2;
    private final Site site;

    Overload(Site site) {
        this.site = site;
    }

    void run(int seconds) throws Exception {
        var data = site.fresh("bench-overload");
        try (var served = Served.samlad(site.root, data, "--demo");
                var calls = new Calls(served.port)) {
            var incident = calls.post("lst.tib", "/api/incidents", "{\"title\":\"Överlast\"}");
            var accepted = new ArrayList<String>();
            double each = Math.max(LEAST_SECONDS, seconds / 6.0);
            offered(served, incident, CALLERS[0], Double.POSITIVE_INFINITY, 2 * each, accepted); // warms up
            double best = best(served, incident, each, accepted);
            var over = offered(served, incident, MOST_OUTSTANDING, 3 * best, seconds, accepted);
            print(over, best, seconds);
            lost(data, incident, accepted);
        }
        Site.delete(data);
    }

    private double best(Served served, String incident, double seconds, List<String> accepted) throws Exception {
        double best = 0;
        for (int callers : CALLERS) {
            var outcome = offered(served, incident, callers, Double.POSITIVE_INFINITY, seconds, accepted);
            site.table.note("%,d callers: %,.0f a second, p99 %.1f ms"
                    .formatted(callers, outcome.goodput(), outcome.acceptedTook.figures().p99()));
            best = Math.max(best, outcome.goodput());
        }
        return best;
    }

    private static Offering.Outcome offered(
            Served served, String incident, int connections, double rate, double seconds, List<String> accepted) throws Exception {
        try (var offering = new Offering(served.port, incident, connections, Offering.MANY)) {
            var outcome = offering.run(rate, seconds);
            accepted.addAll(outcome.accepted);
            return outcome;
        }
    }

    private void print(Offering.Outcome over, double best, int seconds) {
        var table = site.table;
        table.figure("overload, best sustained rate, a second", best, "");
        table.figure("overload, offered a second for %d s".formatted(seconds), over.offered / over.seconds, "");
        table.note("%,d more came due while all %,d connections waited".formatted(over.notOffered, MOST_OUTSTANDING));
        table.rate("overload, goodput a second (the best beside)", over.goodput(), best, "", 0.8);
        table.figure("overload, accepted writes, p50", over.acceptedTook.figures().p50(), "ms");
        table.figure("overload, accepted writes, p99", over.acceptedTook.figures().p99(), "ms");
        told("503", over.busyTook);
        told("429", over.tooMuchTook);
        table.bound("overload, refused without Retry-After", over.withoutRetryAfter, 0, "");
        table.bound("overload, not answered at all", over.broken, 0, "");
    }

    private void told(String status, Samples took) {
        site.table.figure("overload, answered %s".formatted(status), took.size(), "");
        if (took.size() == 0) return;
        site.table.figure("  p50", took.figures().p50(), "ms");
        site.table.figure("  p99", took.figures().p99(), "ms");
    }

    /** By what lies in the database: each that was accepted is there, and nothing twice. */
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
