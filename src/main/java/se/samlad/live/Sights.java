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

/** What a looker may see, as it was when last asked: a stream ends where its reader's rights have moved. */
final class Sights {

    private static final long EVER = Long.MAX_VALUE;
    private final Journal journal;
    private final Viewers viewers;
    private final Viewer viewer;
    private Grants seen;
    private long read;

    /** To be made before anything is read for the stream. */
    Sights(Journal journal, Viewers viewers, Viewer viewer) {
        this.journal = journal;
        this.viewers = viewers;
        this.viewer = viewer;
        this.read = journal.position();
        this.seen = viewer.grants();
    }

    /** Whose they are; empty: nobody's who has signed in. */
    String account() {
        return viewer.account();
    }

    /** What is there up to the position has been read by what it may see now, and is not told by the hub any more. */
    synchronized void read(long position) {
        read = Math.max(read, position);
    }

    /**
     * Whether what has the labels is to be told: by what the viewer held when last asked, and holds. Where more is held
     * since then, that is about to be asked, and the stream to end.
     */
    synchronized boolean sees(Labels labels) {
        return viewer.sees(labels)
                && (viewer.grants() == seen || viewer.under(seen).sees(labels));
    }

    /** As {@link #still}, for what the hub told nobody of. */
    boolean stillSinceRead(@Nullable Set<UUID> streams) {
        return still(streams, new Hub.Change(0, Map.of()));
    }

    /**
     * False where what the viewer may see has narrowed or widened since this was asked before, of what was there before
     * the change or has been read. What came after that has not been missed.
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

    /** Whether there was anything under the labels before the position. */
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
