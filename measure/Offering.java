package measure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Offers requests at a given rate, whether they are answered or not, over a bounded number of connections with one request
 * each at a time. It uses one thread, to leave the machine to the server. A request that is due while all connections wait is
 * not offered.
 */
final class Offering implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);
    private static final byte[] NOTHING = {};

    /** One kind of request: how many were offered, and how many of these were done in time. */
    static final class Tally {
        long offered;
        long inTime;
    }

    /** The outcome. @param accepted the rows that were recorded */
    static final class Outcome {
        final Map<String, Tally> of = new LinkedHashMap<>();
        final List<String> accepted = new ArrayList<>();
        final Samples acceptedTook = new Samples();
        final Samples busyTook = new Samples();
        final Samples tooMuchTook = new Samples();
        long offered;
        long notOffered;
        long withoutRetryAfter;
        long broken;
        double seconds;

        /** Requests done a second, of all kinds. */
        double goodput() {
            return of.values().stream().mapToLong(tally -> tally.inTime).sum() / seconds;
        }

        /** Requests done a second, of this kind. */
        double goodput(String what) {
            return of.get(what).inTime / seconds;
        }

        /** The part of the offered requests of this kind that was done. */
        double share(String what) {
            return of.get(what).inTime / (double) of.get(what).offered;
        }
    }

    /** A connection and its request that waits for an answer. */
    private static final class Caller {
        private Request request;
        private byte[] got = NOTHING;
        private SocketChannel channel;
        private long sent;
    }

    private final int port;
    private final List<Request> requests;
    private final ByteBuffer came = ByteBuffer.allocateDirect(128 * 1_024);
    private final Answer answer = new Answer();
    private final Selector selector = Selector.open();
    private final Deque<Caller> idle = new ArrayDeque<>();
    private int outstanding;
    private Outcome outcome = new Outcome();
    private long end;

    /** @param requests offered in turn, again and again */
    Offering(int port, int connections, List<Request> requests) throws IOException {
        this.port = port;
        this.requests = requests;
        for (int i = 0; i < connections; i++) {
            var caller = new Caller();
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

    /** @param rate a second; infinite: each connection sends as soon as it has an answer */
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
        caller.request = requests.get((int) (outcome.offered % requests.size()));
        var request = caller.request.next(outcome.offered);
        tally(caller).offered++;
        outcome.offered++;
        outstanding++;
        caller.sent = System.nanoTime();
        try {
            while (request.hasRemaining()) caller.channel.write(request);
        } catch (IOException e) {
            broken(caller);
        }
    }

    private Tally tally(Caller caller) {
        return outcome.of.computeIfAbsent(caller.request.what, what -> new Tally());
    }

    private void read(SelectionKey key) {
        var caller = (Caller) key.attachment();
        try {
            int n = caller.channel.read(came.clear());
            if (n < 0 || !answer.is(caller.got, came.flip())) {
                if (caller.sent != 0) broken(caller);
                else again(caller); // the server has closed what nobody used
                return;
            }
            if (caller.sent != 0 && answer.isWhole()) answered(caller);
            else caller.got = answer.copy();
        } catch (IOException e) {
            broken(caller);
        }
    }

    private void answered(Caller caller) throws IOException {
        long now = System.nanoTime();
        long took = now - caller.sent;
        switch (answer.status()) {
            case 200, 201 -> {
                if (caller.request.isRow()) {
                    outcome.accepted.add(answer.id());
                    outcome.acceptedTook.add(took);
                }
                if (now <= end) tally(caller).inTime++;
            }
            case 503 -> outcome.busyTook.add(took);
            case 429 -> outcome.tooMuchTook.add(took);
            default -> throw new IOException(answer.toString());
        }
        if (answer.status() >= 300 && !answer.saysWhenToRetry()) outcome.withoutRetryAfter++;
        caller.sent = 0;
        caller.got = NOTHING;
        outstanding--;
        if (answer.closes()) again(caller);
        idle.add(caller);
    }

    /** No answer, so it is not known whether the row was recorded. */
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
        caller.got = NOTHING;
        connect(caller);
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) key.channel().close();
        selector.close();
    }
}
