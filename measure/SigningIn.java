package measure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * After an alarm people sign in by password within a minute, half of them in the first quarter of it, while twelve actors write
 * rows: how long it takes from the press until the first page is there, whether anybody is turned away, and how recording fares.
 */
final class SigningIn {

    private static final List<String> ACTORS = List.of(
            "lst", "polisen", "region", "sos", "trafikverket", "ssbf", "nacka", "taby", "solna", "haninge", "sigtuna", "ekero");
    private static final double ROWS_A_SECOND = 60;
    private static final int CONNECTIONS = 24;
    private static final int WARM_UP_SECONDS = 10;
    private static final int IDLE_SECONDS = 15;
    private static final int MINUTE = 60;
    private static final double TIMES_IDLE = 2;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int ANSWER_MS = 30_000;
    private static final int MOST_TRIES = 20;
    private static final Pattern ACCOUNT = Pattern.compile("id=\"as-([\\w.-]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?im)^set-cookie: (samlad=[^;\\r\\n]+)");
    private static final Pattern RETRY = Pattern.compile("(?im)^retry-after: (\\d+)");
    private final Site site;

    SigningIn(Site site) {
        this.site = site;
    }

    /** @param took until the first page was there, in ns @param refusals how often it was told to wait */
    private record Came(long took, int refusals, boolean in) {}

    void run(int people) throws Exception {
        var data = site.fresh("bench-sign-in");
        try (var served = Served.samladTold(Attacks.USUAL, site.root, data, "--demo");
                var calls = new Calls(served.port);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var incident = calls.post("lst.tib", "/api/incidents", "{\"title\":\"Larm\"}");
            var rows = ACTORS.stream().map(actor -> Request.row(served.port, incident, actor)).toList();
            var accounts = accounts(served.port);
            try (var offering = new Offering(served.port, CONNECTIONS, rows)) {
                offering.run(ROWS_A_SECOND, WARM_UP_SECONDS);
                double idle = offering.run(ROWS_A_SECOND, IDLE_SECONDS).acceptedTook.figures().p99();
                var coming = new ArrayList<Future<Came>>();
                long alarm = System.nanoTime();
                for (int i = 0; i < people; i++) {
                    var person = new Person(served.port, address(i), accounts.get(i % accounts.size()));
                    double share = (double) i / people;
                    long at = alarm + (long) (share * share * MINUTE * 1e9);
                    coming.add(threads.submit((Callable<Came>) () -> person.comes(at)));
                }
                var outcome = offering.run(ROWS_A_SECOND, MINUTE);
                tell(coming, outcome, idle);
            }
        }
        Site.delete(data);
    }

    private void tell(List<Future<Came>> coming, Offering.Outcome outcome, double idle) throws Exception {
        var took = new ArrayList<Long>();
        int waited = 0;
        int late = 0;
        int out = 0;
        for (var each : coming) {
            var came = each.get();
            if (!came.in()) out++;
            else took.add(came.took());
            if (came.refusals() > 0) waited++;
            if (came.refusals() > 0 && came.took() > PATIENCE_NANOS) late++;
        }
        var figures = new Figures(took.stream().mapToLong(Long::longValue).toArray());
        var table = site.table;
        table.figure("sign-in, %d people in a minute, p50".formatted(coming.size()), figures.p50(), "ms");
        table.figure("  p95", figures.p95(), "ms");
        table.figure("  told to wait at least once", waited, "");
        table.bound("  still refused after 10 s", late, 0, "");
        table.bound("  never got in", out, 0, "");
        long recorded = outcome.accepted.size();
        table.figure("  rows recorded meanwhile, of %d offered".formatted(outcome.offered + outcome.notOffered),
                100.0 * recorded / (outcome.offered + outcome.notOffered), "%");
        double p99 = outcome.acceptedTook.figures().p99();
        table.row("  a row beside it (idle), p99", p99, idle, "ms");
        table.bound("  at most twice idle", p99, TIMES_IDLE * idle, "ms");
    }

    /** The demo has fewer accounts than there are people: each is used by some, at addresses of their own. */
    private static List<String> accounts(int port) throws IOException {
        var page = new Person(port, "127.0.0.1", "").ask("GET /sign-in HTTP/1.1", "", "");
        var found = new LinkedHashSet<String>();
        ACCOUNT.matcher(page).results().forEach(each -> found.add(each.group(1)));
        if (found.isEmpty()) throw new IOException("the page to sign in offers no accounts");
        return List.copyOf(found);
    }

    private static String address(int person) {
        return "127.1." + person / 250 + "." + (person % 250 + 1);
    }

    /** One browser. */
    private record Person(int port, String address, String account) {

        Came comes(long at) throws Exception {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, at - System.nanoTime()));
            ask("GET /sign-in HTTP/1.1", "", "");
            long pressed = System.nanoTime();
            int refusals = 0;
            var cookie = Optional.<String>empty();
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                var answer = cookie.isEmpty()
                        ? ask("POST /sign-in HTTP/1.1", "", "account=" + account + "&password=samlad&to=%2F")
                        : ask("GET / HTTP/1.1", cookie.get(), "");
                if (answer.startsWith("HTTP/1.1 200")) return new Came(System.nanoTime() - pressed, refusals, true);
                var retry = RETRY.matcher(answer);
                var given = COOKIE.matcher(answer);
                if (answer.startsWith("HTTP/1.1 302") && given.find()) cookie = Optional.of(given.group(1));
                else if (retry.find()) {
                    refusals++;
                    TimeUnit.SECONDS.sleep(Long.parseLong(retry.group(1)));
                } else throw new IOException(answer.lines().findFirst().orElse("no answer"));
            }
            return new Came(System.nanoTime() - pressed, refusals, false);
        }

        /** On a connection of its own. */
        String ask(String line, String cookie, String form) throws IOException {
            try (var socket = new Socket()) {
                socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
                socket.connect(new InetSocketAddress("127.0.0.1", port), ANSWER_MS);
                socket.setSoTimeout(ANSWER_MS);
                var request = line + "\r\nHost: localhost\r\nConnection: close\r\n" + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n")
                        + (form.isEmpty() ? "" : "Origin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: " + form.length() + "\r\n")
                        + "\r\n" + form;
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
