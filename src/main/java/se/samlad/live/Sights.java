package se.samlad.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.samlad.access.Grants;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.journal.Journal;
import se.samlad.journal.Journal.Pick;
import se.samlad.journal.Reader;

/** What a looker may see, as it was when last asked: a stream ends where its reader's rights have moved. */
final class Sights {

    private final Journal journal;
    private final Viewers viewers;
    private final Viewer viewer;
    private Grants seen;

    /** To be made before anything is read for the stream. */
    Sights(Journal journal, Viewers viewers, Viewer viewer) {
        this.journal = journal;
        this.viewers = viewers;
        this.viewer = viewer;
        this.seen = viewer.grants();
    }

    /** False where what the viewer sees of the streams is not what it saw when this was asked before. */
    synchronized boolean still(Set<UUID> streams, Hub.Change change) {
        var before = before();
        return viewers.stillHolds(viewer)
                && streams.stream().allMatch(stream -> journal.seeTheSame(stream, viewer, withNew(before, change)));
    }

    /** As {@link #still}, of all streams. */
    synchronized boolean stillEverywhere(Hub.Change change) {
        var before = before();
        return viewers.stillHolds(viewer) && nothingLostOrMissed(before, change);
    }

    private Viewer before() {
        var before = viewer.under(seen);
        seen = viewer.grants();
        return before;
    }

    private boolean nothingLostOrMissed(Viewer before, Hub.Change change) {
        var had = Set.copyOf(before.held());
        var has = viewer.held();
        var gained = new HashSet<>(has);
        if (!gained.containsAll(had)) return false;
        gained.removeAll(had);
        gained.removeIf(change::began);
        return gained.isEmpty() || !isThere(Set.copyOf(gained), change.first());
    }

    /** Whether there was anything under the labels before the position. */
    private boolean isThere(Set<String> labels, long before) {
        var only = new Reader() {
            @Override
            public boolean holds(String label) {
                return labels.contains(label);
            }

            @Override
            public List<String> held() {
                return List.copyOf(labels);
            }
        };
        return !journal.list(new Pick(null, List.of(), 0, before, true, 1), only)
                .isEmpty();
    }

    /** Of what began just now nothing can have been missed. */
    private Reader withNew(Viewer before, Hub.Change change) {
        return label -> before.holds(label) || change.began(label) && viewer.holds(label);
    }
}
