package se.samlad.journal;

import java.util.List;
import java.util.UUID;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** A room of nothing but notes: what the journal's own tests record. */
sealed interface Note extends Fact {

    /** Every note's text, in order, with how many were struck: any entry lost, doubled or moved shows. */
    View<PVector<String>> VIEW = View.of("note.all", TreePVector.empty(), Kept.class, Note::step);

    List<Facts> FACTS = List.of(new Facts(Note.class));

    /** What the view listens to. */
    sealed interface Kept extends Note {}

    @Stored("note.written.1")
    record Written(String text) implements Kept {}

    @Stored("note.struck.1")
    record Struck(UUID of) implements Kept {}

    /** What no view listens to. */
    @Stored("note.passed.1")
    record Passed(String text) implements Note {}

    private static PVector<String> step(PVector<String> state, Entry by, Kept fact) {
        return switch (fact) {
            case Written w -> state.plus(w.text());
            case Struck s -> state.plus("struck " + s.of());
        };
    }
}
