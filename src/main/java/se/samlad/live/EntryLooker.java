package se.samlad.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Sight;

/** A program that follows the entries it may see, of one incident or of all. */
final class EntryLooker implements Hub.Looker {

    private static final int PAGE = 200;
    private static final byte[] COMMENT = ":\n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private final Client client = new Client(COMMENT::clone);
    private final Journal journal;
    private final Viewers viewers;
    private final Viewer viewer;
    private final @Nullable UUID incident;
    private long sent;
    private boolean live;
    private @Nullable Sight sight;
    private Set<String> held = Set.of();

    EntryLooker(Journal journal, Viewers viewers, Viewer viewer, @Nullable UUID incident, long from) {
        this.journal = journal;
        this.viewers = viewers;
        this.viewer = viewer;
        this.incident = incident;
        this.sent = from;
        remember();
    }

    private void remember() {
        if (incident == null) held = Set.copyOf(viewer.held());
        else sight = journal.sightOf(incident, viewer);
    }

    /** Writes pages of entries until it is live; on the thread of the request. */
    void start(java.io.OutputStream out) throws java.io.IOException {
        while (!goLive()) {
            while (catchUp(out)) {
                if (!client.isOpen()) return;
            }
        }
    }

    private boolean catchUp(java.io.OutputStream out) throws java.io.IOException {
        var page = journal.list(Journal.Pick.after(incident, sent, PAGE), viewer);
        for (Entry entry : page) {
            out.write(message(entry));
            sent = entry.position();
        }
        out.flush();
        return page.size() == PAGE;
    }

    /**
     * Takes the last few from the journal and goes live; false where there are more than a few, to be caught up first.
     * Until then what the hub brings is passed over, for the journal has it already.
     */
    synchronized boolean goLive() {
        var page = journal.list(Journal.Pick.after(incident, sent, PAGE), viewer);
        if (page.size() == PAGE) return false;
        for (Entry entry : page) {
            client.send(message(entry));
            sent = entry.position();
        }
        live = true;
        return true;
    }

    @Override
    public synchronized void moved(List<Entry> entries, Hub.Round round) {
        if (!live) return;
        for (Entry entry : entries) {
            if (entry.position() <= sent || !viewer.sees(entry.labels())) continue;
            client.send(round.once(entry.id(), () -> message(entry)));
        }
    }

    private byte[] message(Entry entry) {
        return Client.event(journal.cursors().of(entry.position()), "entry", EntryJson.of(entry, journal.cursors()));
    }

    @Override
    public boolean stillSeesTheSame(List<UUID> opened) {
        if (!viewers.stillHolds(viewer)) return false;
        var before = sight;
        var heldBefore = held;
        remember();
        var now = sight;
        if (before != null && now != null) return now.stillIncludes(before);
        var changed = new HashSet<>(held);
        changed.removeAll(heldBefore);
        opened.forEach(stream -> changed.remove("incident:" + stream));
        return changed.isEmpty() && held.containsAll(heldBefore);
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public @Nullable Set<UUID> streams() {
        return incident == null ? null : Set.of(incident);
    }

    @Override
    public String session() {
        return "";
    }
}
