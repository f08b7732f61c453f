package se.samlad.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;

/** Tells all open streams what has changed, in order, on one thread: entries for programs, panels for pages. */
@Component
class Hub implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** An open stream. Only the hub's thread calls {@link #moved}. */
    interface Subscriber {
        Client client();

        /** Null: all streams. */
        @Nullable
        Set<UUID> streams();

        /** New entries in its streams, in order. */
        void moved(List<Entry> entries, Round round);

        /** The id of the session that it belongs to; empty: none. */
        String session();

        /** What its reader may see. Called on the request's thread too, just after it was added. */
        Sights sights();
    }

    /** The reader of a stream. @param session the id of the session that opened it; empty: none */
    record Owner(Viewer viewer, String session) {}

    /**
     * A batch of entries that may have changed rights.
     *
     * @param first the position of the batch's first entry
     * @param begun the ids of the things that the batch created, as text, with the position of each
     */
    record Change(long first, Map<String, Long> begun) {

        static Change of(List<Entry> batch) {
            var begun = new HashMap<String, Long>();
            for (var entry : batch)
                if (entry.id().equals(entry.subject())) begun.put(entry.id().toString(), entry.position());
            return new Change(batch.getFirst().position(), begun);
        }

        /**
         * Whether the label names a thing that the batch created after the position; then no entry about it has been
         * missed.
         */
        boolean began(String label, long after) {
            return begun.getOrDefault(label.substring(label.indexOf(':') + 1), 0L) > after;
        }
    }

    private final Journal journal;
    private final Viewers viewers;
    private @Nullable Object rights;
    private final BlockingQueue<Entry> news = new LinkedBlockingQueue<>();
    private final Map<UUID, Set<Subscriber>> byStream = new ConcurrentHashMap<>();
    private final Set<Subscriber> everywhere = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Thread heart;

    Hub(Journal journal, Viewers viewers) {
        this.journal = journal;
        this.viewers = viewers;
        journal.follow(news::add);
    }

    void add(Subscriber subscriber) {
        var streams = subscriber.streams();
        if (streams == null || streams.isEmpty()) everywhere.add(subscriber);
        else
            streams.forEach(s -> byStream.computeIfAbsent(s, x -> ConcurrentHashMap.newKeySet())
                    .add(subscriber));
    }

    void remove(Subscriber subscriber) {
        everywhere.remove(subscriber);
        var streams = subscriber.streams();
        if (streams == null) return;
        for (UUID stream : streams) {
            byStream.computeIfPresent(stream, (s, subscribers) -> {
                subscribers.remove(subscriber);
                return subscribers.isEmpty() ? null : subscribers;
            });
        }
    }

    int size() {
        return subscribers().size();
    }

    /** The ids of the sessions that the open streams belong to. */
    Set<String> sessions() {
        var ids = new LinkedHashSet<String>();
        for (var subscriber : subscribers()) if (!subscriber.session().isEmpty()) ids.add(subscriber.session());
        return ids;
    }

    private Set<Subscriber> subscribers() {
        var all = new LinkedHashSet<>(everywhere);
        byStream.values().forEach(all::addAll);
        return all;
    }

    private void run() {
        var batch = new ArrayList<Entry>();
        while (isRunning()) {
            try {
                batch.add(news.take());
                news.drainTo(batch, 1_000);
                tell(batch);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | LinkageError | StackOverflowError e) {
                LOG.error("an error in the live streams; they go on", e);
            } finally {
                batch.clear();
            }
        }
    }

    private void beat() {
        while (isRunning()) {
            for (var subscriber : subscribers()) {
                try {
                    subscriber.client().beat();
                } catch (RuntimeException e) {
                    LOG.error("a live stream was ended by an error", e);
                    subscriber.client().end();
                }
            }
            try {
                Thread.sleep(BEAT);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void tell(List<Entry> batch) {
        journal.await(batch.getLast().position());
        endWhereRightsChanged(batch);
        var round = new Round();
        var byStreamNow = new HashMap<UUID, List<Entry>>();
        batch.forEach(e ->
                byStreamNow.computeIfAbsent(e.stream(), s -> new ArrayList<>()).add(e));
        byStreamNow.forEach((stream, entries) ->
                byStream.getOrDefault(stream, Set.of()).forEach(subscriber -> tell(subscriber, entries, round)));
        var all = List.copyOf(batch);
        everywhere.forEach(subscriber -> tell(subscriber, all, round));
    }

    private static void tell(Subscriber subscriber, List<Entry> entries, Round round) {
        try {
            subscriber.moved(entries, round);
        } catch (NotThere e) {
            reset(subscriber);
        } catch (RuntimeException e) {
            LOG.error("a live stream was ended by an error", e);
            subscriber.client().end();
        }
    }

    private void endWhereRightsChanged(List<Entry> batch) {
        Object now = viewers.rights();
        if (now.equals(rights)) return;
        rights = now;
        var change = Change.of(batch);
        for (var subscriber : subscribers()) {
            if (!subscriber.sights().still(subscriber.streams(), change)) {
                remove(subscriber);
                reset(subscriber);
            }
        }
    }

    static void reset(Subscriber subscriber) {
        subscriber.client().send(Client.event("", "reset", ""));
        subscriber.client().end();
    }

    /** Ends the session's streams: it has ended or changed its function. */
    void sessionChanged(String session) {
        for (var subscriber : subscribers()) {
            if (subscriber.session().equals(session)) reset(subscriber);
        }
    }

    /** Ends the account's streams: its credentials have changed. */
    void accountChanged(String account) {
        for (var subscriber : subscribers()) {
            if (subscriber.sights().account().equals(account)) reset(subscriber);
        }
    }

    /** One round of telling a batch: what is rendered or written for one stream is shared with all others. */
    static final class Round {
        private final Map<Object, Object> made = new HashMap<>();

        private record Change(String before, String now) {}

        byte[] once(Object key, Supplier<byte[]> make) {
            return (byte[]) made.computeIfAbsent(key, k -> make.get());
        }

        /**
         * @param who gives the key of those whom the rendering serves; called again after rendering, since rights may
         *     change meanwhile
         */
        Rendered rendered(Supplier<Panels.Key> who, Supplier<Rendered> make) {
            var key = who.get();
            if (made.get(key) instanceof Rendered known) return known;
            var fresh = make.get();
            if (who.get().equals(key)) made.put(key, fresh);
            return fresh;
        }

        String difference(String panel, Rendered before, Rendered now) {
            return (String) made.computeIfAbsent(
                    new Change(before.mark(), now.mark()), k -> Difference.between(panel, before, now));
        }
    }

    @Override
    public void start() {
        var starting = Thread.ofPlatform().name("live").daemon().unstarted(this::run);
        thread = starting; // set first: the thread runs only while it is set
        starting.start();
        heart = Thread.ofPlatform().name("live-heartbeat").daemon().start(this::beat);
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) running.interrupt();
        var beating = heart;
        if (beating != null) beating.interrupt();
        subscribers().forEach(subscriber -> subscriber.client().end());
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
