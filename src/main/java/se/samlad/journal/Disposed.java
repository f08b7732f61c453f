package se.samlad.journal;

import java.util.UUID;

/**
 * A lawful decision to dispose of what an entry says: its body and salt are taken away, its envelope and its place in the
 * proof stay. Lies in the stream of the entry, with its labels.
 *
 * @param entry whose body goes
 * @param ground the legal ground, such as a section of law or of the disposal schedule
 * @param decision who decided when, or the decision's reference
 * @param left the entry's body from now on, JSON of the same fact: what steers, with every text replaced
 */
@Stored(Disposed.KIND)
public record Disposed(UUID entry, String ground, String decision, String left) implements Fact {

    public static final String KIND = "journal.disposed.1";
}
