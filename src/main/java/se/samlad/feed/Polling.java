package se.samlad.feed;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import se.samlad.feed.FeedFact.Way;
import se.samlad.journal.Refused;

/** Polls a feed on a virtual thread of its own. Failures are noted as the feed's condition and stop nothing else. */
final class Polling implements SmartLifecycle {

    /** What to poll, and the pause between attempts. @param address blank: nothing is polled */
    record Feed(String source, Way way, String address, Duration every) {}

    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final Duration AT_MOST = Duration.ofSeconds(4);
    private final Feed feed;
    private final Fetch fetch;
    private final Consumer<byte[]> taker;
    private final Conditions conditions;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** @param taker reads and records a body; throws {@link Refused} where it can't be read */
    Polling(Feed feed, Fetch fetch, Consumer<byte[]> taker, Conditions conditions) {
        this.feed = feed;
        this.fetch = fetch;
        this.taker = taker;
        this.conditions = conditions;
        if (!feed.address().isBlank()) conditions.expect(feed.source(), feed.way());
    }

    @Override
    public synchronized void start() {
        if (feed.address().isBlank() || thread != null) return;
        thread = Thread.ofVirtual().name("poll-" + feed.source()).start(this::run);
    }

    private void run() {
        try {
            do once();
            while (!stopped.await(feed.every().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("fetching from {} was stopped", feed.source());
        }
    }

    /** One attempt; its outcome is the feed's condition. */
    void once() throws InterruptedException {
        try {
            taker.accept(fetch.get(feed.address()));
        } catch (Fetch.Failed no) {
            conditions.failed(feed.source(), feed.way(), no.key(), no.details());
        } catch (Refused no) {
            conditions.failed(feed.source(), feed.way(), no.key(), no.details());
        } catch (RuntimeException no) {
            LOG.warn("a body from {} could not be recorded: {}", feed.source(), no.toString());
            conditions.failed(feed.source(), feed.way(), "feed.poll.not-recorded");
        }
    }

    /** Waits briefly for a recording in progress. */
    @Override
    public synchronized void stop() {
        stopped.countDown();
        fetch.close();
        if (thread == null) return;
        thread.interrupt();
        try {
            thread.join(AT_MOST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null && thread.isAlive();
    }
}
