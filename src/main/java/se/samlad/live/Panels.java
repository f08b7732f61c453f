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

/** All panels, by name; those for a whole class are rendered once and kept until something concerns them. */
@Service
public class Panels {

    private static final int SUBJECTS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** One rendering and those it serves. */
    record Key(String panel, UUID subject, String language, LocalDate day, Object who) {}

    /**
     * The renderings of one subject, each kept until something concerns it. One at a time makes it, for all who came before that
     * was begun: where the subject moves faster than it can be rendered, many who look share what there is time for.
     */
    static final class Kept {

        /** One rendering, and where those wait who came while it was being made. */
        private static final class Place {
            private final ReentrantLock turn = new ReentrantLock();
            private volatile @Nullable Made made;
            private volatile long concerned;

            @Nullable
            Rendered since(long move) {
                var last = made;
                return last == null || last.begun() < move ? null : last.rendered();
            }
        }

        /** @param begun how often the subject had moved then: all of that is in it */
        private record Made(Rendered rendered, long begun) {}

        private final Map<Key, Place> places = new ConcurrentHashMap<>();
        private final Duration patience;
        private long moves;

        /** @param patience for so long others are waited for: who renders may itself wait for a database that hangs */
        Kept(Duration patience) {
            this.patience = patience;
        }

        /** @param concerned which renderings are so no longer */
        synchronized void moved(Predicate<Key> concerned) {
            moves++;
            places.forEach((key, place) -> {
                if (!concerned.test(key)) return;
                place.concerned = moves;
                if (!place.turn.isLocked()) places.remove(key);
            });
        }

        private synchronized long moves() {
            return moves;
        }

        /**
         * What there is when this is called, or newer.
         *
         * @param keyNow what the key is when it has been rendered: only under the same is it anybody else's
         */
        Rendered rendered(Key key, Supplier<Rendered> render, Supplier<Key> keyNow) {
            var place = places.computeIfAbsent(key, k -> new Place());
            long came = place.concerned;
            var known = place.since(came);
            if (known != null) return known;
            boolean inTurn = waited(place.turn);
            try {
                var meanwhile = place.since(came);
                if (meanwhile != null) return meanwhile;
                long begun = moves();
                var fresh = render.get();
                if (keyNow.get().equals(key)) place.made = new Made(fresh, begun);
                return fresh;
            } finally {
                if (inTurn) place.turn.unlock();
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
    private final Cache<UUID, Kept> kept =
            Caffeine.newBuilder().maximumSize(SUBJECTS).build();

    Panels(List<Panel> panels, Journal journal, Reserve reserve, Templates templates) {
        for (Panel panel : panels) {
            if (byName.put(panel.name(), panel) != null)
                throw new IllegalStateException("two panels are called " + panel.name());
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
     * The panel for this viewer. Where it is a class', one at a time renders it, for all who came before that was begun; it is
     * kept where the viewer was of the same class before it was rendered and after.
     */
    Rendered rendered(Panel panel, Panel.Ask ask) {
        if (panel.scope() != Panel.Scope.CLASS) return render(panel, ask);
        return kept.get(ask.subject(), s -> new Kept(PATIENCE))
                .rendered(key(panel, ask), () -> render(panel, ask), () -> key(panel, ask));
    }

    /** A panel whose view has failed says so in its place. */
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

    /** How many times any panel has been rendered. */
    public long renders() {
        return renders.get();
    }

    /** The panels of one page for one viewer: what it shows is also what its stream will carry. */
    public Page page(Viewer viewer, Say say, Typed typed) {
        return new Page(viewer, say, typed);
    }

    /** What a page's template asks for its panels. */
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

        /** Whether there is such a panel, for pages that show what other rooms have. */
        public boolean has(String name) {
            return Panels.this.has(name);
        }

        /** A panel about all that the viewer may see. */
        public Content show(String name) {
            return show(name, Panel.EVERYTHING);
        }

        /** Whether nothing can be saved for want of disk. */
        boolean isFull() {
            return reserve.isTouched();
        }

        /** Since when the database has not answered, where it does not: what the page shows is from then. */
        Optional<Instant> awaySince() {
            return journal.awaySince();
        }

        /** Where the page's script listens; to be asked for after all panels were shown. */
        public String address() {
            return shown.isEmpty() ? "" : "/live?" + String.join("&", shown);
        }
    }
}
