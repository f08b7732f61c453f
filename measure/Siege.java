package measure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * One client attacks while twelve actors write rows: how long recording takes, whether anything of theirs is refused, and
 * whether the public page and the health check answer.
 */
final class Siege {

    private static final List<String> ACTORS = List.of(
            "lst", "polisen", "region", "sos", "trafikverket", "ssbf", "nacka", "taby", "solna", "haninge", "sigtuna", "ekero");
    private static final double ROWS_A_SECOND = 60;
    private static final int CONNECTIONS = 24;
    private static final double TIMES_IDLE = 3;
    private static final long LOOK_EVERY_MS = 100;
    private static final int WARM_UP_SECONDS = 10;
    private final Site site;

    Siege(Site site) {
        this.site = site;
    }

    /** The answers of the public page and the health check. */
    private record Seen(long asked, long failed, double slowestMs) {}

    void run(int seconds) throws Exception {
        var data = site.fresh("bench-siege");
        try (var served = Served.samladTold(Attacks.USUAL, site.root, data, "--demo");
                var calls = new Calls(served.port);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var incident = calls.post("lst.tib", "/api/incidents", "{\"title\":\"Belägring\"}");
            var rows = ACTORS.stream().map(actor -> Request.row(served.port, incident, actor)).toList();
            try (var offering = new Offering(served.port, CONNECTIONS, rows)) {
                offering.run(ROWS_A_SECOND, WARM_UP_SECONDS);
                double idle = offering.run(ROWS_A_SECOND, seconds).acceptedTook.figures().p99();
                site.table.figure("siege, a row beside nothing else, p99", idle, "ms");
                for (var attack : Attacks.all(served.port)) under(attack, offering, idle, new Around(served, threads, seconds));
            }
        }
        Site.delete(data);
    }

    private record Around(Served served, ExecutorService threads, int seconds) {}

    private void under(Attacks.Attack attack, Offering offering, double idle, Around around) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(around.seconds);
        var assault = around.threads.submit((Callable<String>) () -> attack.go(until));
        var looked = new FutureTask<>(() -> look(around.served.port, until));
        Thread.ofPlatform().start(looked); // the attack's virtual threads leave it no turn
        var outcome = offering.run(ROWS_A_SECOND, around.seconds);
        var seen = looked.get();
        var table = site.table;
        table.note(attack.name() + ": " + assault.get());
        table.row("siege, " + attack.name() + ": a row beside it (idle), p99", outcome.acceptedTook.figures().p99(), idle, "ms");
        table.bound("  at most three times idle", outcome.acceptedTook.figures().p99(), TIMES_IDLE * idle, "ms");
        long refused = outcome.busyTook.size() + outcome.tooMuchTook.size() + outcome.broken + outcome.notOffered;
        table.bound("  rows refused or not answered", refused, 0, "");
        table.bound("  public page and health not answered, of %d".formatted(seen.asked), seen.failed, 0, "");
        table.figure("  the slowest of those", seen.slowestMs, "ms");
    }

    private static Seen look(int port, long until) throws InterruptedException {
        var paths = List.of("/public", "/health", "/css/samlad.css");
        var failed = new ArrayList<String>();
        long asked = 0;
        long slowest = 0;
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < until) {
                for (var path : paths) {
                    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .timeout(Duration.ofSeconds(5))
                            .build();
                    long began = System.nanoTime();
                    asked++;
                    try {
                        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
                        if (status != 200) failed.add(path + " " + status);
                    } catch (IOException e) {
                        failed.add(path + " " + e);
                    }
                    slowest = Math.max(slowest, System.nanoTime() - began);
                }
                Thread.sleep(LOOK_EVERY_MS);
            }
        }
        if (!failed.isEmpty()) System.err.println(failed.subList(0, Math.min(5, failed.size())));
        return new Seen(asked, failed.size(), slowest / 1e6);
    }
}
