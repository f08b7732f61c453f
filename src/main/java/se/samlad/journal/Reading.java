package se.samlad.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a verb is decided in the face of: this node's views as they are when it begins to look, and what it then guards. Who
 * looks at nothing does not wait for them.
 */
final class Reading implements Verb.Facing {

    private static final long NOT_LOOKED = -1;

    private final Journal journal;
    private long asOf = NOT_LOOKED;
    private final List<Writer.Guard> guards = new ArrayList<>();

    Reading(Journal journal) {
        this.journal = journal;
    }

    /** Where the views are, before the first of them is looked at. */
    private long asOf() {
        if (asOf == NOT_LOOKED) asOf = journal.position();
        return asOf;
    }

    List<Writer.Guard> guards() {
        return guards;
    }

    @Override
    public <S> S state(View<S> view, UUID stream) {
        asOf();
        return journal.view(view, stream, Reader.ALL);
    }

    @Override
    public void guard(UUID subject) {
        guards.add(new Writer.Guard(subject, asOf()));
    }

    @Override
    public void guardNew(UUID subject) {
        guards.add(new Writer.Guard(subject, 0));
    }

    @Override
    public Instant now() {
        return journal.now();
    }
}
