package se.samlad.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.forum.Forum;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules for guests. Pure: no clock, no database, no Spring. The room forum says who leads. */
final class Inviting {

    private static final int HOURS = 24;
    private static final int MOST_HOURS = 7 * 24;
    private static final int TEXT = 4_000;

    /** Guests that one forum may have at once. */
    private static final int GUESTS = 50;

    private Inviting() {}

    /** @throws Refused text.missing, text.too-long, outside.hours-most at the field; outside.guests-most */
    static OutsideFact.Invited invite(
            Guest.All all,
            UUID forum,
            @Nullable String organisation,
            @Nullable String function,
            @Nullable Integer hours,
            Instant now) {
        long letIn = all.of(forum).stream()
                .filter(guest -> now.isBefore(guest.until()) && guest.state() != Guest.State.REVOKED)
                .count();
        if (letIn >= GUESTS) throw new Refused("outside.guests-most", GUESTS);
        return new OutsideFact.Invited(
                forum,
                Receiving.within(Plain.title(organisation, "organisation"), Receiving.NAME, "organisation"),
                Receiving.within(Plain.title(function, "function"), Receiving.NAME, "function"),
                until(hours, now));
    }

    /**
     * A person of a member that is called in, and of which nobody is reached (A6).
     *
     * @throws Refused outside.not-called, text.missing or text.too-long at the field
     */
    static OutsideFact.StandsIn standIn(Forum forum, Acting by, @Nullable String actor, @Nullable String known) {
        if (actor == null || !forum.seats().has(actor) || actor.equals(by.actor()))
            throw new Refused("outside.not-called").at("actor");
        return new OutsideFact.StandsIn(actor, Receiving.within(Plain.title(known, "known"), Receiving.NAME, "known"));
    }

    /**
     * What the member says of a guest that says that it is one of its people.
     *
     * @throws NotMandated outside.home for all others; Refused outside.home-said, outside.revoked
     */
    static OutsideFact vouch(Guest guest, Acting by, boolean ours) {
        if (!guest.isHomeOf(by)) throw new NotMandated("outside.home-only");
        if (!guest.isAskedOf(by)) throw new Refused("outside.home-said");
        mustNotBeRevoked(guest);
        return ours ? new OutsideFact.Confirmed() : new OutsideFact.Denied();
    }

    /** @throws Refused outside.revoked, outside.hours-most */
    static OutsideFact.Renewed renew(Guest guest, @Nullable Integer hours, Instant now) {
        mustNotBeRevoked(guest);
        return new OutsideFact.Renewed(until(hours, now));
    }

    /** @throws Refused outside.revoked */
    static OutsideFact.Revoked revoke(Guest guest) {
        mustNotBeRevoked(guest);
        return new OutsideFact.Revoked();
    }

    private static void mustNotBeRevoked(Guest guest) {
        if (guest.state() == Guest.State.REVOKED) throw new Refused("outside.revoked");
    }

    private static Instant until(@Nullable Integer hours, Instant now) {
        int chosen = hours == null ? HOURS : hours;
        if (chosen < 1 || chosen > MOST_HOURS) throw new Refused("outside.hours-most", MOST_HOURS).at("hours");
        return now.plus(Duration.ofHours(chosen));
    }

    /** What a guest writes. @throws Refused outside.ended; text.missing or text.too-long at the field */
    static OutsideFact.Said say(Guest guest, boolean meets, @Nullable String text, Instant now) {
        mustBeLetIn(guest, meets, now);
        var named = guest.named();
        return new OutsideFact.Said(
                guest.id(),
                named.organisation(),
                named.function(),
                Receiving.within(Plain.text(text, "text"), TEXT, "text"));
    }

    /** @param meets whether the forum is open */
    static void mustBeLetIn(Guest guest, boolean meets, Instant now) {
        if (!meets || !guest.isLetIn(now)) throw new Refused("outside.ended");
    }
}
