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
import se.samlad.edge.Caller.Thing;

/**
 * Keeps an answer until it is made, so that its place is free however slowly it is taken. An answer larger than what may
 * be kept is written as it is made, and must be taken quickly.
 */
final class Leaving extends Response.Wrapper {

    private static final long LARGEST = 8L * 1024 * 1024;
    private static final long PATIENCE_SECONDS = 30;

    /** How slowly an answer may be taken that holds no place, and one that holds its place still; bytes a second. */
    private static final int LEAST_KEPT = 2 * 1024;

    private static final int LEAST_HELD = 64 * 1024;

    private final Asked asked;
    private final Caller caller;
    private final Asked.Memory memory;
    private final Runnable made;
    private final List<ByteBuffer> kept = new ArrayList<>();
    private long bytes;
    private boolean passing;

    /** @param made is run once the answer is made, before it is taken */
    Leaving(Asked asked, Caller caller, Asked.Memory memory, Runnable made) {
        super(asked.request(), asked.response());
        this.asked = asked;
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
        hand(last, together(content), callback);
    }

    private boolean tryKeep(@Nullable ByteBuffer content) {
        if (content == null || !content.hasRemaining()) return true;
        int more = content.remaining();
        if (bytes + more > LARGEST || !caller.tryHold(Thing.BYTE, more)) return false;
        if (!memory.tryTake(more)) {
            caller.release(Thing.BYTE, more);
            return false;
        }
        if (bytes == 0) Request.addCompletionListener(asked.request(), why -> free());
        kept.add(ByteBuffer.wrap(BufferUtil.toArray(content)));
        content.position(content.limit()); // it is taken: what is left would be written once more
        bytes += more;
        return true;
    }

    private @Nullable ByteBuffer together(@Nullable ByteBuffer content) {
        if (kept.isEmpty()) return content;
        int length = Math.toIntExact(bytes) + (content == null ? 0 : content.remaining());
        var all = ByteBuffer.allocate(length);
        kept.forEach(all::put);
        if (content != null) all.put(content);
        kept.clear();
        return all.flip();
    }

    private void hand(boolean last, @Nullable ByteBuffer content, Callback callback) {
        var taken = new Taken(bytes, caller.tryHold(Thing.ANSWER, 1), callback);
        bytes = 0;
        long least = last ? LEAST_KEPT : LEAST_HELD;
        long patience = PATIENCE_SECONDS + (content == null ? 0 : content.remaining() / least);
        super.write(last, content, taken);
        if (!taken.done.get()) taken.within(patience);
    }

    /** What was reset is made anew. */
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
        caller.release(Thing.BYTE, freed);
    }

    /** Waits until what was written is taken. */
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
            var scheduler = asked.request().getComponents().getScheduler();
            var hanging = scheduler.schedule(
                    () -> {
                        if (!done.get()) asked.hangUp(new TimeoutException("nobody takes the answer"));
                    },
                    seconds,
                    TimeUnit.SECONDS);
            Request.addCompletionListener(asked.request(), why -> hanging.cancel());
        }

        @Override
        public void completed() {
            if (!done.compareAndSet(false, true)) return;
            if (counted) caller.release(Thing.ANSWER, 1);
            free(held);
        }
    }
}
