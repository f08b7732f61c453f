package se.samlad.lapse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samlad.journal.Changed;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.journal.Unavailable;
import se.samlad.journal.ViewFailed;

/**
 * Records lapses, on a thread of its own. Every node does this: the key of a lapse consists of its subject and its
 * time, so the journal records it once. A node first records what lapsed while no node ran, and only then reports that
 * it is ready.
 */
@Component
public class Lapses implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lapses.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private final Journal journal;
    private final List<Lapsing> rooms;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private boolean failing;
    private @Nullable Thread thread;

    Lapses(Journal journal, List<Lapsing> rooms) {
        this.journal = journal;
        this.rooms = rooms;
    }

    /** Whether everything that had lapsed when this node started is recorded. */
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    /** Returns early if the thread is interrupted. */
    public void awaitCaughtUp() {
        try {
            caughtUp.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) thread = Thread.ofVirtual().name("lapses").start(this::run);
    }

    private void run() {
        try {
            while (!stopped.await(isCaughtUp() ? EVERY.toMillis() : 1, TimeUnit.MILLISECONDS)) {
                once();
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped while waiting");
        }
    }

    /** Records all that is due. A lapse that can't be recorded now is tried again the next time. */
    void once() {
        boolean wasFailing = failing;
        boolean away = false;
        failing = false;
        for (var room : rooms) {
            try {
                journal.awaitOpen();
                for (var lapse : room.due(journal.now())) record(lapse);
            } catch (RuntimeException e) {
                away |= Unavailable.isSaidBy(e) && !ViewFailed.isSaidBy(e);
                failing = true;
                if (!wasFailing) LOG.warn("what has lapsed can't be recorded now: {}", e.toString());
            }
        }
        if (!away) caughtUp.countDown();
    }

    private void record(Lapsing.Lapse lapse) {
        var name = "lapse:" + lapse.subject() + lapse.at();
        var key = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        try {
            journal.record(lapse.by(), new Once(key, name), lapse.verb());
        } catch (Refused | Changed meanwhile) {
            LOG.debug("{} has not lapsed: {}", lapse.subject(), meanwhile.getMessage());
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        var running = thread;
        try {
            if (running != null) running.join(EVERY.multipliedBy(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && stopped.getCount() > 0;
    }
}
