package se.samlad.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Reserve;
import se.samlad.web.Say;
import se.samlad.web.Templates;
import se.samlad.web.Typed;

/** All panels, by name; those for a whole class are rendered once and kept until something concerns them. */
@Service
public class Panels {

    private static final int SUBJECTS = 300;

    /** One rendering and those it serves. */
    record Key(String panel, UUID subject, String language, LocalDate day, Object who) {}

    private static final class Kept {
        private final Map<Key, Rendered> rendered = new ConcurrentHashMap<>();
        private long moves;

        synchronized void moved(Predicate<Key> concerned) {
            moves++;
            rendered.keySet().removeIf(concerned);
        }

        synchronized long moves() {
            return moves;
        }

        synchronized void keep(Key key, Rendered fresh, long since) {
            if (moves == since) rendered.put(key, fresh);
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
                    case FUNCTION -> ask.viewer().function().map(f -> f.id()).orElse("");
                    case PERSON ->
                        ask.viewer().account() + "@"
                                + ask.viewer().function().map(f -> f.id()).orElse("");
                };
        var day = ask.say().now().atZone(Say.STOCKHOLM).toLocalDate();
        return new Key(panel.name(), ask.subject(), ask.say().language(), day, who);
    }

    /**
     * The panel for this viewer; shared and kept where it is a class', and the viewer was of the same class before it was
     * rendered and after.
     */
    Rendered rendered(Panel panel, Panel.Ask ask) {
        if (panel.scope() != Panel.Scope.CLASS) return render(panel, ask);
        var there = kept.get(ask.subject(), s -> new Kept());
        var key = key(panel, ask);
        var known = there.rendered.get(key);
        if (known != null) return known;
        long before = there.moves();
        var fresh = render(panel, ask);
        if (key(panel, ask).equals(key)) there.keep(key, fresh, before);
        return fresh;
    }

    private Rendered render(Panel panel, Panel.Ask ask) {
        var content = panel.content(ask);
        var rows = new Rows();
        var params = new HashMap<>(content.params());
        params.put("say", ask.say());
        params.put("rows", rows);
        params.put("once", Rendered.ONCE);
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
