package se.samlad.resource;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.catalogue.Kind;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;
import se.samlad.staff.StaffFact.Post;

/**
 * The facts of this room, in the stream of the incident, or of the need itself in ordinary mode. Their subject is the need,
 * or the offer that nobody asked for. Quantities are whole and above zero, times are instants.
 */
public sealed interface ResourceFact extends Fact {

    /** What lender and borrower say of a loan beside how far it has come. */
    sealed interface Terms extends ResourceFact {}

    /** What is said of an offer that nobody asked for. */
    sealed interface OfOffer extends ResourceFact {}

    /** What an actor answers to a need, before it promises anything. */
    enum Answer {
        /** It looks for it. */
        LOOKING,
        OFFER,
        /** A part of what is needed. */
        PARTLY,
        CANNOT
    }

    /**
     * An actor needs something that another may have.
     *
     * @param where in words
     * @param from null: as soon as it can be had
     * @param until null: as long as it is needed
     * @param ifNot what happens if it does not come
     * @param receiver who receives it on the spot; null: not stated
     * @param kind null: not stated
     * @param post the staff function that is needed, for people (R2); null: none
     * @param area the code of the municipality; null: not stated
     * @param noted the entry in which the need was first noted; null: none
     */
    @Stored("resource.need-raised.1")
    record Raised(
            String what,
            int quantity,
            String where,
            @Nullable Instant from,
            @Nullable Instant until,
            String ifNot,
            @Nullable String receiver,
            @Nullable Kind kind,
            @Nullable Post post,
            @Nullable String area,
            @Nullable UUID noted)
            implements ResourceFact {}

    /**
     * @param quantity null: not stated
     * @param readyInMinutes from the answer; null: not stated
     * @param terms who pays and what else goes with it, or why it cannot; null: none
     * @param by when the one that looks for it answers at the latest; null: not stated
     */
    @Stored("resource.answered.1")
    record Answered(
            Answer answer,
            @Nullable Integer quantity,
            @Nullable Integer readyInMinutes,
            @Nullable String terms,
            @Nullable Instant by)
            implements ResourceFact {}

    /** The directing forum orders the needs. It takes nobody's resource (A4). @param rank 1 comes first */
    @Stored("resource.ranked.1")
    record Ranked(int rank, String reason) implements ResourceFact {}

    /** The one that records it lends so many more. @param item the line of its catalogue; null: none */
    @Stored("resource.promised.1")
    record Promised(
            int quantity, @Nullable String terms, @Nullable UUID item) implements ResourceFact {}

    /** The asker takes the lender's promise. @param actor the lender's code */
    @Stored("resource.accepted.1")
    record Accepted(String actor, int quantity) implements ResourceFact {}

    /** The lender's are on their way. */
    @Stored("resource.departed.1")
    record Departed(int quantity) implements ResourceFact {}

    /** They are there, as the lender or the asker says. @param actor the lender's code */
    @Stored("resource.arrived.1")
    record Arrived(String actor, int quantity) implements ResourceFact {}

    /** The asker sends them back. @param actor the lender's code */
    @Stored("resource.sent-back.1")
    record SentBack(String actor, int quantity) implements ResourceFact {}

    /** The lender has them again. */
    @Stored("resource.returned.1")
    record Returned(int quantity) implements ResourceFact {}

    /** The lender asks for what it lends. */
    @Stored("resource.recalled.1")
    record Recalled(String reason) implements ResourceFact {}

    /** The lender cannot keep its promise for so many. */
    @Stored("resource.broken.1")
    record Broken(int quantity, String reason) implements ResourceFact {}

    /** The asker needs it no more. What is out comes back. */
    @Stored("resource.ended.1")
    record Ended(String reason) implements ResourceFact {}

    /** The asker asks to keep them longer. @param actor the lender's code @param until the later day */
    @Stored("resource.extension-asked.1")
    record ExtensionAsked(String actor, Instant until, String reason) implements Terms {}

    /** The lender answers. @param until the day that it agrees to; null: it does not */
    @Stored("resource.extension-answered.1")
    record ExtensionAnswered(
            @Nullable Instant until, @Nullable String reason) implements Terms {}

    /** So many of those that have not departed are replaced by others of the same lender. @param what comes instead */
    @Stored("resource.replaced.1")
    record Replaced(int quantity, String what, String reason) implements Terms {}

    /** What the loan costs, as the lender notes it. A later note replaces it. @param sek whole; null: not stated */
    @Stored("resource.cost-noted.1")
    record CostNoted(@Nullable Integer sek, String note) implements Terms {}

    /** The asker's word on it. @param actor the lender's code @param disputed why; null: the asker acknowledges it */
    @Stored("resource.cost-answered.1")
    record CostAnswered(String actor, UUID cost, @Nullable String disputed) implements Terms {}

    /**
     * The one that records it can lend something that nobody has asked for.
     *
     * @param until as long as the offer stands; null: until it is withdrawn
     */
    @Stored("resource.offered.1")
    record Offered(
            String what,
            int quantity,
            @Nullable Kind kind,
            @Nullable String where,
            @Nullable Instant until,
            @Nullable Integer readyInMinutes,
            @Nullable String terms)
            implements OfOffer {}

    /** The offer stands no more. */
    @Stored("resource.offer-withdrawn.1")
    record OfferWithdrawn(@Nullable String reason) implements OfOffer {}

    /** The asker takes up an offer for its need: it is an answer of the one that offers, who alone promises (A4). */
    @Stored("resource.offer-taken-up.1")
    record TakenUp(
            UUID offer,
            String actor,
            int quantity,
            @Nullable Integer readyInMinutes,
            @Nullable String terms) implements OfOffer {}
}
