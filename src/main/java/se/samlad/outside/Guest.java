package se.samlad.outside;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Mandate;
import se.samlad.access.Things;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;

/**
 * Somebody of an outside organisation whom a forum has let in, for a time: the fold of its facts. It is no actor.
 *
 * @param labels of the invitation, which are the forum's
 * @param until by the real clock, in an exercise too
 * @param home the member whose person it says that it is; null: it is of an outside organisation
 * @param tried when somebody tried the link on another device; null: nobody did
 */
public record Guest(
        UUID id,
        UUID incident,
        UUID forum,
        Labels labels,
        Named named,
        Instant invited,
        Instant until,
        State state,
        @Nullable Instant opened,
        @Nullable Instant tried,
        @Nullable Instant acknowledged,
        @Nullable Home home)
        implements Things.Thing {

    /** What stands in the place of an actor in a guest's entries. No actor has this code. */
    public static final String ACTOR = Actors.GUEST;

    public enum State {
        INVITED,
        OPENED,
        LAPSED,
        REVOKED
    }

    /**
     * The member whose person the guest says that it is (A6).
     *
     * @param known how those who let it in know who it is
     * @param confirmed what the member says of that; null: nothing yet
     */
    public record Home(String actor, String known, @Nullable Boolean confirmed) {

        /** Whether the member still owes its word. */
        public boolean isAsked() {
            return confirmed == null;
        }
    }

    /** @param function what the guest does there, as the one who invites calls it */
    public record Named(String organisation, String function) {}

    /**
     * All guests, of one incident or of all.
     *
     * @param current those whose link has not ended
     */
    record All(PMap<UUID, Guest> byId, PMap<UUID, Guest> current) {
        static final All NONE = new All(HashTreePMap.empty(), HashTreePMap.empty());
        static final View<All> VIEW = View.of("outside.guest", NONE, OutsideFact.class, All::apply);
        static final Across<All> ACROSS = new Across<>(View.of("outside.guests", NONE, OutsideFact.class, All::apply));

        Optional<Guest> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        /** The latest invitation first. */
        List<Guest> of(UUID forum) {
            return byId.values().stream()
                    .filter(guest -> guest.forum.equals(forum))
                    .sorted(Comparator.comparing(Guest::until).reversed().thenComparing(Guest::id))
                    .toList();
        }

        /** Those whom the acting one's actor owes its word on, where that is the function's to say. */
        List<Guest> asked(Acting by) {
            return current.values().stream()
                    .filter(guest -> guest.isAskedOf(by))
                    .filter(guest -> by.viewer().sees(guest.labels))
                    .sorted(Comparator.comparing(Guest::id))
                    .toList();
        }

        private All apply(Entry by, OutsideFact fact) {
            var before = byId.get(by.subject());
            var after = fact instanceof OutsideFact.Invited i ? invited(by, i) : after(before, by, fact);
            if (after == null || after == before) return this;
            return new All(
                    byId.plus(after.id, after),
                    after.isOver() ? current.minus(after.id) : current.plus(after.id, after));
        }
    }

    private static Guest invited(Entry by, OutsideFact.Invited i) {
        var named = new Named(i.organisation(), i.function());
        return new Guest(
                by.id(),
                by.stream(),
                i.forum(),
                by.labels(),
                named,
                by.recordedAt(),
                i.until(),
                State.INVITED,
                null,
                null,
                null,
                null);
    }

    private static @Nullable Guest after(@Nullable Guest guest, Entry by, OutsideFact fact) {
        if (guest == null) return null;
        var at = by.recordedAt();
        return switch (fact) {
            case OutsideFact.Opened o -> guest.with(guest.until, State.OPENED, at, guest.tried, guest.acknowledged);
            case OutsideFact.Tried t -> guest.with(guest.until, guest.state, guest.opened, at, guest.acknowledged);
            case OutsideFact.Renewed r ->
                guest.with(
                        r.until(),
                        guest.opened == null ? State.INVITED : State.OPENED,
                        guest.opened,
                        guest.tried,
                        guest.acknowledged);
            case OutsideFact.Lapsed l -> guest.ended(State.LAPSED);
            case OutsideFact.Revoked r -> guest.ended(State.REVOKED);
            case OutsideFact.Acknowledged a -> guest.with(guest.until, guest.state, guest.opened, guest.tried, at);
            case OutsideFact.StandsIn s -> guest.of(new Home(s.actor(), s.known(), null));
            case OutsideFact.Confirmed c -> guest.said(true);
            case OutsideFact.Denied d -> guest.said(false).ended(State.REVOKED);
            default -> guest;
        };
    }

    private Guest ended(State how) {
        return with(until, how, opened, tried, acknowledged);
    }

    private Guest of(@Nullable Home at) {
        return new Guest(id, incident, forum, labels, named, invited, until, state, opened, tried, acknowledged, at);
    }

    private Guest said(boolean confirmed) {
        return home == null ? this : of(new Home(home.actor(), home.known(), confirmed));
    }

    private Guest with(
            Instant to, State now, @Nullable Instant first, @Nullable Instant other, @Nullable Instant read) {
        return new Guest(id, incident, forum, labels, named, invited, to, now, first, other, read, home);
    }

    /** Whether the acting one may say whether it is one of its actor's people, and nobody has. */
    public boolean isAskedOf(Acting by) {
        return home != null && home.isAsked() && isHomeOf(by);
    }

    /** Whether the acting one's actor is its home, and the function answers for the actor or looks after its people. */
    public boolean isHomeOf(Acting by) {
        return home != null
                && home.actor().equals(by.actor())
                && (by.may(Mandate.STANCE) || by.may(Mandate.ADMINISTER));
    }

    private boolean isOver() {
        return state == State.LAPSED || state == State.REVOKED;
    }

    /** Whether its time has come and that is not recorded yet. */
    boolean isDue(Instant now) {
        return !isOver() && !now.isBefore(until);
    }

    /** Whether the guest may come in now. */
    boolean isLetIn(Instant now) {
        return state == State.OPENED && now.isBefore(until);
    }

    /** In whose name its entries stand: its own. There is no such actor, account or function, so nobody else's. */
    By author() {
        return new By("guest-" + id, ACTOR, ACTOR);
    }
}
