package se.samlad.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Before everything that costs: how much is worked on at once, and how many may wait for it. Who comes when that is full is told
 * so in milliseconds and comes again, so that those who were let in are served in time. Each kind of work has room of its
 * own: what matters most never waits for what matters less.
 *
 * <p>Stands on the thread that reads from all connections, which must never wait: who is let in, and who waits, has a
 * thread of its own from there on; who is refused has none, but people who have written something.
 */
@Component
class Brake extends Handler.Wrapper implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {

    /** The attribute of a request that a page tells that there was no place for it. */
    static final String REFUSED = Brake.class.getName() + ".refused";

    private static final Logger LOG = LoggerFactory.getLogger(Brake.class);
    private static final int SECONDS = 2;
    private static final List<String> LOOKED_AT_FIRST =
            List.of("/public", "/sign-in", "/health", "/css", "/js", "/icons", "/webjars");

    /** What is asked for, what matters most first. */
    enum Kind {
        /** What is recorded, the public page, signing in, and the files that pages are drawn with. */
        FIRST(256, 512),
        /** Pages and answers. */
        READING(64, 800),
        /** What reads much: searching, the whole journal. */
        LATER(4, 40),
        /** Live streams, each open as long as somebody looks. */
        STREAM(15_000, 0);

        private final int atOnce;
        private final int waiting;

        Kind(int atOnce, int waiting) {
            this.atOnce = atOnce;
            this.waiting = waiting;
        }

        static Kind of(String method, String path) {
            if (path.equals("/live") || path.equals("/api/live")) return STREAM;
            if (!isLooking(method)) return FIRST;
            if (LOOKED_AT_FIRST.stream().anyMatch(first -> path.equals(first) || path.startsWith(first + "/")))
                return FIRST;
            if (path.equals("/search") || path.equals("/api/journal") || path.startsWith("/api/search")) return LATER;
            return READING;
        }
    }

    /** The room that a kind has: places to work at, and places to work at or wait for one. */
    record Room(Semaphore atOnce, Semaphore inside) {
        static Room of(int atOnce, int waiting) {
            return new Room(new Semaphore(atOnce, true), new Semaphore(atOnce + waiting));
        }

        /** Never waits. False where there is no place to wait either. */
        boolean tryIn() {
            return inside.tryAcquire();
        }

        /** For who is in. False where there was no place to work at in time: then it is out. */
        boolean awaitPlace(long seconds) {
            try {
                if (atOnce.tryAcquire(seconds, TimeUnit.SECONDS)) return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            inside.release();
            return false;
        }

        /** For who has a place to work at. */
        void out() {
            atOnce.release();
            inside.release();
        }
    }

    private final Refusal refusal;
    private final Map<Kind, Room> rooms;
    private final int seconds;
    private final LongAdder refused = new LongAdder();
    private final AtomicLong said = new AtomicLong(System.nanoTime() - TimeUnit.SECONDS.toNanos(2));

    @Autowired
    Brake(Languages languages, Templates templates) {
        this(new Refusal(languages, templates), allRooms(), SECONDS);
    }

    /** @param seconds that one waits for a place */
    Brake(Refusal refusal, Map<Kind, Room> rooms, int seconds) {
        this.refusal = refusal;
        this.rooms = rooms;
        this.seconds = seconds;
    }

    private static Map<Kind, Room> allRooms() {
        var rooms = new EnumMap<Kind, Room>(Kind.class);
        for (var kind : Kind.values()) rooms.put(kind, Room.of(kind.atOnce, kind.waiting));
        return rooms;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.insertHandler(this));
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var asked = new Asked(request, response, callback);
        var room = Objects.requireNonNull(rooms.get(Kind.of(request.getMethod(), asked.path())));
        if (room.tryIn()) letIn(asked, room);
        else refuse(asked);
        return true;
    }

    private static boolean isLooking(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    private record Asked(Request request, Response response, Callback callback) {

        String path() {
            return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
        }

        void onThread(Runnable work) {
            request.getComponents().getExecutor().execute(work);
        }
    }

    private void letIn(Asked asked, Room room) {
        try {
            asked.onThread(() -> {
                if (room.awaitPlace(seconds)) {
                    Request.addCompletionListener(asked.request, why -> room.out());
                    serve(asked);
                } else refuse(asked);
            });
        } catch (RejectedExecutionException e) {
            room.inside.release();
            throw e;
        }
    }

    private void refuse(Asked asked) {
        sayRefused();
        boolean program = asked.path().startsWith("/api/");
        if (program || isLooking(asked.request.getMethod())) {
            refusal.answer(program, asked.request, asked.response, asked.callback);
        } else {
            asked.request.setAttribute(REFUSED, true);
            asked.onThread(() -> serve(asked));
        }
    }

    private void serve(Asked asked) {
        try {
            if (!super.handle(asked.request, asked.response, asked.callback))
                Response.writeError(asked.request, asked.response, asked.callback, 404);
        } catch (Throwable e) {
            asked.callback.failed(e);
        }
    }

    /** Once a second however many there are: who is overloaded has no time to say so thousands of times. */
    private void sayRefused() {
        refused.increment();
        long now = System.nanoTime();
        long last = said.get();
        if (now - last > TimeUnit.SECONDS.toNanos(1) && said.compareAndSet(last, now))
            LOG.warn("more is asked for than can be done: {} refused since last said", refused.sumThenReset());
    }
}
