package se.samlad.live;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.journal.Disposed;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Pick;

/** A program's stream of the entries that it may see, of one incident or of all. */
final class EntrySubscriber implements Hub.Subscriber {

    private static final int PAGE = 200;
    private static final byte[] COMMENT = ":\n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private final Client client = new Client(COMMENT::clone);
    private final Journal journal;
    private final Viewer viewer;
    private final @Nullable UUID incident;
    private long sent;
    private final Sights sights;
    private final String session;
    private boolean live;

    /** @param from the stream begins after this position */
    EntrySubscriber(PageSubscriber.Shared shared, Hub.Owner owner, @Nullable UUID incident, long from) {
        this.journal = shared.journal();
        this.viewer = owner.viewer();
        this.session = owner.session();
        this.sights = new Sights(journal, shared.viewers(), viewer);
        this.incident = incident;
        this.sent = from;
    }

    /** Catches up with pages of entries until it is live, on the request's thread. */
    void start(java.io.OutputStream out) throws java.io.IOException {
        while (!goLive()) {
            while (catchUp(out)) {
                if (!client.isOpen()) return;
            }
        }
    }

    private boolean catchUp(java.io.OutputStream out) throws java.io.IOException {
        var page = journal.list(Pick.after(incident, sent, PAGE), viewer);
        for (Entry entry : page) {
            out.write(message(entry));
            sent = entry.position();
        }
        out.flush();
        return page.size() == PAGE;
    }

    /**
     * Sends the last few entries from the journal and goes live; false where more than a page is left to catch up with.
     * Before that it ignores what the hub brings, since the journal has it too.
     */
    private boolean goLive() {
        synchronized (sights) { // no check of rights may run between reading and going live
            var page = journal.list(Pick.after(incident, sent, PAGE), viewer);
            if (page.size() == PAGE) return false;
            for (Entry entry : page) {
                client.send(message(entry));
                sent = entry.position();
            }
            sights.read(sent);
            live = true;
            return true;
        }
    }

    @Override
    public void moved(List<Entry> entries, Hub.Round round) {
        synchronized (sights) {
            if (!live) return;
            for (Entry entry : entries) {
                if (entry.position() <= sent || !sights.sees(entry.labels())) continue;
                if (entry.fact() instanceof Disposed)
                    throw new NotThere(); // the client holds what was disposed of: a reset makes it read again
                client.send(round.once(entry.id(), () -> message(entry)));
            }
        }
    }

    private byte[] message(Entry entry) {
        return Client.event(journal.cursors().of(entry.position()), "entry", EntryJson.of(entry, journal.cursors()));
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
        return incident == null ? null : Set.of(incident);
    }

    @Override
    public String session() {
        return session;
    }
}
