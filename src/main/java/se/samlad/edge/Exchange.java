package se.samlad.edge;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request at the edge, with its response and its prepared refusals. */
record Exchange(Request request, Response response, Callback callback, Refusal refusal) {

    /** Request attribute: why the request was refused, for {@link RefusedPage}. */
    static final String REFUSED = Exchange.class.getName() + ".refused";

    String path() {
        return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    }

    boolean isProgram() {
        return path().startsWith("/api/");
    }

    boolean isLooking() {
        return Kind.isLooking(request.getMethod());
    }

    void onThread(Runnable work) {
        request.getComponents().getExecutor().execute(work);
    }

    void refuse(Refusal.Why why) {
        refusal.answer(why, isProgram(), request, response, callback);
    }

    /** Refuses after a second; no thread waits meanwhile. */
    void refuseLater(Refusal.Why why) {
        request.getComponents().getScheduler().schedule(() -> refuse(why), 1, TimeUnit.SECONDS);
    }

    Exchange with(Request other) {
        return new Exchange(other, response, callback, refusal);
    }

    Exchange with(Response other) {
        return new Exchange(request, other, callback, refusal);
    }

    /** Closes the connection of a client that reads too slowly. */
    void hangUp(Throwable why) {
        request.getConnectionMetaData().getConnection().getEndPoint().close(why);
    }

    /** A memory budget that all requests share, in bytes. */
    record Memory(long most, AtomicLong used) {
        static Memory of(long most) {
            return new Memory(most, new AtomicLong());
        }

        boolean tryTake(long bytes) {
            if (used.addAndGet(bytes) <= most) return true;
            used.addAndGet(-bytes);
            return false;
        }

        void free(long bytes) {
            used.addAndGet(-bytes);
        }
    }

    /** Counts events for a log that gets at most one line a second. */
    record Tally(LongAdder since, AtomicLong said) {
        static Tally fresh() {
            return new Tally(new LongAdder(), new AtomicLong(System.nanoTime() - 2_000_000_000L));
        }

        /**
         * Counts one event. Returns the number of events since the last log line, or zero where that was less than a
         * second ago.
         */
        long count() {
            since.increment();
            long now = System.nanoTime();
            long last = said.get();
            return now - last > 1_000_000_000L && said.compareAndSet(last, now) ? since.sumThenReset() : 0;
        }
    }
}
