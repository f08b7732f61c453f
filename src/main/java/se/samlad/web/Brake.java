package se.samlad.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before everything that costs: how much is worked on at once, and how many may wait for it. Who comes when that is full is told
 * so in milliseconds and comes again, so that those who were let in are served in time. Each kind of work has room of its
 * own: what matters most never waits for what matters less.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Brake extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Brake.class);
    private static final int SECONDS = 2;

    /** What is asked for, what matters most first. */
    enum Kind {
        /** What is recorded, the public page, and signing in. */
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
            if (!method.equals("GET") && !method.equals("HEAD")) return FIRST;
            if (path.equals("/public") || path.startsWith("/public/") || path.equals("/health")) return FIRST;
            if (path.equals("/search") || path.equals("/api/journal") || path.startsWith("/api/search")) return LATER;
            return READING;
        }
    }

    /** The room that a kind has: places to work at, and places to work at or wait for one. */
    record Room(Semaphore atOnce, Semaphore inside) {
        static Room of(int atOnce, int waiting) {
            return new Room(new Semaphore(atOnce, true), new Semaphore(atOnce + waiting));
        }

        /** False where there was no place in time. */
        boolean tryIn(long waitSeconds) throws InterruptedException {
            if (!inside.tryAcquire()) return false;
            if (atOnce.tryAcquire(waitSeconds, TimeUnit.SECONDS)) return true;
            inside.release();
            return false;
        }

        void out() {
            atOnce.release();
            inside.release();
        }
    }

    private final Errors errors;
    private final LongAdder refused = new LongAdder();
    private final AtomicLong said = new AtomicLong(System.nanoTime() - TimeUnit.SECONDS.toNanos(2));
    private final Map<Kind, Room> rooms = new EnumMap<>(Kind.class);

    Brake(Errors errors) {
        this.errors = errors;
        for (var kind : Kind.values()) rooms.put(kind, Room.of(kind.atOnce, kind.waiting));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var room = Objects.requireNonNull(rooms.get(Kind.of(request.getMethod(), request.getRequestURI())));
        if (!in(room)) {
            request.setAttribute(Reference.SAID, true);
            sayRefused();
            errors.busy(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) request.getAsyncContext().addListener(new Leaving(room));
            else room.out();
        }
    }

    /** What goes on without a thread has its place until it ends. */
    private record Leaving(Room room) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            room.out();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }

    /** Once a second however many there are: who is overloaded has no time to say so thousands of times. */
    private void sayRefused() {
        refused.increment();
        long now = System.nanoTime();
        long last = said.get();
        if (now - last > TimeUnit.SECONDS.toNanos(1) && said.compareAndSet(last, now))
            LOG.warn("more is asked for than can be done: {} refused since last said", refused.sumThenReset());
    }

    private static boolean in(Room room) {
        try {
            return room.tryIn(SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
