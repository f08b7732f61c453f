package se.samlad.edge;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import se.samlad.edge.Caller.Resource;
import se.samlad.edge.Refusal.Why;

/**
 * Reads a request's body to its end before the request gets a thread and a place. Bounds its size, its lowest rate, and
 * how many bytes its caller and all callers together may have arriving.
 */
final class IncomingBody implements Invocable.Task {

    static final int LIMIT = 1024 * 1024;
    static final int FEED_LIMIT = 20 * 1024 * 1024;

    /**
     * Bodies up to this size are not counted against the shared memory, so that small writes get in while large bodies
     * arrive.
     */
    private static final int SMALL = 64 * 1024;

    private static final long PATIENCE_SECONDS = 10;

    /** The least number of bytes that must arrive in each {@value PATIENCE_SECONDS} seconds. */
    private static final int LEAST = 4 * 1024;

    private final Exchange exchange;
    private final Caller caller;
    private final Exchange.Memory memory;
    private final Consumer<Exchange> whole;
    private final int limit;
    private final List<ByteBuffer> parts = new ArrayList<>(1);
    private int came;
    private long shared;
    private boolean ended;
    private Scheduler.@Nullable Task check;

    private IncomingBody(Exchange exchange, Caller caller, Exchange.Memory memory, Consumer<Exchange> whole) {
        this.exchange = exchange;
        this.caller = caller;
        this.memory = memory;
        this.whole = whole;
        this.limit = exchange.path().startsWith("/api/watch/") ? FEED_LIMIT : LIMIT;
    }

    /** @param whole called with the request once its body is in memory; not called where the body is refused */
    static void await(Exchange exchange, Caller caller, Exchange.Memory memory, Consumer<Exchange> whole) {
        var body = new IncomingBody(exchange, caller, memory, whole);
        if (exchange.request().getLength() > body.limit) exchange.refuse(body.tooLarge());
        else if (!caller.tryHold(Resource.BODY, 1)) exchange.refuse(Why.HOLDS_TOO_MUCH);
        else body.run();
    }

    @Override
    public void run() {
        while (isArriving()) {
            var chunk = exchange.request().read();
            if (chunk == null) {
                if (check == null) watch(0);
                exchange.request().demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                if (end(false)) exchange.callback().failed(chunk.getFailure());
                return;
            }
            boolean last = chunk.isLast();
            var no = take(chunk.getByteBuffer());
            chunk.release();
            if (no != null) refuse(no);
            else if (last && end(true)) pass();
        }
    }

    private synchronized boolean isArriving() {
        return !ended;
    }

    private synchronized @Nullable Why take(ByteBuffer part) {
        int more = part.remaining();
        if (ended || more == 0) return null;
        if (more > limit - came) return tooLarge();
        if (came + more > SMALL) {
            long bytes = came + more - shared;
            if (!caller.tryHold(Resource.BYTE, bytes)) return Why.HOLDS_TOO_MUCH;
            if (!memory.tryTake(bytes)) {
                caller.release(Resource.BYTE, bytes);
                return Why.BUSY;
            }
            shared += bytes;
        }
        parts.add(ByteBuffer.wrap(BufferUtil.toArray(part)));
        came += more;
        return null;
    }

    private Why tooLarge() {
        return limit == LIMIT ? Why.BODY_TOO_LARGE : Why.FEED_TOO_LARGE;
    }

    /** Refuses a body that arrives too slowly. @param before bytes that had arrived at the last check */
    private synchronized void watch(int before) {
        if (ended) return;
        var scheduler = exchange.request().getComponents().getScheduler();
        check = scheduler.schedule(() -> look(before), PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void look(int before) {
        int now;
        synchronized (this) {
            now = came;
        }
        if (now - before < LEAST) refuse(Why.TOO_SLOW);
        else watch(now);
    }

    private void refuse(Why why) {
        if (end(false)) exchange.refuse(why);
    }

    /**
     * False where it has ended already.
     *
     * @param keeping whether the body stays in memory, and counted, until the request is answered
     */
    private synchronized boolean end(boolean keeping) {
        if (ended) return false;
        ended = true;
        if (check != null) check.cancel();
        caller.release(Resource.BODY, 1);
        if (!keeping) free();
        return true;
    }

    private synchronized void free() {
        if (shared == 0) return;
        memory.free(shared);
        caller.release(Resource.BYTE, shared);
        shared = 0;
    }

    private void pass() {
        if (came > SMALL) Request.addCompletionListener(exchange.request(), why -> free());
        whole.accept(exchange.with(new Whole(exchange.request(), parts)));
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** The request with its whole body in memory. */
    private static final class Whole extends Request.Wrapper {
        private final ByteBufferContentSource content;

        Whole(Request request, List<ByteBuffer> parts) {
            super(request);
            content = new ByteBufferContentSource(parts);
        }

        @Override
        public Content.Chunk read() {
            return content.read();
        }

        @Override
        public void demand(Runnable whenThere) {
            content.demand(whenThere);
        }

        @Override
        public void fail(Throwable why) {
            content.fail(why);
            super.fail(why);
        }
    }
}
