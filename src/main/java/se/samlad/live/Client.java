package se.samlad.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * One open stream: a bounded queue of shared byte arrays. The thread that sends a message writes it itself and never
 * blocks; what the connection can't take yet is written when it can. A client that reads too slowly is dropped
 * (backpressure), and reconnects from where it was.
 */
final class Client {

    private static final int QUEUE = 512;
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Streams that this node ended because their clients read too slowly. */
    static final LongAdder DROPPED = new LongAdder();

    private static final byte[] END = new byte[0];

    private final Supplier<byte[]> heartbeat;
    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Writing writing = new Writing();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private volatile Content.@Nullable Sink to;
    private volatile boolean open = true;
    private volatile long wrote = System.nanoTime();

    /** @param heartbeat gives the message that keeps an idle connection open */
    Client(Supplier<byte[]> heartbeat) {
        this.heartbeat = heartbeat;
    }

    /** Never blocks. A full queue ends the client. */
    void send(byte[] message) {
        if (!open) return;
        if (queue.offer(message)) writing.iterate();
        else drop();
    }

    /** Ends after what is queued has been written. */
    void end() {
        send(END);
    }

    /** Ends at once, in the middle of a write if need be. */
    void drop() {
        if (ended.completeExceptionally(new IOException("dropped: too slow"))) DROPPED.increment();
        close();
    }

    private void close() {
        open = false;
        queue.clear();
    }

    boolean isOpen() {
        return open;
    }

    /** How many messages wait to be written. */
    int queued() {
        return queue.size();
    }

    /**
     * Starts writing to the sink, first what is queued already.
     *
     * @param whenEnded called once: with null after {@link #end}, else with the cause
     */
    void run(Content.Sink sink, Consumer<@Nullable Throwable> whenEnded) {
        to = sink;
        ended.whenComplete((nothing, why) -> {
            close();
            whenEnded.accept(why);
        });
        writing.iterate();
    }

    /** Call about every second: sends a heartbeat where the stream has been idle for a while. */
    void beat() {
        if (to == null || System.nanoTime() - wrote < HEARTBEAT_NANOS) return;
        wrote = System.nanoTime();
        send(heartbeat.get());
    }

    /** Writes one message at a time, on the thread that sent it or that completed the write before. */
    private final class Writing extends IteratingCallback {

        @Override
        protected Action process() {
            var sink = to;
            var next = sink == null ? null : queue.poll();
            if (sink == null || next == null) return Action.IDLE;
            if (next == END) return Action.SUCCEEDED;
            wrote = System.nanoTime();
            sink.write(false, ByteBuffer.wrap(next), this);
            return Action.SCHEDULED;
        }

        @Override
        protected void onCompleteSuccess() {
            ended.complete(null);
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            ended.completeExceptionally(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
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
