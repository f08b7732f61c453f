package se.samlad.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * One open stream: a bounded queue of shared bytes, written by the request's own (virtual) thread. Who does not read in
 * time is dropped and comes back from where it was.
 */
final class Client {

    private static final int QUEUE = 512;
    private static final int HEARTBEAT_SECONDS = 10;

    /** How many were ended on this node since nobody read them. */
    static final LongAdder DROPPED = new LongAdder();

    private static final byte[] END = new byte[0];

    private final Supplier<byte[]> heartbeat;
    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread = Thread.currentThread();
    private volatile boolean open = true;

    /** @param heartbeat what is sent when there has been nothing to send for a while */
    Client(Supplier<byte[]> heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** Never waits. A full queue ends the client. */
    void send(byte[] message) {
        if (open && !queue.offer(message)) drop();
    }

    /** Ends after what is queued has been written. */
    void end() {
        if (!queue.offer(END)) drop();
    }

    /** Ends at once, in the middle of a write if need be. */
    void drop() {
        if (open) DROPPED.increment();
        open = false;
        queue.clear();
        thread.interrupt();
    }

    boolean isOpen() {
        return open;
    }

    /** How many messages wait to be written. */
    int queued() {
        return queue.size();
    }

    /** Writes until it ends; on the thread that made the client. */
    void run(HttpServletResponse response) throws IOException {
        var out = response.getOutputStream();
        try {
            while (open) {
                var next = queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (next == END) return;
                out.write(next == null ? heartbeat.get() : next);
                if (queue.isEmpty()) out.flush();
            }
        } catch (InterruptedException e) {
            throw new IOException("dropped: too slow", e);
        } finally {
            open = false;
        }
    }

    /** @param text may have several lines */
    static byte[] event(String id, String event, String text) {
        var message = new StringBuilder(text.length() + 64);
        if (!id.isEmpty()) message.append("id: ").append(id).append('\n');
        message.append("event: ").append(event).append('\n');
        text.lines().forEach(line -> message.append("data: ").append(line).append('\n'));
        if (text.isEmpty()) message.append("data:\n");
        return message.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The headers of an event stream, sent at once. */
    static void open(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
    }
}
