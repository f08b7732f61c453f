package se.samlad.resource;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Things;
import se.samlad.access.Viewer.Acting;
import se.samlad.catalogue.Kind;
import se.samlad.incident.Plain;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.Refused;

/**
 * Something that an actor offers in an incident though nobody has asked for it, with the rules for it. Taking it up takes
 * nothing from its owner: it becomes the owner's answer to a need, and only the owner promises (A4).
 *
 * @param taken how many were taken up, by the needs that the reader sees
 * @param withdrawn whether its owner took it back
 */
public record Unasked(
        UUID id,
        UUID stream,
        Labels labels,
        By by,
        Instant at,
        ResourceFact.Offered offered,
        int taken,
        boolean withdrawn)
        implements Things.Thing {

    /** An offer as it is sent; all may be missing. */
    record Offering(
            @Nullable String what,
            @Nullable Integer quantity,
            @Nullable Kind kind,
            @Nullable String where,
            @Nullable Instant until,
            @Nullable Integer readyInMinutes,
            @Nullable String terms) {}

    static Unasked of(Entry by, ResourceFact.Offered offered) {
        return new Unasked(by.id(), by.stream(), by.labels(), by.by(), by.occurredAt(), offered, 0, false);
    }

    Unasked after(ResourceFact fact) {
        return fact instanceof ResourceFact.OfferWithdrawn
                ? new Unasked(id, stream, labels, by, at, offered, taken, true)
                : this;
    }

    Unasked taken(int more) {
        return new Unasked(id, stream, labels, by, at, offered, taken + more, withdrawn);
    }

    public int left() {
        return Math.max(0, offered.quantity() - taken);
    }

    public boolean isOf(String actor) {
        return by.actor().equals(actor);
    }

    /** @param now by the incident's clock */
    public boolean stands(Instant now) {
        return !withdrawn && left() > 0 && (offered.until() == null || now.isBefore(offered.until()));
    }

    /** @throws Refused resource.quantity, resource.until, resource.ready; text.missing, text.too-long, at the field */
    static ResourceFact.Offered offer(Offering said, Instant now, Acting by) {
        Lending.mayAct(by);
        var what = Plain.title(said.what(), "what");
        int quantity = Lending.whole(said.quantity(), "quantity", Lending.MOST);
        var until = said.until();
        if (until != null && !Lending.isAhead(until, now))
            throw new Refused("resource.until", Lending.FURTHEST.toDays()).at("until");
        return new ResourceFact.Offered(
                what,
                quantity,
                said.kind(),
                Plain.optionalTitle(said.where(), "where"),
                until,
                Lending.ready(said.readyInMinutes()),
                Plain.optional(said.terms(), "terms"));
    }

    /** @throws NotMandated resource.offerer; Refused resource.offer-gone */
    ResourceFact.OfferWithdrawn withdraw(@Nullable String reason, Acting by) {
        Lending.mayAct(by);
        if (!isOf(by.actor())) throw new NotMandated("resource.offerer");
        if (withdrawn) throw new Refused("resource.offer-gone");
        return new ResourceFact.OfferWithdrawn(Plain.optional(reason, "reason"));
    }

    /**
     * By the asker, for its need.
     *
     * @param quantity null: as many as are missing and left
     * @throws NotMandated resource.asker; Refused resource.ended, resource.offer-own, resource.offer-gone, resource.at-most
     */
    ResourceFact.TakenUp takeUp(Need need, @Nullable Integer quantity, Instant now, Acting by) {
        Lending.mustAsk(need, by);
        Lending.mustBeNeeded(need);
        if (isOf(by.actor())) throw new Refused("resource.offer-own");
        if (!stands(now)) throw new Refused("resource.offer-gone");
        int most = Math.min(left(), need.raised().quantity());
        int many = quantity == null ? Math.min(most, Math.max(1, need.missing())) : Lending.atMost(quantity, most);
        return new ResourceFact.TakenUp(id, by().actor(), many, offered.readyInMinutes(), offered.terms());
    }
}
