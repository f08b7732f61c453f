package se.samlad.edge;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import se.samlad.edge.Caller.Resource;

/**
 * Buffers an answer until it is complete and then frees the request's place, however slowly the client reads. An answer
 * too large for the buffer is passed on as it is written; it holds its place, so its client must read quickly.
 */
final class BufferedAnswer extends Response.Wrapper {

    private static final long LARGEST = 8L * 1024 * 1024;
    private static final long PATIENCE_SECONDS = 30;

    /**
     * The lowest rate, in bytes a second, at which a client may read an answer that no longer holds its place, and one
     * that still does.
     */
    private static final int LEAST_KEPT = 2 * 1024;

    private static final int LEAST_HELD = 64 * 1024;

    private final Exchange exchange;
    private final Caller caller;
    private final Exchange.Memory memory;
    private final Runnable made;
    private final List<ByteBuffer> kept = new ArrayList<>();
    private long bytes;
    private boolean passing;

    /** @param made run once the answer is complete, before the client has read it */
    BufferedAnswer(Exchange exchange, Caller caller, Exchange.Memory memory, Runnable made) {
        super(exchange.request(), exchange.response());
        this.exchange = exchange;
        this.caller = caller;
        this.memory = memory;
        this.made = made;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
        if (!last && !passing && tryKeep(content)) {
            callback.succeeded();
            return;
        }
        if (last) made.run();
        else passing = true;
        send(last, joined(content), callback);
    }

    private boolean tryKeep(@Nullable ByteBuffer content) {
        if (content == null || !content.hasRemaining()) return true;
        int more = content.remaining();
        if (bytes + more > LARGEST || !caller.tryHold(Resource.BYTE, more)) return false;
        if (!memory.tryTake(more)) {
            caller.release(Resource.BYTE, more);
            return false;
        }
        if (bytes == 0) Request.addCompletionListener(exchange.request(), why -> free());
        kept.add(ByteBuffer.wrap(BufferUtil.toArray(content)));
        content.position(content.limit()); // Jetty would write again what the buffer still has remaining
        bytes += more;
        return true;
    }

    private @Nullable ByteBuffer joined(@Nullable ByteBuffer content) {
        if (kept.isEmpty()) return content;
        int length = Math.toIntExact(bytes) + (content == null ? 0 : content.remaining());
        var all = ByteBuffer.allocate(length);
        kept.forEach(all::put);
        if (content != null) all.put(content);
        kept.clear();
        return all.flip();
    }

    private void send(boolean last, @Nullable ByteBuffer content, Callback callback) {
        var taken = new Taken(bytes, caller.tryHold(Resource.ANSWER, 1), callback);
        bytes = 0;
        long least = last ? LEAST_KEPT : LEAST_HELD;
        long patience = PATIENCE_SECONDS + (content == null ? 0 : content.remaining() / least);
        super.write(last, content, taken);
        if (!taken.done.get()) taken.within(patience);
    }

    /** A reset answer is written anew, so the buffered one is dropped. */
    @Override
    public void reset() {
        super.reset();
        kept.clear();
        free();
    }

    @Override
    public boolean isCommitted() {
        return passing || super.isCommitted();
    }

    private void free() {
        free(bytes);
        bytes = 0;
    }

    private void free(long freed) {
        if (freed == 0) return;
        memory.free(freed);
        caller.release(Resource.BYTE, freed);
    }

    /** Completes when the client has read the answer; closes the connection where that takes too long. */
    private final class Taken extends Callback.Nested {
        private final long held;
        private final boolean counted;
        private final AtomicBoolean done = new AtomicBoolean();

        Taken(long held, boolean counted, Callback callback) {
            super(callback);
            this.held = held;
            this.counted = counted;
        }

        void within(long seconds) {
            var scheduler = exchange.request().getComponents().getScheduler();
            var hanging = scheduler.schedule(
                    () -> {
                        if (!done.get())
                            exchange.hangUp(new TimeoutException("the client did not read the answer in time"));
                    },
                    seconds,
                    TimeUnit.SECONDS);
            Request.addCompletionListener(exchange.request(), why -> hanging.cancel());
        }

        @Override
        public void completed() {
            if (!done.compareAndSet(false, true)) return;
            if (counted) caller.release(Resource.ANSWER, 1);
            free(held);
        }
    }
}
