package se.samlad.journal;

import java.util.UUID;

/**
 * A lawful decision to dispose of what an entry says. The entry's body and salt are removed; its envelope and its leaf stay.
 * The decision is recorded in the stream of the entry, with the entry's labels.
 *
 * @param entry whose body goes
 * @param ground the legal ground, such as a section of law or of the disposal schedule
 * @param decision who decided when, or the decision's reference
 * @param left the entry's body from now on: JSON of the same fact, where every text is replaced
 */
@Stored(Disposed.KIND)
public record Disposed(UUID entry, String ground, String decision, String left) implements Fact {

    public static final String KIND = "journal.disposed.1";
}
