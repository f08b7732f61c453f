package se.samlad.lapse;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.samlad.journal.By;
import se.samlad.journal.Verb;

/**
 * A room's things that end when their time comes: a meeting that nobody held, a reminder, a guest's link. The room
 * derives what is due from its views. Nothing is stored beside the journal, so a restart loses nothing.
 */
public interface Lapsing {

    /**
     * A thing whose time has come.
     *
     * @param subject the thing; subject and time identify the lapse, so only the first node records it
     * @param at the time that has come, by the thing's own clock
     * @param by in whose name it is recorded
     * @param verb decides when it is recorded, on the state at that time; refuses if the thing is no longer due
     */
    record Lapse(UUID subject, Instant at, By by, Verb verb) {}

    /** What is due and not recorded yet. It is called once a second, so its work must not grow with the history. */
    List<Lapse> due(Instant now);
}
