package se.samlad.live;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Grants;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Pick;
import se.samlad.journal.Reader;

/** What a stream's reader could see at the last check. A stream ends when its reader's rights have changed. */
final class Sights {

    private static final long EVER = Long.MAX_VALUE;
    private final Journal journal;
    private final Viewers viewers;
    private final Viewer viewer;
    private Grants seen;
    private long read;

    /** Create it before anything is read for the stream. */
    Sights(Journal journal, Viewers viewers, Viewer viewer) {
        this.journal = journal;
        this.viewers = viewers;
        this.viewer = viewer;
        this.read = journal.position();
        this.seen = viewer.grants();
    }

    /** The reader's account; empty where nobody has signed in. */
    String account() {
        return viewer.account();
    }

    /** Notes that everything up to the position has been read under the current rights. */
    synchronized void read(long position) {
        read = Math.max(read, position);
    }

    /**
     * Whether to send entries with these labels: the reader could see them at the last check and still can. Where it
     * has gained rights since then, the next check ends the stream.
     */
    synchronized boolean sees(Labels labels) {
        return viewer.sees(labels)
                && (viewer.grants() == seen || viewer.under(seen).sees(labels));
    }

    /** As {@link #still}, for changes from before the hub knew the stream. */
    boolean stillSinceRead(@Nullable Set<UUID> streams) {
        return still(streams, new Hub.Change(0, Map.of()));
    }

    /**
     * False where the viewer has lost or gained entries since the last check, counting those from before the change and
     * those already read. Later entries have not been missed.
     *
     * @param streams null: all
     */
    synchronized boolean still(@Nullable Set<UUID> streams, Hub.Change change) {
        var before = viewer.under(seen);
        seen = viewer.grants();
        var now = viewer.under(seen);
        if (!viewers.stillHolds(viewer)) return false;
        if (streams == null) return nothingLostOrMissed(null, before, now, change);
        return streams.stream()
                .allMatch(stream -> journal.seeTheSame(stream, now, withNew(before, now, change))
                        || nothingLostOrMissed(stream, before, now, change));
    }

    private boolean nothingLostOrMissed(@Nullable UUID stream, Viewer before, Viewer now, Hub.Change change) {
        var lost = new HashSet<>(before.held());
        var gained = new HashSet<>(now.held());
        lost.removeAll(now.held());
        gained.removeIf(label -> before.holds(label) || change.began(label, read));
        return !isThere(stream, lost, EVER) && !isThere(stream, gained, Math.max(change.first(), read + 1));
    }

    /** Whether the labels show any entry before the position. */
    private boolean isThere(@Nullable UUID stream, Set<String> labels, long before) {
        var only = new Only(List.copyOf(labels));
        return !labels.isEmpty()
                && !journal.list(new Pick(stream, List.of(), 0, before, true, 1), only)
                        .isEmpty();
    }

    private record Only(List<String> held) implements Reader {
        @Override
        public boolean holds(String label) {
            return held.contains(label);
        }
    }

    private Reader withNew(Viewer before, Viewer now, Hub.Change change) {
        return label -> before.holds(label) || change.began(label, read) && now.holds(label);
    }
}
