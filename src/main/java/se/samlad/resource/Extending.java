package se.samlad.resource;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;

/** The rules for what the two change and settle between them: a later day, another thing, the cost (D4, A4). Pure. */
final class Extending {

    private static final int DEAREST = 1_000_000_000;

    private Extending() {}

    /** How the lender answers who wants to keep it longer. */
    enum Reply {
        YES,
        NO,
        /** Another day. */
        OTHER
    }

    /**
     * By the asker, of what it has or is promised.
     *
     * @param actor the lender; null: the only one
     * @throws NotMandated resource.asker; Refused resource.ended, and at the field resource.which-lender, -nothing-there,
     *     -no-end, -later, text.missing
     */
    static ResourceFact.ExtensionAsked ask(
            Need need,
            @Nullable String actor,
            @Nullable Instant until,
            @Nullable String reason,
            Instant now,
            Acting by) {
        Lending.mustAsk(need, by);
        if (need.ended() != null) throw new Refused("resource.ended");
        var lender = Lending.lender(need, actor, loan -> loan.accepted() - loan.returned(), "resource.nothing-there");
        var due = need.due(need.loan(lender));
        if (due == null) throw new Refused("resource.no-end").at("until");
        return new ResourceFact.ExtensionAsked(lender, later(until, due, now), Plain.text(reason, "reason"));
    }

    private static Instant later(@Nullable Instant until, Instant due, Instant now) {
        if (until == null || !until.isAfter(due) || !Lending.isAhead(until, now))
            throw new Refused("resource.later", Lending.FURTHEST.toDays()).at("until");
        return until;
    }

    /**
     * By the lender.
     *
     * @param until with YES the day that was asked for, as it was read, or null; with OTHER the day that it agrees to
     * @throws NotMandated resource.lender; Refused resource.nothing-asked, resource.asked-otherwise, and at the field
     *     resource.answer, -later, text.missing
     */
    static ResourceFact.ExtensionAnswered answer(
            Need need,
            @Nullable Reply answer,
            @Nullable Instant until,
            @Nullable String reason,
            Instant now,
            Acting by) {
        var loan = Lending.own(need, by);
        var asked = loan.agreed().extension();
        if (asked == null || !asked.isOpen()) throw new Refused("resource.nothing-asked");
        if (answer == null) throw new Refused("resource.answer").at("answer");
        return switch (answer) {
            case NO -> new ResourceFact.ExtensionAnswered(null, Plain.text(reason, "reason"));
            case YES -> {
                if (until != null && !until.equals(asked.until())) throw new Refused("resource.asked-otherwise");
                yield new ResourceFact.ExtensionAnswered(asked.until(), Plain.optional(reason, "reason"));
            }
            case OTHER -> {
                var due = need.due(loan);
                var day = later(until, due == null ? now : due, now);
                yield new ResourceFact.ExtensionAnswered(day, Plain.optional(reason, "reason"));
            }
        };
    }

    /**
     * By the lender, of what has not departed. What was accepted of it must be accepted anew.
     *
     * @throws NotMandated resource.lender; Refused resource.ended, and at the field resource.at-most, text.missing
     */
    static ResourceFact.Replaced replace(
            Need need, @Nullable Integer quantity, @Nullable String what, @Nullable String reason, Acting by) {
        var loan = Lending.own(need, by);
        Lending.mustBeNeeded(need);
        int many = Lending.atMost(quantity, loan.promised() - loan.departed());
        return new ResourceFact.Replaced(many, Plain.title(what, "what"), Plain.text(reason, "reason"));
    }

    /**
     * By the lender, of what it has sent.
     *
     * @param sek null: not stated
     * @throws NotMandated resource.lender; Refused resource.nothing-sent, and at the field resource.sek, text.missing
     */
    static ResourceFact.CostNoted charge(Need need, @Nullable Integer sek, @Nullable String note, Acting by) {
        var loan = Lending.own(need, by);
        if (loan.departed() + loan.broken() < 1) throw new Refused("resource.nothing-sent");
        if (sek != null && (sek < 0 || sek > DEAREST)) throw new Refused("resource.sek", DEAREST).at("sek");
        return new ResourceFact.CostNoted(sek, Plain.text(note, "note"));
    }

    /**
     * By the asker.
     *
     * @param cost the note's entry, as it was read: of a later one nothing is said yet
     * @param agrees null: not said
     * @throws NotMandated resource.asker; Refused resource.no-cost, resource.cost-changed, and at the field resource.answer,
     *     text.missing
     */
    static ResourceFact.CostAnswered settle(
            Need need,
            @Nullable String actor,
            @Nullable UUID cost,
            @Nullable Boolean agrees,
            @Nullable String reason,
            Acting by) {
        Lending.mustAsk(need, by);
        var lender = Lending.lender(need, actor, loan -> loan.agreed().cost() == null ? 0 : 1, "resource.no-cost");
        var noted = need.loan(lender).agreed().cost();
        if (noted == null) throw new Refused("resource.no-cost").at("actor");
        if (!noted.entry().equals(cost)) throw new Refused("resource.cost-changed");
        if (agrees == null) throw new Refused("resource.answer").at("agrees");
        return new ResourceFact.CostAnswered(lender, noted.entry(), agrees ? null : Plain.text(reason, "reason"));
    }
}
