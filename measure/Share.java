package measure;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One account's script asks for ten times its share: what it gets, how it is told, and what another account's people notice. */
final class Share {

    private static final int SHARE = 50;
    private static final int TIMES = 10;

    /** At ten times its share, a script has used up its burst after two seconds. */
    private static final int FIRST_SECONDS = 3;

    private static final int CALLERS = 32;
    private static final long PAUSE_MS = 50;
    private static final String READER = "nacka.tib";
    private static final String SCRIPT = "taby";
    private final Site site;

    Share(Site site) {
        this.site = site;
    }

    void run(int seconds) throws Exception {
        var data = site.fresh("bench-share");
        try (var served = Served.samladWithShare(SHARE, site.root, data, "--demo");
                var calls = new Calls(served.port);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var incident = calls.post("lst.tib", "/api/incidents", "{\"title\":\"Andelar\"}");
            looks(calls, seconds); // warms up
            var alone = looks(calls, seconds);
            script(served, incident, FIRST_SECONDS);
            Callable<Samples> looking = () -> looks(calls, seconds);
            var beside = threads.submit(looking);
            var script = script(served, incident, seconds);
            print(script, alone.figures(), beside.get().figures());
        }
        Site.delete(data);
    }

    /** Reads a page from time to time, as people do. */
    private static Samples looks(Calls calls, int seconds) throws Exception {
        var took = new Samples();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < until) {
            took.add(calls.time(READER, "/"));
            Thread.sleep(PAUSE_MS);
        }
        return took;
    }

    private static Offering.Outcome script(Served served, String incident, int seconds) throws Exception {
        try (var offering = new Offering(served.port, CALLERS, List.of(Request.row(served.port, incident, SCRIPT)))) {
            return offering.run(TIMES * SHARE, seconds);
        }
    }

    private void print(Offering.Outcome script, Figures alone, Figures beside) {
        var table = site.table;
        table.figure("share, what each account has a second", SHARE, "");
        table.figure("share, what one account's script asks for a second", script.offered / script.seconds, "");
        table.bound("share, what the script gets a second", script.goodput(), SHARE + 5, "");
        table.figure("share, the script's 429", script.tooMuchTook.size(), "");
        table.figure("  p50", script.tooMuchTook.figures().p50(), "ms");
        table.figure("  p99", script.tooMuchTook.figures().p99(), "ms");
        table.bound("share, refused without Retry-After", script.withoutRetryAfter, 0, "");
        table.row("share, another account's page beside it (without it), p50", beside.p50(), alone.p50(), "ms");
        table.row("share, another account's page beside it (without it), p99", beside.p99(), alone.p99(), "ms");
    }
}
