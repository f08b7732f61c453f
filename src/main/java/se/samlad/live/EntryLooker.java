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

/** A program that follows the entries it may see, of one incident or of all. */
final class EntryLooker implements Hub.Looker {

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

    /** @param from the position after which it is told */
    EntryLooker(PageLooker.Around around, Hub.Eyes eyes, @Nullable UUID incident, long from) {
        this.journal = around.journal();
        this.viewer = eyes.viewer();
        this.session = eyes.session();
        this.sights = new Sights(journal, around.viewers(), viewer);
        this.incident = incident;
        this.sent = from;
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
        var page = journal.list(Pick.after(incident, sent, PAGE), viewer);
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
    private boolean goLive() {
        synchronized (sights) { // nobody asks whether rights have moved while it is being read
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
                    throw new NotThere(); // it has what should be gone: it reads again
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
