package se.samlad.outside;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room: a signal from outside is a stream of its own, a guest a subject in the incident's stream. */
public sealed interface OutsideFact extends Fact {

    /**
     * An organisation that has no account signalled (I1). Nobody has confirmed who it was.
     *
     * @param number where it wants to be rung
     * @param receipt the code that the sender was shown
     */
    @Stored("outside.signalled.1")
    record Signalled(String organisation, String function, String number, String happened, String receipt)
            implements OutsideFact {}

    /** The same was sent once more while it waited. */
    @Stored("outside.repeated.1")
    record Repeated(String receipt) implements OutsideFact {}

    /** The duty officer made it an incident, or joined it to one. */
    @Stored("outside.taken.1")
    record Taken(UUID incident) implements OutsideFact {}

    @Stored("outside.dismissed.1")
    record Dismissed(String reason) implements OutsideFact {}

    /**
     * In the incident: an outside organisation signalled it. The number to ring is not for all who see the incident.
     *
     * @param happened what it said; null: the incident's own text is that
     */
    @Stored("outside.traced.1")
    record Traced(
            UUID signal,
            String organisation,
            String function,
            @Nullable String happened) implements OutsideFact {}

    /** Somebody of an outside organisation is let in to one forum, until a time (A1, A8). */
    @Stored("outside.invited.1")
    record Invited(UUID forum, String organisation, String function, Instant until) implements OutsideFact {}

    /**
     * With the invitation, where nobody of a member was reached: the guest says that it is one of its people (A6). Until
     * the member confirms that, and after too, it is a guest and none of the member's functions.
     *
     * @param known how those who let it in know who it is
     */
    @Stored("outside.stands-in.1")
    record StandsIn(String actor, String known) implements OutsideFact {}

    /** The member says that the guest is one of its people. */
    @Stored("outside.confirmed.1")
    record Confirmed() implements OutsideFact {}

    /** The member says that it is not; the guest is out. */
    @Stored("outside.denied.1")
    record Denied() implements OutsideFact {}

    /** The link was opened for the first time; from then on it is bound to that browser. */
    @Stored("outside.opened.1")
    record Opened() implements OutsideFact {}

    /** Somebody tried to open it on another device, and was refused. */
    @Stored("outside.tried.1")
    record Tried() implements OutsideFact {}

    @Stored("outside.renewed.1")
    record Renewed(Instant until) implements OutsideFact {}

    @Stored("outside.revoked.1")
    record Revoked() implements OutsideFact {}

    /** Its time was out. Recorded automatically. */
    @Stored("outside.lapsed.1")
    record Lapsed(Instant until) implements OutsideFact {}

    /** A guest wrote to the forum. The name is that of the invitation, so that the row says it wherever it is read. */
    @Stored("outside.said.1")
    record Said(UUID guest, String organisation, String function, String text) implements OutsideFact {}

    /** The guest has read what the forum's page said. */
    @Stored("outside.acknowledged.1")
    record Acknowledged() implements OutsideFact {}
}
