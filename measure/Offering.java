package measure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Offers rows to a log at a given rate, whatever becomes of them, over a bounded number of connections with one request each
 * at a time; on one thread, for the server needs the machine. What comes due while all connections wait is not offered.
 */
final class Offering implements AutoCloseable {

    /** Whose TiB each caller is, in turn. */
    static final List<String> MANY = List.of("taby", "nacka", "norrtalje", "varmdo", "solna", "polisen", "trafikverket", "sos",
        "lst", "region", "fm", "kbv");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);
    private static final int ANSWER = 8 * 1_024;

    /** What became of what was offered. @param inTime accepted before the time was out */
    static final class Outcome {
        final List<String> accepted = new ArrayList<>();
        final Samples acceptedTook = new Samples();
        final Samples busyTook = new Samples();
        final Samples tooMuchTook = new Samples();
        long offered;
        long notOffered;
        long inTime;
        long withoutRetryAfter;
        long broken;
        double seconds;

        double goodput() {
            return inTime / seconds;
        }
    }

    /** A connection, and the request that it waits for the answer of. */
    private static final class Caller {
        private final int number;
        private final ByteBuffer got = ByteBuffer.allocate(ANSWER);
        private SocketChannel channel;
        private long sent;

        Caller(int number) {
            this.number = number;
        }
    }

    private final int port;
    private final List<String> actors;
    private final String incident;
    private final Selector selector = Selector.open();
    private final Deque<Caller> idle = new ArrayDeque<>();
    private int outstanding;
    private Outcome outcome = new Outcome();
    private long end;

    Offering(int port, String incident, int connections, List<String> actors) throws IOException {
        this.port = port;
        this.actors = actors;
        this.incident = incident;
        for (int i = 0; i < connections; i++) {
            var caller = new Caller(i);
            connect(caller);
            idle.add(caller);
        }
    }

    private void connect(Caller caller) throws IOException {
        caller.channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        caller.channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
        caller.channel.configureBlocking(false);
        caller.channel.register(selector, SelectionKey.OP_READ, caller);
    }

    /** @param rate a second; infinite: as soon as there is an answer, on each connection */
    Outcome run(double rate, double seconds) throws IOException {
        outcome = new Outcome();
        outcome.seconds = seconds;
        long began = System.nanoTime();
        end = began + (long) (seconds * 1e9);
        for (long now = began; now < end || outstanding > 0; now = System.nanoTime()) {
            if (now < end) offer(Double.isInfinite(rate) ? Long.MAX_VALUE : (long) ((now - began) / 1e9 * rate), rate);
            selector.select(this::read, 1);
            if (now > end + PATIENCE_NANOS) {
                outcome.broken += outstanding;
                break;
            }
        }
        return outcome;
    }

    private void offer(long due, double rate) throws IOException {
        while (outcome.offered + outcome.notOffered < due && !idle.isEmpty()) send(idle.poll());
        if (!Double.isInfinite(rate)) outcome.notOffered = Math.max(outcome.notOffered, due - outcome.offered);
    }

    private void send(Caller caller) throws IOException {
        var random = ThreadLocalRandom.current();
        var body = ("{\"kind\":\"NOTE\",\"text\":\"Rad " + outcome.offered + ": väg 76 är avstängd vid Edsbro.\"}")
                .getBytes(StandardCharsets.UTF_8);
        var head = ("POST /api/incidents/" + incident + "/notes HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer demo-"
                        + actors.get(caller.number % actors.size()) + ".tib\r\nContent-Type: application/json\r\nIdempotency-Key: "
                        + new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & Long.MAX_VALUE >>> 1 | Long.MIN_VALUE)
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        outcome.offered++;
        outstanding++;
        caller.got.clear();
        caller.sent = System.nanoTime();
        var all = ByteBuffer.allocate(head.length + body.length).put(head).put(body).flip();
        try {
            while (all.hasRemaining()) caller.channel.write(all);
        } catch (IOException e) {
            broken(caller);
        }
    }

    private void read(SelectionKey key) {
        var caller = (Caller) key.attachment();
        try {
            int n = caller.channel.read(caller.got);
            if (n < 0 || !caller.got.hasRemaining()) {
                if (caller.sent != 0) broken(caller);
                else again(caller); // the server has closed what nobody used
                return;
            }
            var answer = new String(caller.got.array(), 0, caller.got.position(), StandardCharsets.ISO_8859_1);
            if (caller.sent != 0 && isWhole(answer)) answered(caller, answer);
        } catch (IOException e) {
            broken(caller);
        }
    }

    private static boolean isWhole(String answer) {
        int head = answer.indexOf("\r\n\r\n");
        if (head < 0) return false;
        int length = answer.indexOf("Content-Length: ");
        if (length < 0 || length > head) return answer.endsWith("0\r\n\r\n");
        return answer.length() >= head + 4 + Integer.parseInt(answer.substring(length + 16, answer.indexOf("\r\n", length)).strip());
    }

    private void answered(Caller caller, String answer) throws IOException {
        long now = System.nanoTime();
        long took = now - caller.sent;
        switch (answer.substring(9, 12)) {
            case "201" -> {
                int id = answer.indexOf("\"id\":\"") + 6;
                outcome.accepted.add(answer.substring(id, id + 36));
                outcome.acceptedTook.add(took);
                if (now <= end) outcome.inTime++;
            }
            case "503" -> outcome.busyTook.add(took);
            case "429" -> outcome.tooMuchTook.add(took);
            default -> throw new IOException(answer);
        }
        if (!answer.startsWith("201", 9) && !answer.contains("Retry-After:")) outcome.withoutRetryAfter++;
        caller.sent = 0;
        outstanding--;
        if (answer.contains("Connection: close")) again(caller);
        idle.add(caller);
    }

    /** No answer: whether it was recorded is not known. */
    private void broken(Caller caller) {
        outcome.broken++;
        outstanding--;
        caller.sent = 0;
        try {
            again(caller);
            idle.add(caller);
        } catch (IOException e) {
            throw new IllegalStateException("the server takes no connections", e);
        }
    }

    private void again(Caller caller) throws IOException {
        caller.channel.close();
        connect(caller);
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) key.channel().close();
        selector.close();
    }
}
