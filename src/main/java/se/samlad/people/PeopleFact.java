package se.samlad.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.samlad.credential.ApiTokens;
import se.samlad.journal.Fact;
import se.samlad.journal.Stored;

/** The facts of this room, each in its actor's own stream. They hold no names, no addresses and no secrets. */
public sealed interface PeopleFact extends Fact {

    /**
     * Somebody is invited to a function, by a link that works once.
     *
     * @param from when the function begins; null: when the invitation is accepted
     * @param until when it ends; null: until further notice
     * @param validUntil when the link ends
     */
    @Stored("people.invited.1")
    record Invited(
            String actor,
            String function,
            @Nullable Instant from,
            @Nullable Instant until,
            Instant validUntil) implements PeopleFact {}

    /** A person who has lost what it signs in with gets a link to sign in by once. */
    @Stored("people.way-in-given.1")
    record WayInGiven(String actor, String account, Instant validUntil) implements PeopleFact {}

    /** The earlier link works no more; another one does. */
    @Stored("people.invitation-renewed.1")
    record InvitationRenewed(Instant validUntil) implements PeopleFact {}

    @Stored("people.invitation-withdrawn.1")
    record InvitationWithdrawn() implements PeopleFact {}

    @Stored("people.invitation-accepted.1")
    record InvitationAccepted(String account) implements PeopleFact {}

    /** Nobody used the link in time. */
    @Stored("people.invitation-lapsed.1")
    record InvitationLapsed() implements PeopleFact {}

    /** An administrator ended what the account was signed in to. @param device which; empty: all of them */
    @Stored("people.signed-out.1")
    record SignedOut(String account, String device) implements PeopleFact {}

    /** The person's name and address are erased, and the account can no longer sign in. */
    @Stored("people.forgotten.1")
    record Forgotten(String account) implements PeopleFact {}

    /** A program gets a token. @param account that the program acts by */
    @Stored("people.program-let-in.1")
    record ProgramLetIn(
            String account, String actor, String function, String purpose, Set<ApiTokens.Scope> scopes, Instant until)
            implements PeopleFact {}

    @Stored("people.program-ended.1")
    record ProgramEnded(String account) implements PeopleFact {}
}
