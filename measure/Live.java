package measure;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** The time of one change to many live clients: from sending the request, through a durable append, to each client's receipt. */
final class Live {

    static final String BODY =
            "{\"kind\":\"NOTE\",\"text\":\"Väg 76 är avstängd mellan Norrtälje och Edsbro. Två bussar har fastnat.\"}";
    private static final String WRITER = "demo-taby.tib";
    private static final int ROUNDS = 6;

    /** Enough for the JIT's optimising compiler (C2) to have compiled what is measured. */
    private static final int WARM = 15;

    private static final int PUBLISHED = 30;
    private static final int MOST_OPEN_TOGETHER = 2_000;

    /** Longer than a heartbeat's interval, after which the server knows which clients have left. */
    private static final long UNTIL_GONE_MS = 15_000;

    /** Files that are open besides the sockets. */
    private static final int OTHER_FILES = 1_000;

    private final Site site;

    Live(Site site) {
        this.site = site;
    }

    /** Bounds on the ratios to the bare server. */
    record Bounds(double p50, double p99) {}

    void run(int clients, Bounds bounds, boolean heap) throws Exception {
        mayOpen(clients);
        var data = site.fresh("bench-live");
        Path bareData = site.fresh("bench-live-bare");
        try (var ours = Served.samlad(site.root, data, "--demo");
                var calls = new Calls(ours.port);
                var database = new Appends.Own(bareData);
                var bare = Served.bare(database.url(), database.user(), database.password())) {
            var incident = calls.post("lst.tib", "/api/incidents", "{\"title\":\"Mätning\"}");
            var our = new Place(ours.port, "/api/live?incident=" + incident, "/api/incidents/" + incident + "/notes");
            var their = new Place(bare.port, "/", "/");
            var name = "live, 1 change to %,d clients".formatted(clients);
            print(name, clients <= MOST_OPEN_TOGETHER ? together(our, their, clients) : apart(our, their, clients), bounds);
            if (heap) heap(ours, our, clients);
        }
        Site.delete(data);
        Site.delete(bareData);
    }

    /** @throws IllegalStateException where the limit of open files does not allow so many sockets */
    static void mayOpen(long sockets) {
        long files = sockets + OTHER_FILES;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean system
                && system.getMaxFileDescriptorCount() < files)
            throw new IllegalStateException("this needs %,d open files, and %,d are allowed: ulimit -n %d"
                    .formatted(files, system.getMaxFileDescriptorCount(), files));
    }

    private record Place(int port, String stream, String publish) {
        Readers open(int clients) throws Exception {
            return new Readers(port, clients, stream, WRITER);
        }

        long[] publish(Readers readers, int times) throws Exception {
            return readers.publish(times, publish, WRITER, BODY);
        }
    }

    private record Both(Samples ours, Samples theirs) {}

    private static Both together(Place our, Place their, int clients) throws Exception {
        var both = new Both(new Samples(), new Samples());
        try (var ourReaders = our.open(clients);
                var theirReaders = their.open(clients)) {
            for (int round = -WARM; round < ROUNDS; round++) {
                var ours = our.publish(ourReaders, PUBLISHED);
                var theirs = their.publish(theirReaders, PUBLISHED);
                if (round < 0) continue;
                both.ours.add(ours);
                both.theirs.add(theirs);
            }
        }
        return both;
    }

    /** One server after the other in alternating rounds, where one process can't have sockets open to both. */
    private static Both apart(Place our, Place their, int clients) throws Exception {
        var both = new Both(new Samples(), new Samples());
        for (int round = 0; round < ROUNDS / 2; round++) {
            try (var readers = our.open(clients)) {
                our.publish(readers, PUBLISHED / 3);
                both.ours.add(our.publish(readers, PUBLISHED));
            }
            Thread.sleep(UNTIL_GONE_MS);
            try (var readers = their.open(clients)) {
                their.publish(readers, PUBLISHED / 3);
                both.theirs.add(their.publish(readers, PUBLISHED));
            }
        }
        return both;
    }

    private void print(String name, Both both, Bounds bounds) {
        var o = both.ours.figures();
        var t = both.theirs.figures();
        site.table.ratio(name + ", p50", o.p50(), t.p50(), "ms", bounds.p50);
        site.table.ratio(name + ", p99", o.p99(), t.p99(), "ms", bounds.p99);
    }

    /** The heap of the warm server without clients and with them. */
    private void heap(Served ours, Place our, int clients) throws Exception {
        Thread.sleep(UNTIL_GONE_MS);
        long without = ours.heap();
        try (var readers = our.open(clients)) {
            our.publish(readers, 1);
            Thread.sleep(UNTIL_GONE_MS); // idle, after a heartbeat
            double each = (ours.heap() - without) / 1_024.0 / clients;
            site.table.bound("heap, each idle client of %,d".formatted(clients), each, 30, "kB");
        }
    }
}
