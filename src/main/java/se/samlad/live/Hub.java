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

/** Gives everybody who looks what has changed, in order, on one thread: entries to programs, panels to pages. */
@Component
class Hub implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    /** Something that looks on; told on the hub's thread only. */
    interface Looker {
        Client client();

        /** Null: all streams. */
        @Nullable
        Set<UUID> streams();

        /** New entries in its streams, in order. */
        void moved(List<Entry> entries, Round round);

        /** The id of the session it belongs to; empty: none. */
        String session();

        /** What it may see. Asked on the thread of its request too, when it has just been added. */
        Sights sights();
    }

    /** Who looks. @param session the id of the session that it was opened in; empty: none */
    record Eyes(Viewer viewer, String session) {}

    /**
     * What rights may have moved by.
     *
     * @param first the position of the first of the entries
     * @param begun the things that began with them, as text, and at which position
     */
    record Change(long first, Map<String, Long> begun) {

        static Change of(List<Entry> batch) {
            var begun = new HashMap<String, Long>();
            for (var entry : batch)
                if (entry.id().equals(entry.subject())) begun.put(entry.id().toString(), entry.position());
            return new Change(batch.getFirst().position(), begun);
        }

        /** Whether the label is of something that began with them, after the position: nothing of it was missed since. */
        boolean began(String label, long after) {
            return begun.getOrDefault(label.substring(label.indexOf(':') + 1), 0L) > after;
        }
    }

    private final Journal journal;
    private final Viewers viewers;
    private @Nullable Object rights;
    private final BlockingQueue<Entry> news = new LinkedBlockingQueue<>();
    private final Map<UUID, Set<Looker>> byStream = new ConcurrentHashMap<>();
    private final Set<Looker> everywhere = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Thread heart;

    Hub(Journal journal, Viewers viewers) {
        this.journal = journal;
        this.viewers = viewers;
        journal.follow(news::add);
    }

    void add(Looker looker) {
        var streams = looker.streams();
        if (streams == null || streams.isEmpty()) everywhere.add(looker);
        else
            streams.forEach(s -> byStream.computeIfAbsent(s, x -> ConcurrentHashMap.newKeySet())
                    .add(looker));
    }

    void remove(Looker looker) {
        everywhere.remove(looker);
        var streams = looker.streams();
        if (streams == null) return;
        for (UUID stream : streams) {
            byStream.computeIfPresent(stream, (s, lookers) -> {
                lookers.remove(looker);
                return lookers.isEmpty() ? null : lookers;
            });
        }
    }

    int size() {
        return lookers().size();
    }

    private Set<Looker> lookers() {
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
                LOG.error("the live streams went on after an error", e);
            } finally {
                batch.clear();
            }
        }
    }

    private void beat() {
        while (isRunning()) {
            for (var looker : lookers()) {
                try {
                    looker.client().beat();
                } catch (RuntimeException e) {
                    LOG.error("a live stream was ended by an error", e);
                    looker.client().end();
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
                byStream.getOrDefault(stream, Set.of()).forEach(looker -> tell(looker, entries, round)));
        var all = List.copyOf(batch);
        everywhere.forEach(looker -> tell(looker, all, round));
    }

    private static void tell(Looker looker, List<Entry> entries, Round round) {
        try {
            looker.moved(entries, round);
        } catch (NotThere e) {
            reset(looker);
        } catch (RuntimeException e) {
            LOG.error("a live stream was ended by an error", e);
            looker.client().end();
        }
    }

    private void endWhereRightsChanged(List<Entry> batch) {
        Object now = viewers.rights();
        if (now.equals(rights)) return;
        rights = now;
        var change = Change.of(batch);
        for (var looker : lookers()) {
            if (!looker.sights().still(looker.streams(), change)) {
                remove(looker);
                reset(looker);
            }
        }
    }

    static void reset(Looker looker) {
        looker.client().send(Client.event("", "reset", ""));
        looker.client().end();
    }

    /** The session has ended or acts as another function now: its streams end. */
    void sessionChanged(String session) {
        for (var looker : lookers()) {
            if (looker.session().equals(session)) reset(looker);
        }
    }

    /** The account's credentials have changed: its streams end. */
    void accountChanged(String account) {
        for (var looker : lookers()) {
            if (looker.sights().account().equals(account)) reset(looker);
        }
    }

    /** One passing on of news: what is rendered or written for one is kept for all others in it. */
    static final class Round {
        private final Map<Object, Object> made = new HashMap<>();

        private record Change(String before, String now) {}

        byte[] once(Object key, Supplier<byte[]> make) {
            return (byte[]) made.computeIfAbsent(key, k -> make.get());
        }

        /** @param who says for whom it is, once more after it was rendered: rights may move meanwhile */
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
        thread = starting; // before it runs, for it runs only while it is known
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
        lookers().forEach(looker -> looker.client().end());
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
