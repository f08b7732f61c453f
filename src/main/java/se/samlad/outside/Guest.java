package se.samlad.outside;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Things;
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
 * @param tried when somebody tried the link on another device; null: nobody did
 */
public record Guest(
        UUID id,
        UUID incident,
        UUID forum,
        Labels labels,
        Named named,
        By by,
        Instant until,
        State state,
        @Nullable Instant opened,
        @Nullable Instant tried,
        @Nullable Instant acknowledged)
        implements Things.Thing {

    /** What stands in the place of an actor in a guest's entries. No actor has this code. */
    public static final String ACTOR = Actors.GUEST;

    public enum State {
        INVITED,
        OPENED,
        LAPSED,
        REVOKED
    }

    /** @param function what the guest does there, as the one who invites calls it */
    public record Named(String organisation, String function) {}

    /** All guests, of one incident or of all. */
    record All(PMap<UUID, Guest> byId) {
        static final All NONE = new All(HashTreePMap.empty());
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

        private All apply(Entry by, OutsideFact fact) {
            var before = byId.get(by.subject());
            var after = fact instanceof OutsideFact.Invited i ? invited(by, i) : after(before, by, fact);
            return after == null || after == before ? this : new All(byId.plus(after.id, after));
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
                by.by(),
                i.until(),
                State.INVITED,
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
            default -> guest;
        };
    }

    private Guest ended(State how) {
        return with(until, how, opened, tried, acknowledged);
    }

    private Guest with(
            Instant to, State now, @Nullable Instant first, @Nullable Instant other, @Nullable Instant read) {
        return new Guest(id, incident, forum, labels, named, by, to, now, first, other, read);
    }

    /** Whether its time has come and that is not recorded yet. */
    boolean isDue(Instant now) {
        return (state == State.INVITED || state == State.OPENED) && !now.isBefore(until);
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
