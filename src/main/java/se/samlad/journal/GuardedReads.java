package se.samlad.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a verb reads and guards. A guard counts from the position that this node's views had when the verb began: whatever it
 * read afterwards is at least as new, so a guard may be too strict, never too lax.
 */
final class GuardedReads implements Verb.Facing {

    private final Journal journal;
    private final long asOf;
    private final List<Writer.Guard> guards = new ArrayList<>();

    GuardedReads(Journal journal) {
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
