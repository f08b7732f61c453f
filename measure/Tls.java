package measure;

import java.util.function.Supplier;
import javax.net.SocketFactory;

/** The cost of TLS 1.3: our server with plain HTTP and with TLS, in alternating rounds, with the same client code. */
final class Tls {

    /** Until C2 has compiled the encryption: its time fell until the twelfth round. */
    private static final int WARM = 15;

    private static final int ROUNDS = 6;
    private static final int PUBLISHED = 30;
    private static final int LOOKS = 40;

    private final Site site;

    Tls(Site site) {
        this.site = site;
    }

    /** @param sockets makes a new client each time */
    private record Door(int port, String incident, Supplier<SocketFactory> sockets) {

        static Door of(Served served, Supplier<SocketFactory> sockets) throws Exception {
            try (var wire = new Wire(sockets.get(), served.port)) {
                var created = wire.post("/api/incidents", "{\"title\":\"Mätning\"}");
                return new Door(served.port, Calls.idIn(created), sockets);
            }
        }

        Wire open() throws Exception {
            return new Wire(sockets.get(), port);
        }

        Listeners listeners(int clients) throws Exception {
            return new Listeners(sockets.get(), port, clients, "/api/live?incident=" + incident);
        }

        long[] publish(Listeners listeners) throws Exception {
            return listeners.publish(PUBLISHED, "/api/incidents/" + incident + "/notes", Live.BODY);
        }

        long look(Wire wire) throws Exception {
            long began = System.nanoTime();
            wire.get("/incidents/" + incident);
            return System.nanoTime() - began;
        }

        /** Including connecting. */
        long newcomersLook() throws Exception {
            var fresh = sockets.get();
            long began = System.nanoTime();
            try (var wire = new Wire(fresh, port)) {
                look(wire);
                return System.nanoTime() - began;
            }
        }
    }

    void run(int clients) throws Exception {
        Live.mayOpen(2L * clients);
        var keys = site.fresh("bench-tls-key");
        var data = site.fresh("bench-tls");
        var plainData = site.fresh("bench-tls-plain");
        var key = new OwnKey(keys);
        try (var ours = Served.samladTold(key.environment(), site.root, data, "--demo");
                var beside = Served.samlad(site.root, plainData, "--demo")) {
            var tls = Door.of(ours, key::sockets);
            var plain = Door.of(beside, SocketFactory::getDefault);
            live(tls, plain, clients);
            kept(tls, plain);
            newcomers(tls, plain);
        }
        Site.delete(keys);
        Site.delete(data);
        Site.delete(plainData);
    }

    private void live(Door tls, Door plain, int clients) throws Exception {
        var ours = new Samples();
        var beside = new Samples();
        try (var byTls = tls.listeners(clients);
                var byPlain = plain.listeners(clients)) {
            for (int round = -WARM; round < ROUNDS; round++) {
                var tlsTook = tls.publish(byTls);
                var plainTook = plain.publish(byPlain);
                if (round < 0) continue;
                ours.add(tlsTook);
                beside.add(plainTook);
            }
        }
        var t = ours.figures();
        var p = beside.figures();
        var name = "tls, 1 change to %,d clients".formatted(clients);
        site.table.row(name + ", p50 (plain beside)", t.p50(), p.p50(), "ms");
        site.table.row(name + ", p99 (plain beside)", t.p99(), p.p99(), "ms");
    }

    private void kept(Door tls, Door plain) throws Exception {
        try (var byTls = tls.open();
                var byPlain = plain.open()) {
            looks("tls, incident page, connection kept", () -> tls.look(byTls), () -> plain.look(byPlain));
        }
    }

    private void newcomers(Door tls, Door plain) throws Exception {
        looks("tls, incident page, new connection", tls::newcomersLook, plain::newcomersLook);
    }

    private interface Look {
        /** How long it took, in ns. */
        long once() throws Exception;
    }

    private void looks(String name, Look byTls, Look byPlain) throws Exception {
        var ours = new Samples();
        var beside = new Samples();
        for (int round = -WARM; round < ROUNDS; round++) {
            for (int look = 0; look < LOOKS; look++) {
                long tlsTook = byTls.once();
                long plainTook = byPlain.once();
                if (round < 0) continue;
                ours.add(tlsTook);
                beside.add(plainTook);
            }
        }
        site.table.row(name + ", p50 (plain beside)", ours.figures().p50(), beside.figures().p50(), "ms");
    }
}
