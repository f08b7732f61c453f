package measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A conference of forty participants with three screens each, all reporting in the round: from sending a report to each screen's
 * receipt of it, beside a bare server with as many clients; then its protocol, once it is closed.
 */
final class Conferring {

    private static final List<String> JOINT = List.of("rsib", "komm", "kansli");
    private static final int SCREENS = 3;
    private static final int WARM = 2;
    private static final int ROUNDS = 2;

    /** Ten reports a second: far quicker than people speak. */
    private static final long EVERY_MS = 100;

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([a-z-]+)\"");

    private final Site site;

    Conferring(Site site) {
        this.site = site;
    }

    void run(int rest) throws Exception {
        var data = site.fresh("bench-conference");
        var bareData = site.fresh("bench-conference-bare");
        try (var ours = Served.samlad(site.root, data, "--demo");
                var calls = new Calls(ours.port);
                var database = new Appends.Own(bareData);
                var bare = Served.bare(database.url(), database.user(), database.password());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var accounts = accounts(calls);
            var conference = opened(calls, accounts);
            double[] theirs = bare(bare.port, accounts.size() * SCREENS);
            try (var screens = new Screens(ours.port, screens(accounts), "/conferences/" + conference, (WARM + ROUNDS) * accounts.size(), calls)) {
                for (int round = 0; round < WARM + ROUNDS; round++) round(round, accounts, conference, calls, screens, threads);
                var samples = screens.since(WARM * accounts.size()).figures();
                var name = "conference, a report on %d screens".formatted(accounts.size() * SCREENS);
                site.table.row(name + ", p50", samples.p50(), theirs[0], "ms");
                site.table.row(name + ", p99", samples.p99(), theirs[1], "ms");
                site.table.bound("  at most", samples.p99(), 150, "ms");
            }
            protocol(calls, conference, rest);
        }
        Site.delete(data);
        Site.delete(bareData);
    }

    private static List<String> accounts(Calls calls) throws Exception {
        var accounts = new ArrayList<>(JOINT);
        CODE.matcher(calls.get("lst.tib", "/api/actors")).results().forEach(found -> accounts.add(found.group(1) + ".tib"));
        return accounts;
    }

    /** Each of them has so many screens. */
    private static List<String> screens(List<String> accounts) {
        return java.util.stream.IntStream.range(0, SCREENS).boxed().flatMap(each -> accounts.stream()).toList();
    }

    private static String opened(Calls calls, List<String> accounts) throws Exception {
        var incident = calls.post("lst.tib", "/api/incidents", "{\"title\":\"Mätning\"}");
        var actors = accounts.stream()
                .filter(account -> account.endsWith(".tib") && !account.equals("lst.tib"))
                .map(account -> "\"" + account.replace(".tib", "") + "\"")
                .toList();
        var forum = calls.post("lst.tib", "/api/incidents/" + incident + "/forums",
                "{\"level\":\"COORDINATING\",\"actors\":[" + String.join(",", actors) + "]}");
        var conference = calls.post("lst.tib", "/api/forums/" + forum + "/conferences", "{\"kind\":\"ACTIVATED\"}");
        calls.post("lst.tib", "/api/conferences/" + conference + "/opening", "{}");
        return conference;
    }

    /** @return p50 and p99 in ms */
    private static double[] bare(int port, int clients) throws Exception {
        try (var readers = new Readers(port, clients, "/", "bench")) {
            readers.publish(200, "/", "bench", Live.BODY);
            var figures = new Figures(readers.publish(100, "/", "bench", Live.BODY));
            return new double[] {figures.p50(), figures.p99()};
        }
    }

    private static void round(int round, List<String> accounts, String conference, Calls calls, Screens screens,
            ExecutorService threads) throws Exception {
        var sent = new ArrayList<Future<?>>();
        long began = System.nanoTime();
        for (int i = 0; i < accounts.size(); i++) {
            TimeUnit.NANOSECONDS.sleep(began + TimeUnit.MILLISECONDS.toNanos(i * EVERY_MS) - System.nanoTime());
            int number = round * accounts.size() + i;
            var account = accounts.get(i);
            var json = "{\"kind\":\"REPORT\",\"text\":\"" + Screens.MARK + number + ". Två vägar är avstängda, skolorna håller öppet.\"}";
            sent.add(threads.submit((Callable<String>) () -> {
                screens.sends(number);
                return calls.post(account, "/api/conferences/" + conference + "/lines", json);
            }));
        }
        for (var each : sent) each.get();
        screens.await((round + 1) * accounts.size());
    }

    /** The page and the paper of a conference that has been closed. @param rest of how many entries besides its reports */
    private void protocol(Calls calls, String conference, int rest) throws Exception {
        for (int i = 0; i < rest; i++)
            calls.post("lst.tib", "/api/conferences/" + conference + "/lines",
                    "{\"kind\":\"NEED\",\"text\":\"Behov " + i + ": två bandvagnar till norra delarna\"}");
        calls.post("lst.tib", "/api/conferences/" + conference + "/closing", "{\"summary\":\"Skolorna stänger i morgon\"}");
        site.table.bound("its protocol once closed, as a page", calls.time("nacka.tib", "/conferences/" + conference) / 1e6, 1_000, "ms");
        double paper = calls.time("nacka.tib", "/api/conferences/" + conference + "/protocol.pdf") / 1e6;
        site.table.bound("  and as a PDF", paper, 2_000, "ms");
    }
}
