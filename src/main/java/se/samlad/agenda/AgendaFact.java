package se.samlad.agenda;

import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room. */
public sealed interface AgendaFact extends Fact {

    /** Conferences of the kind that are called from now on are held so. */
    @Stored("agenda.written.1")
    record Written(Occasion kind, Outline outline) implements AgendaFact {}
}
