package measure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many live clients lose their server, and all come back at once when it has restarted, each from its cursor. */
final class Rejoining {

    private static final String[] ACCOUNTS = {"taby", "nacka", "norrtalje", "varmdo", "solna", "polisen", "trafikverket", "sos"};
    private static final long PATIENCE_SECONDS = 60;
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String NOTE = "{\"kind\":\"NOTE\",\"text\":\"Tillbaka\"}";
    private final Site site;
    private int refused;

    Rejoining(Site site) {
        this.site = site;
    }

    void run(int clients) throws Exception {
        var data = site.fresh("bench-reconnect");
        int port = Site.freePort();
        try (var before = Served.samladAt(port, site.root, data, "--demo");
                var calls = new Calls(port);
                var first = Selector.open()) {
            var incident = calls.post("lst.tib", "/api/incidents", "{\"title\":\"Omstart\"}");
            var path = "/api/incidents/" + incident + "/notes";
            var cursor = calls.cursor("lst.tib", path, NOTE);
            var missed = new Missed(port, incident, cursor, calls.post("lst.tib", path, NOTE));
            double there = all(first, clients, missed) / 1e6;
            before.close();
            end(first);
            try (var after = Served.samladAt(port, site.root, data, "--demo");
                    var again = Selector.open()) {
                refused = 0;
                double back = all(again, clients, missed) / 1e6;
                site.table.row("reconnect, %,d clients (before the restart beside)".formatted(clients), back, there, "ms");
                site.table.bound("  until all have what they missed, at most", back, 10_000, "ms");
                site.table.note("the server was ready after %.0f ms; refused and come again: %d".formatted(after.startedMs, refused));
                end(again);
            }
        }
        Site.delete(data);
    }

    /** @param entry the one that all have missed, after the cursor */
    private record Missed(int port, String incident, String cursor, String entry) {}

    private static void end(Selector selector) throws IOException {
        for (var key : selector.keys()) key.channel().close();
    }

    private static final class Back {
        private final int number;
        private final StringBuilder got = new StringBuilder();
        private long again;
        private boolean done;

        Back(int number) {
            this.number = number;
        }
    }

    /** The time in ns from the common start until each client has a stream with the entry that it had missed. */
    private long all(Selector selector, int clients, Missed missed) throws IOException {
        var buffer = ByteBuffer.allocateDirect(16 * 1_024);
        long began = System.nanoTime();
        long looked = began;
        for (int i = 0; i < clients; i++) connect(selector, missed.port(), new Back(i));
        int[] left = {clients};
        while (left[0] > 0) {
            selector.select(key -> left[0] -= step(key, buffer, missed) ? 1 : 0, 100);
            long now = System.nanoTime();
            if (now - looked < LOOK_AGAIN_NANOS) continue;
            looked = now;
            for (var key : List.copyOf(selector.keys())) again(selector, key, missed.port());
            if (now - began > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS))
                throw new IOException(left[0] + " of " + clients + " never came back");
        }
        return System.nanoTime() - began;
    }

    private static void connect(Selector selector, int port, Back back) throws IOException {
        var channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_CONNECT, back);
        channel.connect(new InetSocketAddress("127.0.0.1", port));
    }

    /** A refused client comes again after a second, as the answer says. */
    private static void again(Selector selector, SelectionKey key, int port) {
        var back = (Back) key.attachment();
        if (back.again == 0 || System.nanoTime() < back.again || !key.isValid()) return;
        try {
            back.again = 0;
            key.cancel();
            key.channel().close();
            connect(selector, port, back);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this one is back now. */
    private boolean step(SelectionKey key, ByteBuffer buffer, Missed missed) {
        var back = (Back) key.attachment();
        var channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                channel.write(ByteBuffer.wrap(request(missed, back.number)));
                key.interestOps(SelectionKey.OP_READ);
                return false;
            }
            buffer.clear();
            int n = channel.read(buffer);
            if (n < 0) throw new IOException("closed");
            if (back.done || back.again != 0) return false;
            back.got.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
            if (!"HTTP/1.1 200".startsWith(back.got.substring(0, Math.min(12, back.got.length())))) throw new IOException("refused");
            return back.done = back.got.indexOf(missed.entry()) >= 0;
        } catch (IOException e) {
            if (back.done) throw new IllegalStateException("a client that was back lost its stream", e);
            refused++;
            back.got.setLength(0);
            back.again = System.nanoTime() + AGAIN_NANOS;
            key.interestOps(0);
            return false;
        }
    }

    private static byte[] request(Missed missed, int number) {
        return ("GET /api/live?incident=" + missed.incident() + " HTTP/1.1\r\nHost: localhost:" + missed.port()
                        + "\r\nAuthorization: Bearer demo-" + ACCOUNTS[number % ACCOUNTS.length] + ".tib\r\nLast-Event-ID: "
                        + missed.cursor() + "\r\nAccept: text/event-stream\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
