package se.samlad.people;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * An invitation to a function, or a new way in for a person who has lost hers.
 *
 * @param function its name at the actor; empty: a new way in
 * @param account who used it, or whom the way in is for; null: not known yet
 * @param by the actor that invites: the actor itself, or the joint functions for its first administrator
 * @param renewals how often the link was made anew
 */
record Invitation(
        UUID id,
        String actor,
        String function,
        @Nullable Instant from,
        @Nullable Instant until,
        Instant validUntil,
        State state,
        @Nullable String account,
        String by,
        Instant at,
        int renewals) {

    enum State {
        OPEN,
        WITHDRAWN,
        ACCEPTED,
        LAPSED
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isWayIn() {
        return function.isEmpty();
    }

    String functionId() {
        return actor + "/" + function;
    }

    private Invitation with(State next, @Nullable String who) {
        return new Invitation(id, actor, function, from, until, validUntil, next, who, by, at, renewals);
    }

    private Invitation renewed(Instant valid) {
        return new Invitation(id, actor, function, from, until, valid, State.OPEN, account, by, at, renewals + 1);
    }

    /** The invitations of all actors. */
    record All(PMap<UUID, Invitation> byId) {

        static final Across<All> ACROSS = new Across<>(View.of(
                "people.invitations", new All(HashTreePMap.empty()), PeopleFact.class, (all, e, f) -> all.apply(e, f)));

        private All apply(Entry by, PeopleFact fact) {
            return switch (fact) {
                case PeopleFact.Invited i ->
                    plus(new Invitation(
                            by.subject(),
                            i.actor(),
                            i.function(),
                            i.from(),
                            i.until(),
                            i.validUntil(),
                            State.OPEN,
                            null,
                            by.by().actor(),
                            by.recordedAt(),
                            0));
                case PeopleFact.WayInGiven w ->
                    plus(new Invitation(
                            by.subject(),
                            w.actor(),
                            "",
                            null,
                            null,
                            w.validUntil(),
                            State.OPEN,
                            w.account(),
                            by.by().actor(),
                            by.recordedAt(),
                            0));
                case PeopleFact.InvitationRenewed r ->
                    find(by.subject()).map(i -> plus(i.renewed(r.validUntil()))).orElse(this);
                case PeopleFact.InvitationWithdrawn w -> ended(by.subject(), State.WITHDRAWN, null);
                case PeopleFact.InvitationLapsed l -> ended(by.subject(), State.LAPSED, null);
                case PeopleFact.InvitationAccepted a -> ended(by.subject(), State.ACCEPTED, a.account());
                case PeopleFact.SignedOut s -> this;
                case PeopleFact.Forgotten f -> this;
                case PeopleFact.ProgramLetIn p -> this;
                case PeopleFact.ProgramEnded p -> this;
            };
        }

        private All plus(Invitation invitation) {
            return new All(byId.plus(invitation.id(), invitation));
        }

        /** Keeps only invitations that wait, or that nobody used in time; nobody asks for the others. */
        private All ended(UUID id, State state, @Nullable String account) {
            if (state == State.LAPSED)
                return find(id).map(i -> plus(i.with(state, i.account()))).orElse(this);
            return new All(byId.minus(id));
        }

        Optional<Invitation> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        /** The actor's that wait, or that nobody used in time; the oldest first. */
        List<Invitation> of(String actor) {
            return byId.values().stream()
                    .filter(i -> i.actor().equals(actor))
                    .sorted(Comparator.comparing(Invitation::at))
                    .toList();
        }
    }
}
