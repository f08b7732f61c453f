package se.samlad.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.TransactionException;

/**
 * Sessions of the database, cached on this node. So pages need not read their session each time, and signed-in people
 * can go on reading for a minute while the database is away. Changes of a session are written at once; its time of last
 * use, once a minute.
 */
final class RememberedSessions<S extends Session> implements SessionRepository<RememberedSessions.Remembered<S>> {

    /** How long a cached session is used without reading it again. */
    static final Duration FRESH = Duration.ofSeconds(15);
    /** How long a cached session is used while the database is away. */
    static final Duration AT_MOST = Duration.ofSeconds(75);

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Logger LOG = LoggerFactory.getLogger(RememberedSessions.class);
    private static final Duration USED = Duration.ofMinutes(1);

    private final SessionRepository<S> kept;
    private final Clock clock;
    private final Consumer<String> changed;
    private final BooleanSupplier away;
    private final Predicate<Session> current;
    private final Cache<String, Remembered<S>> recent;

    /**
     * @param changed called with the id of a session that changed or ended on this node, after that is written
     * @param away whether the database is away now
     * @param current whether the one who signed in to the session is still signed in
     */
    RememberedSessions(
            SessionRepository<S> kept,
            Clock clock,
            Consumer<String> changed,
            BooleanSupplier away,
            Predicate<Session> current) {
        this.kept = kept;
        this.clock = clock;
        this.changed = changed;
        this.away = away;
        this.current = current;
        this.recent = Caffeine.newBuilder()
                .maximumSize(20_000)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .expireAfterWrite(AT_MOST)
                .build();
    }

    @Override
    public Remembered<S> createSession() {
        return new Remembered<>(kept.createSession(), clock.instant());
    }

    /** Null where the one who signed in to the session is no longer signed in. */
    @Override
    public @Nullable Remembered<S> findById(String id) {
        if (!ID.matcher(id).matches()) return null; // made up: no session has such an id
        var found = find(id);
        return found == null || !current.test(found) ? null : found;
    }

    /**
     * Reads while holding the map's lock for the key, so that a concurrent {@link #forget} runs after the read and
     * removes what may be stale.
     */
    private @Nullable Remembered<S> find(String id) {
        var remembered = recent.getIfPresent(id);
        if (isUsable(remembered)) return remembered;
        return recent.asMap().compute(id, (same, known) -> isUsable(known) ? known : read(id, known));
    }

    /** From memory only; null where the database must be read. */
    @Nullable
    Remembered<S> remembered(String id) {
        return recent.getIfPresent(id);
    }

    private boolean isUsable(@Nullable Remembered<S> known) {
        return known != null && isYounger(known, away.getAsBoolean() ? AT_MOST : FRESH);
    }

    private boolean isYounger(Remembered<S> known, Duration age) {
        return clock.instant().isBefore(known.read.plus(age));
    }

    private @Nullable Remembered<S> read(String id, @Nullable Remembered<S> known) {
        try {
            var now = clock.instant();
            var session = kept.findById(id);
            return session == null ? null : new Remembered<>(session, now);
        } catch (DataAccessException | TransactionException e) {
            if (known == null || !isYounger(known, AT_MOST)) throw e;
            LOG.debug("using a cached session, the database is away: {}", e.getMessage());
            return known;
        }
    }

    @Override
    public void save(Remembered<S> session) {
        boolean matters = session.takeChanged();
        if (matters || (!away.getAsBoolean() && session.isUsedAfter(USED))) {
            try {
                session.takeUsed();
                kept.save(session.kept);
            } catch (DataAccessException | TransactionException e) {
                if (matters) throw e;
                LOG.debug("a session's time of last use was not written: {}", e.getMessage());
            }
        }
        if (!matters) return;
        forget(session.first);
        forget(session.getId());
        changed.accept(session.getId());
    }

    @Override
    public void deleteById(String id) {
        kept.deleteById(id);
        forget(id);
        changed.accept(id);
    }

    /** Call when the session has changed on any node: it is read anew. */
    void forget(String id) {
        recent.invalidate(id);
    }

    /** One session, shared by concurrent requests. */
    static final class Remembered<S extends Session> implements Session {

        private final S kept;
        private final Instant read;
        private final String first;
        private Instant lastUsed;
        private boolean changed;

        Remembered(S kept, Instant read) {
            this.kept = kept;
            this.read = read;
            this.first = kept.getId();
            this.lastUsed = kept.getLastAccessedTime();
        }

        private synchronized boolean takeChanged() {
            boolean was = changed;
            changed = false;
            return was;
        }

        private synchronized boolean isUsedAfter(Duration each) {
            return !lastUsed.isBefore(kept.getLastAccessedTime().plus(each));
        }

        /** The store writes each change at once, so this writes to the database too. */
        private synchronized void takeUsed() {
            kept.setLastAccessedTime(lastUsed);
        }

        @Override
        public synchronized String getId() {
            return kept.getId();
        }

        @Override
        public synchronized String changeSessionId() {
            changed = true;
            return kept.changeSessionId();
        }

        @Override
        public synchronized <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public synchronized Set<String> getAttributeNames() {
            return Set.copyOf(kept.getAttributeNames());
        }

        @Override
        public synchronized void setAttribute(String name, @Nullable Object value) {
            changed = true;
            if (value == null) kept.removeAttribute(name);
            else kept.setAttribute(name, value);
        }

        @Override
        public synchronized void removeAttribute(String name) {
            changed = true;
            kept.removeAttribute(name);
        }

        @Override
        public synchronized Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public synchronized void setLastAccessedTime(Instant at) {
            lastUsed = at;
        }

        @Override
        public synchronized Instant getLastAccessedTime() {
            return lastUsed;
        }

        @Override
        public synchronized void setMaxInactiveInterval(Duration interval) {
            changed = true;
            kept.setMaxInactiveInterval(interval);
        }

        @Override
        public synchronized Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public synchronized boolean isExpired() {
            return kept.isExpired();
        }
    }
}
