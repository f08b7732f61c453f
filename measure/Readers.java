package measure;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Many live clients on one selector thread, and one that publishes: from the request sent to each client's receipt. */
final class Readers implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;
    private static final byte[] EVENT = "event: entry".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector = Selector.open();
    private final Thread thread;
    private final long[] receipts;
    private final Phaser everybody = new Phaser(1);
    private final int port;
    private int open;
    private int publishedAt;

    /** A client's progress towards its next event. */
    private static final class Reading {
        private final int number;
        private int matched;

        Reading(int number) {
            this.number = number;
        }
    }

    Readers(int port, int clients, String path, String token) throws IOException, InterruptedException {
        this.port = port;
        this.publishedAt = port;
        this.receipts = new long[clients];
        for (int i = 0; i < clients; i++) connect(i, path, token);
        everybody.bulkRegister(clients);
        this.thread = Thread.ofPlatform().daemon().name("readers").start(this::run);
    }

    private void connect(int number, String path, String token) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer " + token
                + "\r\nAccept: text/event-stream\r\n\r\n";
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        var head = ByteBuffer.allocate(4_096);
        channel.read(head);
        if (!new String(head.array(), 0, head.position(), StandardCharsets.US_ASCII).startsWith("HTTP/1.1 200"))
            throw new IOException("client " + number + " was refused");
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Reading(number));
        open++;
    }

    private void run() {
        var buffer = ByteBuffer.allocateDirect(64 * 1024);
        try {
            while (!Thread.interrupted()) {
                selector.select(key -> read(key, buffer));
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException e) {
            // closed
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer) {
        var reading = (Reading) key.attachment();
        try {
            buffer.clear();
            int n = ((SocketChannel) key.channel()).read(buffer);
            if (n < 0) throw new IOException("closed by the server");
        } catch (ClosedChannelException e) {
            return; // by ourselves, at the end
        } catch (IOException e) {
            key.cancel();
            throw new IllegalStateException("a client was dropped", e);
        }
        for (int i = 0; i < buffer.position(); i++) {
            byte b = buffer.get(i);
            reading.matched = b == EVENT[reading.matched] ? reading.matched + 1 : b == EVENT[0] ? 1 : 0;
            if (reading.matched < EVENT.length) continue;
            reading.matched = 0;
            receipts[reading.number] = System.nanoTime();
            everybody.arrive();
        }
    }

    /** From now on publishes at another node. */
    Readers publishedAt(int other) {
        publishedAt = other;
        return this;
    }

    /** Publishes so many times, each time when all clients have the one before. @return a time in ns for each client and time */
    long[] publish(int times, String path, String token, String body) throws IOException, InterruptedException {
        var all = new long[times * open];
        try (var socket = new Socket("127.0.0.1", publishedAt)) {
            socket.setTcpNoDelay(true);
            for (int i = 0; i < times; i++) {
                int phase = everybody.getPhase();
                long sent = System.nanoTime();
                post(socket, path, token, body);
                everybody.arrive();
                try {
                    everybody.awaitAdvanceInterruptibly(phase, PATIENCE_SECONDS, TimeUnit.SECONDS);
                } catch (TimeoutException e) {
                    throw new IllegalStateException(everybody.getUnarrivedParties() + " of " + open
                            + " clients never got publication " + i, e);
                }
                for (int c = 0; c < open; c++) all[i * open + c] = receipts[c] - sent;
            }
        }
        return all;
    }

    private void post(Socket socket, String path, String token, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + UUID.randomUUID() + "\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        var out = new java.io.ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
        socket.getOutputStream().write(out.toByteArray());
        var in = new byte[4_096];
        int n = socket.getInputStream().read(in);
        var answer = n < 0 ? "" : new String(in, 0, n, StandardCharsets.UTF_8);
        if (!answer.startsWith("HTTP/1.1 201")) throw new IOException("not published: " + answer);
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        for (var key : selector.keys()) key.channel().close();
        selector.close();
    }
}
