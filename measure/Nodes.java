package measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.SocketFactory;

/**
 * Two nodes on one database: the time from recording on one until readers at the other have it, and from the one's death until
 * who listened there goes on at the other.
 */
final class Nodes {

    private static final int CLIENTS = 20;
    private static final int AT_A_TIME = 20;
    private static final String BODY = "{\"kind\":\"NOTE\",\"text\":\"Väg 76 är avstängd mellan Norrtälje och Edsbro.\"}";

    private final Site site;

    Nodes(Site site) {
        this.site = site;
    }

    /** @param times how many entries are recorded on each */
    void run(int times) throws Exception {
        var data = site.fresh("bench-nodes");
        try (var database = new Appends.Own(data.resolve("database"))) {
            var db = database.url() + "?user=" + database.user() + "&password=" + database.password();
            try (var one = Served.samlad(site.root, data.resolve("one"), "--demo", "--db", db);
                    var other = Served.samlad(site.root, data.resolve("other"), "--demo", "--db", db);
                    var calls = new Calls(one.port)) {
                var incident = calls.post("lst.tib", "/api/incidents", "{\"title\":\"Två noder\"}");
                calls.await(other.port, "lst.tib", "/api/incidents/" + incident);
                compare(one.port, other.port, incident, times);
                goOn(one, other.port, incident, calls);
            }
        }
        Site.delete(data);
    }

    /** Each has missed an entry, which the other node sends it first. */
    private void goOn(Served one, int other, String incident, Calls calls) throws Exception {
        var path = "/api/incidents/" + incident + "/notes";
        var stream = "/api/live?incident=" + incident;
        var cursor = calls.cursor("lst.tib", path, BODY);
        calls.await(other, "lst.tib", "/entries/" + calls.post("lst.tib", path, BODY));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var listening = new CountDownLatch(CLIENTS);
            var back = new ArrayList<Future<Long>>();
            for (int i = 0; i < CLIENTS; i++)
                back.add(threads.submit(() -> {
                    try (var there = new Wire(SocketFactory.getDefault(), one.port)) {
                        there.listen(stream);
                        listening.countDown();
                        there.await("never");
                    } catch (IOException e) {
                        // it was killed
                    }
                    try (var here = new Wire(SocketFactory.getDefault(), other)) {
                        here.listenFrom(cursor, stream);
                        here.await("event: entry");
                        return System.nanoTime();
                    }
                }));
            listening.await();
            long killed = System.nanoTime();
            one.kill();
            double slowest = 0;
            for (var each : back) slowest = Math.max(slowest, (each.get() - killed) / 1e6);
            site.table.bound("one is killed, its clients have what they missed at the other, at most", slowest, 3_000, "ms");
        }
    }

    private void compare(int one, int other, String incident, int times) throws Exception {
        var stream = "/api/live?incident=" + incident;
        var path = "/api/incidents/" + incident + "/notes";
        int rounds = Math.max(1, times / AT_A_TIME);
        var across = new Samples();
        var same = new Samples();
        for (int round = -rounds / 2; round < rounds; round++) { // the first third warms up
            try (var far = new Readers(other, CLIENTS, stream, "demo-lst.tib").publishedAt(one)) {
                var took = far.publish(AT_A_TIME, path, "demo-lst.tib", BODY);
                if (round >= 0) across.add(took);
            }
            try (var near = new Readers(one, CLIENTS, stream, "demo-lst.tib")) {
                var took = near.publish(AT_A_TIME, path, "demo-lst.tib", BODY);
                if (round >= 0) same.add(took);
            }
        }
        var far = across.figures();
        var near = same.figures();
        site.table.row("nodes, made on one, seen on the other, p50 (same beside)", far.p50(), near.p50(), "ms");
        site.table.row("nodes, made on one, seen on the other, p99 (same beside)", far.p99(), near.p99(), "ms");
        site.table.bound("  at most", far.p99(), 100, "ms");
    }
}
