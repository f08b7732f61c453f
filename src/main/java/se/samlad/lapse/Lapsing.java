package se.samlad.lapse;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.samlad.journal.By;
import se.samlad.journal.Verb;

/**
 * A room's things that end by themselves: a meeting that nobody held, a reminder, a guest's link. The room derives what is
 * due from its views, so that nothing is kept beside the journal and nothing is forgotten over a restart.
 */
public interface Lapsing {

    /**
     * A thing whose time has come.
     *
     * @param subject what it is about; with the time it is recorded once, by whichever node is first
     * @param at the time that has come, by the thing's own clock
     * @param by in whose name it is recorded
     * @param verb decides it anew on what is so when it is recorded; refuses where it is not due any longer
     */
    record Lapse(UUID subject, Instant at, By by, Verb verb) {}

    /** What is due and not recorded yet; asked once a second, so it must look at nothing that grows with history. */
    List<Lapse> due(Instant now);
}
