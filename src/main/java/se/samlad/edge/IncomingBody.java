package se.samlad.edge;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samlad.edge.Caller.Resource;
import se.samlad.edge.Refusal.Why;

/**
 * Reads a request's body to its end before the request gets a thread and a place. Bounds its size, its lowest rate, and
 * how many bytes its caller and all callers together may have arriving. A body lies in memory; one with a file that is
 * attached lies on the disk, and is read on a thread of its own, because writing to a disk may block.
 */
final class IncomingBody implements Invocable.Task {

    static final int LIMIT = 1024 * 1024;
    static final int FEED_LIMIT = 20 * 1024 * 1024;

    /** More than a file may have, so that who attaches one a little too large is told so at the field. */
    static final int PAPER_LIMIT = 40 * 1024 * 1024;

    /**
     * Bodies up to this size are not counted against the shared memory, so that small writes get in while large bodies
     * arrive.
     */
    private static final int SMALL = 64 * 1024;

    private static final long PATIENCE_SECONDS = 10;

    /** The least number of bytes that must arrive in each {@value PATIENCE_SECONDS} seconds. */
    private static final int LEAST = 4 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(IncomingBody.class);

    private final Exchange exchange;
    private final Caller caller;
    private final Exchange.Memory memory;
    private final Consumer<Exchange> whole;
    private final int limit;
    private final boolean isPaper;
    private final List<ByteBuffer> parts = new ArrayList<>(1);
    private @Nullable FileChannel file;
    private int came;
    private long shared;
    private boolean freed;
    private boolean ended;
    private Scheduler.@Nullable Task check;

    private IncomingBody(Exchange exchange, Caller caller, Admission.Memories memories, Consumer<Exchange> whole) {
        this.exchange = exchange;
        this.caller = caller;
        this.whole = whole;
        this.isPaper = Kind.isPaper(exchange.request().getMethod(), exchange.path());
        this.memory = isPaper ? memories.papers() : memories.bodies();
        this.limit = isPaper ? PAPER_LIMIT : exchange.path().startsWith("/api/watch/") ? FEED_LIMIT : LIMIT;
    }

    /** @param whole called with the request once its body is in memory; not called where the body is refused */
    static void await(Exchange exchange, Caller caller, Admission.Memories memories, Consumer<Exchange> whole) {
        var body = new IncomingBody(exchange, caller, memories, whole);
        if (exchange.request().getLength() > body.limit) exchange.refuse(body.tooLarge());
        else if (!caller.tryHold(Resource.BODY, 1)) exchange.refuse(Why.HOLDS_TOO_MUCH);
        else if (!body.isPaper) body.run();
        else if (caller.tryHold(Resource.PAPER, 1)) exchange.onThread(body);
        else {
            caller.release(Resource.BODY, 1);
            exchange.refuse(Why.HOLDS_TOO_MUCH);
        }
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
        if (isPaper) return taken(part, more);
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

    /** To the disk. */
    private @Nullable Why taken(ByteBuffer part, int more) {
        if (!memory.tryTake(more)) return Why.BUSY;
        shared += more;
        came += more;
        try {
            if (file == null) file = unnamed();
            while (part.hasRemaining()) file.write(part);
            return null;
        } catch (IOException e) {
            LOG.error("a file that is sent can't be written to the disk: {}", e.toString());
            return Why.BUSY;
        }
    }

    /** It is gone when it is closed, or when this process ends. */
    private static FileChannel unnamed() throws IOException {
        return FileChannel.open(
                Files.createTempFile("arriving", null),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    private Why tooLarge() {
        if (isPaper) return Why.PAPER_TOO_LARGE;
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
        if (isPaper && !freed) {
            freed = true;
            caller.release(Resource.PAPER, 1);
            close(file);
        }
        if (shared == 0) return;
        memory.free(shared);
        if (!isPaper) caller.release(Resource.BYTE, shared);
        shared = 0;
    }

    private static void close(@Nullable FileChannel file) {
        try {
            if (file != null) file.close();
        } catch (IOException e) {
            LOG.warn("a file that was sent can't be thrown away: {}", e.toString());
        }
    }

    private void pass() {
        if (isPaper || came > SMALL) Request.addCompletionListener(exchange.request(), why -> free());
        var content = file == null ? new ByteBufferContentSource(parts) : new OnDisk(file, came);
        whole.accept(exchange.with(new Whole(exchange.request(), content)));
    }

    @Override
    public InvocationType getInvocationType() {
        return isPaper ? InvocationType.BLOCKING : InvocationType.NON_BLOCKING;
    }

    /** What lies on the disk, read in parts by the thread that serves the request. */
    private static final class OnDisk implements Content.Source {
        private final FileChannel file;
        private final int length;
        private int read;
        private Content.@Nullable Chunk failed;

        OnDisk(FileChannel file, int length) {
            this.file = file;
            this.length = length;
        }

        @Override
        public Content.Chunk read() {
            if (failed != null) return failed;
            if (read == length) return Content.Chunk.EOF;
            var part = ByteBuffer.allocate(Math.min(SMALL, length - read));
            try {
                while (part.hasRemaining())
                    if (file.read(part, read + (long) part.position()) < 0) throw new EOFException();
            } catch (IOException e) {
                fail(e);
                return Content.Chunk.from(e, true);
            }
            read += part.capacity();
            return Content.Chunk.from(part.flip(), read == length);
        }

        @Override
        public void demand(Runnable whenThere) {
            whenThere.run();
        }

        @Override
        public void fail(Throwable why) {
            failed = Content.Chunk.from(why, true);
        }
    }

    /** The request with its whole body at hand. */
    private static final class Whole extends Request.Wrapper {
        private final Content.Source content;

        Whole(Request request, Content.Source content) {
            super(request);
            this.content = content;
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
