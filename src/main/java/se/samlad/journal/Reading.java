package se.samlad.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a verb is decided in the face of: this node's views, and what it guards from where they are when it begins. */
final class Reading implements Verb.Facing {

    private final Journal journal;
    private final long asOf;
    private final List<Writer.Guard> guards = new ArrayList<>();

    Reading(Journal journal) {
        this.journal = journal;
        this.asOf = journal.position();
    }

    List<Writer.Guard> guards() {
        return guards;
    }

    @Override
    public <S> S state(View<S> view, UUID stream, Reader reader) {
        return journal.view(view, stream, reader);
    }

    @Override
    public void guard(UUID subject) {
        add(new Writer.Guard(subject, asOf));
    }

    @Override
    public void guardNew(UUID subject) {
        add(new Writer.Guard(subject, 0));
    }

    private void add(Writer.Guard guard) {
        if (!guards.contains(guard)) guards.add(guard);
    }

    @Override
    public Instant now() {
        return journal.now();
    }
}
