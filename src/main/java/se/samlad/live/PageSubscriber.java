package se.samlad.live;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.journal.Disposed;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.web.Languages;
import se.samlad.web.Typed;

/** The stream of an open page: it gets the changes of the panels that the page shows. */
final class PageSubscriber implements Hub.Subscriber {

    /** A panel on the page, and the digest of what the page shows of it. */
    record Showing(String panel, UUID subject, String mark) {}

    /** What all subscribers share. */
    record Shared(Panels panels, Journal journal, Languages languages, se.samlad.access.Viewers viewers) {}

    private final Client client;
    private final Shared shared;
    private final Viewer viewer;
    private final String language;
    private final String session;
    private final Sights sights;
    private final Map<Showing, Rendered> shows = new HashMap<>();
    private final Set<UUID> subjects = new HashSet<>();

    PageSubscriber(Shared shared, Hub.Owner owner, String language) {
        this.client = new Client(() -> hello(shared.journal()));
        this.shared = shared;
        this.viewer = owner.viewer();
        this.language = language;
        this.session = owner.session();
        this.sights = new Sights(shared.journal(), shared.viewers(), viewer);
    }

    /** Sends what has changed since the page was rendered; ignores panels that do not exist. */
    synchronized void start(List<Showing> page) {
        for (var showing : page) {
            subjects.add(showing.subject());
            try {
                var panel = shared.panels().panel(showing.panel());
                var now = shared.panels().rendered(panel, ask(showing.subject()));
                shows.put(showing, now);
                if (!now.mark().equals(showing.mark())) send(showing, now, Difference.whole(showing.panel(), now));
            } catch (NotThere e) {
                // hidden from this reader; the page does not show it either
            }
        }
    }

    private static boolean isEverything(UUID subject) {
        return Panel.EVERYTHING.equals(subject);
    }

    private Panel.Ask ask(UUID subject) {
        return new Panel.Ask(subject, viewer, shared.languages().in(language), Typed.NOTHING);
    }

    @Override
    public synchronized void moved(List<Entry> entries, Hub.Round round) {
        var seen = entries.stream()
                .filter(e -> sights.sees(e.labels()))
                .toList(); // a hidden entry must not show in when panels are rendered again
        if (seen.stream().anyMatch(e -> e.fact() instanceof Disposed)) throw new NotThere();
        for (var showing : shows.keySet()) {
            var panel = shared.panels().panel(showing.panel());
            if (seen.stream().anyMatch(e -> concerns(panel, showing, e))) refresh(panel, showing, round);
        }
    }

    /** Renders all panels again, for what changed before the hub knew this page. */
    synchronized void refresh() {
        var round = new Hub.Round();
        shows.keySet().forEach(showing -> refresh(shared.panels().panel(showing.panel()), showing, round));
    }

    private void refresh(Panel panel, Showing showing, Hub.Round round) {
        var ask = ask(showing.subject());
        var now = round.rendered(
                () -> shared.panels().key(panel, ask), () -> shared.panels().rendered(panel, ask));
        var before = shows.replace(showing, now);
        if (before != null && !now.sameAs(before)) send(showing, now, round.difference(showing.panel(), before, now));
    }

    private static boolean concerns(Panel panel, Showing showing, Entry entry) {
        boolean mayConcern = isEverything(showing.subject())
                || panel.looksBeyond()
                || showing.subject().equals(entry.stream());
        return mayConcern && panel.concerns(entry);
    }

    /**
     * Message format: the first line names the panel and the digest of its new state, the rest are the actions that
     * lead to it.
     */
    private void send(Showing showing, Rendered now, String actions) {
        var text = showing.panel() + ":" + showing.subject() + ":" + now.mark() + "\n" + Rendered.withKeys(actions);
        client.send(Client.event("", "panel", text));
    }

    @Override
    public Sights sights() {
        return sights;
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public @Nullable Set<UUID> streams() {
        boolean all = subjects.contains(Panel.EVERYTHING)
                || shows.keySet().stream()
                        .anyMatch(showing ->
                                shared.panels().panel(showing.panel()).looksBeyond());
        return all ? null : subjects;
    }

    @Override
    public String session() {
        return session;
    }

    /** The server's clock in milliseconds and, while the database is away, since when. */
    static byte[] hello(Journal journal) {
        var since = journal.awaySince().map(at -> " " + at.toEpochMilli()).orElse("");
        return Client.event("", "hello", journal.now().toEpochMilli() + since);
    }

    static @Nullable Showing parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3 || text.getBytes(StandardCharsets.UTF_8).length > 200) return null;
        try {
            return new Showing(parts[0], UUID.fromString(parts[1]), parts[2]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
