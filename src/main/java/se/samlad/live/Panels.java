package se.samlad.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Function;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Reserve;
import se.samlad.journal.ViewFailed;
import se.samlad.web.FormKey;
import se.samlad.web.Say;
import se.samlad.web.Templates;
import se.samlad.web.Typed;

/**
 * All panels by name. A panel of scope CLASS is rendered once for its readers and cached until an entry concerns it.
 */
@Service
public class Panels {

    private static final int SUBJECTS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The cache key: one rendering and those whom it serves. */
    record Key(String panel, UUID subject, String language, LocalDate day, Object who) {}

    /**
     * The cached renderings of one subject, each kept until an entry concerns it. One thread at a time renders, for all
     * who asked before it began. So where the subject changes faster than it can be rendered, many readers share the
     * renderings that there is time for.
     */
    static final class Renderings {

        /** One rendering, and the lock that readers wait on while it is made. */
        private static final class Slot {
            private final ReentrantLock turn = new ReentrantLock();
            private volatile @Nullable Made made;
            private volatile long concerned;

            @Nullable
            Rendered since(long move) {
                var last = made;
                return last == null || last.begun() < move ? null : last.rendered();
            }
        }

        /** @param begun how many changes of the subject the rendering includes */
        private record Made(Rendered rendered, long begun) {}

        private final Map<Key, Slot> slots = new ConcurrentHashMap<>();
        private final Duration patience;
        private long moves;

        /**
         * @param patience how long a reader waits for another's rendering; the other may be waiting for a hanging
         *     database
         */
        Renderings(Duration patience) {
            this.patience = patience;
        }

        /** @param concerned which renderings the entry makes stale */
        synchronized void moved(Predicate<Key> concerned) {
            moves++;
            slots.forEach((key, slot) -> {
                if (!concerned.test(key)) return;
                slot.concerned = moves;
                if (!slot.turn.isLocked()) slots.remove(key);
            });
        }

        private synchronized long moves() {
            return moves;
        }

        /**
         * A rendering at least as new as this call.
         *
         * @param keyNow gives the key again after rendering; only if it is the same may others use the rendering
         */
        Rendered rendered(Key key, Supplier<Rendered> render, Supplier<Key> keyNow) {
            var slot = slots.computeIfAbsent(key, k -> new Slot());
            long came = slot.concerned;
            var known = slot.since(came);
            if (known != null) return known;
            boolean inTurn = waited(slot.turn);
            try {
                var meanwhile = slot.since(came);
                if (meanwhile != null) return meanwhile;
                long begun = moves();
                var fresh = render.get();
                if (keyNow.get().equals(key)) slot.made = new Made(fresh, begun);
                return fresh;
            } finally {
                if (inTurn) slot.turn.unlock();
            }
        }

        private boolean waited(ReentrantLock turn) {
            try {
                return turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private final Map<String, Panel> byName = new HashMap<>();
    private final Journal journal;
    private final Reserve reserve;
    private final Templates templates;
    private final AtomicLong renders = new AtomicLong();
    private final Cache<UUID, Renderings> kept =
            Caffeine.newBuilder().maximumSize(SUBJECTS).build();

    Panels(List<Panel> panels, Journal journal, Reserve reserve, Templates templates) {
        for (Panel panel : panels) {
            if (byName.put(panel.name(), panel) != null)
                throw new IllegalStateException("two panels are called " + panel.name());
            if (panel.scope() == Panel.Scope.CLASS && panel.looksBeyond())
                throw new IllegalStateException(panel.name() + " is kept, and can't look beyond its stream");
        }
        this.journal = journal;
        this.reserve = reserve;
        this.templates = templates;
        journal.follow(this::moved);
    }

    private void moved(Entry entry) {
        var there = kept.getIfPresent(entry.stream());
        if (there == null) return;
        there.moved(key -> panel(key.panel()).concerns(entry));
    }

    /** @throws IllegalArgumentException for a name that no room published */
    Panel panel(String name) {
        var panel = byName.get(name);
        if (panel == null) throw new IllegalArgumentException("there is no panel " + name);
        return panel;
    }

    /** Whether a room published a panel of the name. */
    boolean has(String name) {
        return byName.containsKey(name);
    }

    Key key(Panel panel, Panel.Ask ask) {
        Object who =
                switch (panel.scope()) {
                    case CLASS -> journal.sightOf(ask.subject(), ask.viewer());
                    case FUNCTION -> function(ask);
                    case PERSON -> ask.viewer().account() + "@" + function(ask);
                };
        var day = ask.say().now().atZone(Say.STOCKHOLM).toLocalDate();
        return new Key(panel.name(), ask.subject(), ask.say().language(), day, who);
    }

    private static String function(Panel.Ask ask) {
        return ask.viewer().function().map(Function::id).orElse("");
    }

    /**
     * The panel for this viewer. One of scope CLASS is rendered by one thread at a time, for all who asked before it
     * began. It is cached only if the viewer was in the same class before and after rendering.
     */
    Rendered rendered(Panel panel, Panel.Ask ask) {
        if (panel.scope() != Panel.Scope.CLASS) return render(panel, ask);
        return kept.get(ask.subject(), s -> new Renderings(PATIENCE))
                .rendered(key(panel, ask), () -> render(panel, ask), () -> key(panel, ask));
    }

    /** A panel whose view has failed shows that in its slot. */
    private Rendered render(Panel panel, Panel.Ask ask) {
        try {
            return render(panel, panel.content(ask), ask);
        } catch (RuntimeException e) {
            if (!ViewFailed.isSaidBy(e)) throw e;
            return render(panel, new Panel.Content("web/failed", Map.of("panel", panel.name())), ask);
        }
    }

    private Rendered render(Panel panel, Panel.Content content, Panel.Ask ask) {
        var rows = new Rows();
        var params = new HashMap<>(content.params());
        params.put("say", ask.say());
        params.put("rows", rows);
        params.put("once", new FormKey(Rendered.ONCE, function(ask)));
        params.put("typed", ask.typed());
        templates.render(content.template(), params, rows);
        renders.incrementAndGet();
        return rows.rendered();
    }

    /** How many renderings this node has made, of all panels. */
    public long renders() {
        return renders.get();
    }

    /** The panels of one page for one viewer. The page's stream carries the panels that it shows. */
    public Page page(Viewer viewer, Say say, Typed typed) {
        return new Page(viewer, say, typed);
    }

    /** Gives a page's template its panels. */
    public final class Page {
        private final Viewer viewer;
        private final Say say;
        private final Typed typed;
        private final List<String> shown = new ArrayList<>();

        private Page(Viewer viewer, Say say, Typed typed) {
            this.viewer = viewer;
            this.say = say;
            this.typed = typed;
        }

        /** A panel about a stream. */
        public Content show(String name, UUID subject) {
            var panel = panel(name);
            var rendered = rendered(panel, new Panel.Ask(subject, viewer, say, typed));
            shown.add("p=" + name + ":" + subject + ":" + rendered.mark());
            return rendered.content();
        }

        /** Whether any room has such a panel. */
        public boolean has(String name) {
            return Panels.this.has(name);
        }

        /** A panel about all that the viewer may see. */
        public Content show(String name) {
            return show(name, Panel.EVERYTHING);
        }

        /** Whether nothing can be saved because the disk is full. */
        boolean isFull() {
            return reserve.isTouched();
        }

        /** Since when the database is away, if it is: the page shows the state of then. */
        Optional<Instant> awaySince() {
            return journal.awaySince();
        }

        /** The address of the page's stream. Call it after all panels were shown. */
        public String address() {
            return shown.isEmpty() ? "" : "/live?" + String.join("&", shown);
        }
    }
}
