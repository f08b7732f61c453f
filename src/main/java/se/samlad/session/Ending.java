package se.samlad.session;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.TransactionException;
import se.samlad.live.Streams;

/**
 * Ends the streams of sessions that have ended by time: each node looks at its own, twice a minute or oftener. An open
 * stream is no use of a session: a page that nobody touches ends with it, also the one on the wall.
 */
final class Ending implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final Duration SELDOM = Duration.ofSeconds(30);
    /** How many looks there are in the time of a short limit. */
    private static final int LOOKS = 4;

    private final RememberedSessions<Session> sessions;
    private final JdbcIndexedSessionRepository kept;
    private final Streams streams;
    private final Duration every;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean running;

    /** @param shortest the shorter one of the sessions' limits */
    Ending(
            RememberedSessions<Session> sessions,
            JdbcIndexedSessionRepository kept,
            Streams streams,
            Duration shortest) {
        this.sessions = sessions;
        this.kept = kept;
        this.streams = streams;
        var often = shortest.dividedBy(LOOKS);
        this.every = often.compareTo(SELDOM) < 0 ? often : SELDOM;
    }

    private void run() {
        try {
            while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) look();
        } catch (InterruptedException e) {
            LOG.debug("stopped while waiting");
        }
    }

    /** Ends what has ended by now. */
    void look() {
        try {
            for (var session : streams.sessions()) {
                if (sessions.findById(session) == null) streams.sessionChanged(session);
            }
            kept.cleanUpExpiredSessions();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("could not look at the sessions: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("sessions-ending").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
