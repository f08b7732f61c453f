package se.samlad.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer.Acting;
import se.samlad.catalogue.Kind;
import se.samlad.incident.Plain;
import se.samlad.journal.Refused;
import se.samlad.resource.ResourceFact.Answer;
import se.samlad.staff.StaffFact.Post;

/** The rules for needs and loans (D4, A4). Pure: no clock, no database, no Spring. */
final class Lending {

    static final int MOST = 100_000;
    private static final int RANKS = 999;
    static final Duration FURTHEST = Duration.ofDays(366);
    static final int READY = 60 * 24 * 30;

    private Lending() {}

    /** A need as it is sent; all may be missing. @param noted the entry in which it was first noted */
    record Wanted(
            @Nullable String what,
            @Nullable Integer quantity,
            @Nullable String where,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String ifNot,
            @Nullable String receiver,
            @Nullable Kind kind,
            @Nullable Post post,
            @Nullable String area,
            @Nullable UUID noted) {

        Wanted(
                @Nullable String what,
                @Nullable Integer quantity,
                @Nullable String where,
                @Nullable Instant from,
                @Nullable Instant until,
                @Nullable String ifNot,
                @Nullable String receiver) {
            this(what, quantity, where, from, until, ifNot, receiver, null, null, null, null);
        }
    }

    /** @throws NotMandated resource.who, for who only looks after people */
    static void mayAct(Acting by) {
        if (by.function().onlyAdministers()) throw new NotMandated("resource.who");
    }

    /**
     * People are asked for as a function for a time (R2).
     *
     * @throws Refused resource.quantity, resource.until, resource.post, resource.staff-until; text.missing, text.too-long, at
     *     the field
     */
    static ResourceFact.Raised raise(Wanted wanted, Instant now, Acting by) {
        mayAct(by);
        var what = Plain.title(wanted.what(), "what");
        int quantity = whole(wanted.quantity(), "quantity", MOST);
        var where = Plain.title(wanted.where(), "where");
        var from = wanted.from();
        var until = wanted.until();
        boolean over = until != null && !isAhead(until, now);
        if (over || until != null && from != null && !until.isAfter(from))
            throw new Refused("resource.until", FURTHEST.toDays()).at("until");
        if (wanted.kind() == Kind.STAFF && wanted.post() == null) throw new Refused("resource.post").at("post");
        if (wanted.kind() == Kind.STAFF && until == null) throw new Refused("resource.staff-until").at("until");
        return new ResourceFact.Raised(
                what,
                quantity,
                where,
                from,
                until,
                Plain.text(wanted.ifNot(), "ifNot"),
                Plain.optionalTitle(wanted.receiver(), "receiver"),
                wanted.kind(),
                wanted.kind() == Kind.STAFF ? wanted.post() : null,
                Plain.isEmpty(wanted.area()) ? null : wanted.area(),
                wanted.noted());
    }

    static int whole(@Nullable Integer number, String field, int most) {
        if (number == null || number < 1 || number > most) throw new Refused("resource.quantity", most).at(field);
        return number;
    }

    /** Between an actor and its own need nothing is lent. */
    private static void mustBeAsked(Need need, Acting by) {
        mayAct(by);
        mustBeNeeded(need);
        if (need.isOf(by.actor())) throw new NotMandated("resource.own");
    }

    static void mustBeNeeded(Need need) {
        if (need.ended() != null || need.state() == Need.State.CLOSED) throw new Refused("resource.ended");
    }

    static void mustAsk(Need need, Acting by) {
        mayAct(by);
        if (!need.isOf(by.actor())) throw new NotMandated("resource.asker");
    }

    /** An answer as it is sent; all may be missing. @param ready in minutes @param by when one that looks answers */
    record Answering(
            @Nullable Answer answer,
            @Nullable Integer quantity,
            @Nullable Integer ready,
            @Nullable String terms,
            @Nullable Instant by) {}

    /**
     * @throws NotMandated resource.who, resource.own; Refused resource.ended, and at the field resource.answer, -quantity,
     *     -partly, -ready, -by-when, text.too-long
     */
    static ResourceFact.Answered answer(Need need, Answering said, Instant now, Acting by) {
        mustBeAsked(need, by);
        var answer = said.answer();
        var quantity = said.quantity();
        var ready = ready(said.ready());
        if (answer == null) throw new Refused("resource.answer").at("answer");
        boolean offers = answer == Answer.OFFER || answer == Answer.PARTLY;
        Integer many = offers ? Integer.valueOf(whole(quantity, "quantity", MOST)) : null;
        if (answer == Answer.PARTLY && many != null && many >= need.raised().quantity())
            throw new Refused("resource.partly", need.raised().quantity()).at("quantity");
        var when = answer == Answer.LOOKING ? said.by() : null;
        if (when != null && !isAhead(when, now)) throw new Refused("resource.by-when", FURTHEST.toDays()).at("by");
        var terms = Plain.optional(said.terms(), "terms");
        return new ResourceFact.Answered(answer, many, answer == Answer.CANNOT ? null : ready, terms, when);
    }

    static @Nullable Integer ready(@Nullable Integer minutes) {
        if (minutes != null && (minutes < 0 || minutes > READY))
            throw new Refused("resource.ready").at("readyInMinutes");
        return minutes;
    }

    static boolean isAhead(Instant at, Instant now) {
        return at.isAfter(now) && !at.isAfter(now.plus(FURTHEST));
    }

    /** By those who lead the directing forum, which the caller has made sure of. @throws Refused resource.ended, -rank, text.missing */
    static ResourceFact.Ranked rank(Need need, @Nullable Integer rank, @Nullable String reason) {
        mustBeNeeded(need);
        if (rank == null || rank < 1 || rank > RANKS) throw new Refused("resource.rank-wrong", RANKS).at("rank");
        return new ResourceFact.Ranked(rank, Plain.text(reason, "reason"));
    }

    /** Only the lender promises. @throws NotMandated resource.who, resource.own; Refused resource.ended, -quantity */
    static ResourceFact.Promised promise(
            Need need, @Nullable Integer quantity, @Nullable String terms, @Nullable UUID item, Acting by) {
        mustBeAsked(need, by);
        int most = MOST - need.loan(by.actor()).promised();
        return new ResourceFact.Promised(whole(quantity, "quantity", most), Plain.optional(terms, "terms"), item);
    }

    /**
     * As many of the lender's as are promised and still needed.
     *
     * @param quantity null: all of those
     * @throws NotMandated resource.asker; Refused resource.ended, resource.covered, and at the field -which-lender, -not-promised,
     *     -at-most
     */
    static ResourceFact.Accepted accept(Need need, @Nullable String actor, @Nullable Integer quantity, Acting by) {
        mustAsk(need, by);
        mustBeNeeded(need);
        var lender = lender(need, actor, loan -> loan.promised() - loan.accepted(), "resource.not-promised");
        int room = need.raised().quantity() - need.sum(Loan::accepted);
        if (room < 1) throw new Refused("resource.covered");
        var loan = need.loan(lender);
        int most = Math.min(room, loan.promised() - loan.accepted());
        return new ResourceFact.Accepted(lender, quantity == null ? most : atMost(quantity, most));
    }

    /** @throws NotMandated resource.lender; Refused resource.ended, and at the field resource.at-most */
    static ResourceFact.Departed depart(Need need, @Nullable Integer quantity, Acting by) {
        var loan = own(need, by);
        mustBeNeeded(need);
        return new ResourceFact.Departed(atMost(quantity, loan.accepted() - loan.departed()));
    }

    /**
     * The lender says it of its own, the asker of anybody's.
     *
     * @param actor the lender; null: the one there is, or the one who says it
     */
    static ResourceFact.Arrived arrive(Need need, @Nullable String actor, @Nullable Integer quantity, Acting by) {
        var lender = ofWhom(need, actor, loan -> loan.accepted() - loan.arrived(), by);
        var loan = need.loan(lender);
        return new ResourceFact.Arrived(lender, atMost(quantity, loan.accepted() - loan.arrived()));
    }

    /** The asker sends back, the lender has back. @param actor as {@link #arrive} */
    static ResourceFact giveBack(Need need, @Nullable String actor, @Nullable Integer quantity, Acting by) {
        mayAct(by);
        if (!need.isOf(by.actor())) {
            var loan = own(need, by);
            return new ResourceFact.Returned(atMost(quantity, loan.arrived() - loan.returned()));
        }
        var lender = lender(need, actor, loan -> loan.arrived() - loan.sentBack(), "resource.nothing-there");
        var loan = need.loan(lender);
        return new ResourceFact.SentBack(lender, atMost(quantity, loan.arrived() - loan.sentBack()));
    }

    /** @throws NotMandated resource.lender; Refused resource.nothing-out, text.missing */
    static ResourceFact.Recalled recall(Need need, @Nullable String reason, Acting by) {
        var loan = own(need, by);
        if (loan.accepted() <= loan.sentBack()) throw new Refused("resource.nothing-out");
        return new ResourceFact.Recalled(Plain.text(reason, "reason"));
    }

    /** Of what has not arrived. @throws NotMandated resource.lender; Refused resource.at-most at the field, text.missing */
    static ResourceFact.Broken breakPromise(Need need, @Nullable Integer quantity, @Nullable String reason, Acting by) {
        var loan = own(need, by);
        int many = atMost(quantity, loan.promised() - loan.arrived());
        return new ResourceFact.Broken(many, Plain.text(reason, "reason"));
    }

    /** @throws NotMandated resource.asker; Refused resource.ended, text.missing */
    static ResourceFact.Ended end(Need need, @Nullable String reason, Acting by) {
        mustAsk(need, by);
        mustBeNeeded(need);
        return new ResourceFact.Ended(Plain.text(reason, "reason"));
    }

    static Loan own(Need need, Acting by) {
        mayAct(by);
        var loan = need.loans().get(by.actor());
        if (loan == null) throw new NotMandated("resource.lender");
        return loan;
    }

    static int atMost(@Nullable Integer quantity, int most) {
        if (most < 1) throw new Refused("resource.none-left").at("quantity");
        if (quantity == null || quantity < 1 || quantity > most)
            throw new Refused("resource.at-most", most).at("quantity");
        return quantity;
    }

    private static String ofWhom(Need need, @Nullable String actor, ToIntFunction<Loan> left, Acting by) {
        mayAct(by);
        if (need.isOf(by.actor())) return lender(need, actor, left, "resource.nothing-there");
        own(need, by);
        return by.actor();
    }

    /** The one that is named, or the only one of whose something is left. */
    static String lender(Need need, @Nullable String actor, ToIntFunction<Loan> left, String none) {
        List<String> all = need.loans().entrySet().stream()
                .filter(each -> left.applyAsInt(each.getValue()) > 0)
                .map(Map.Entry::getKey)
                .toList();
        if (!Plain.isEmpty(actor)) {
            var named = actor == null ? "" : actor.strip();
            if (!all.contains(named)) throw new Refused(none).at("actor");
            return named;
        }
        if (all.isEmpty()) throw new Refused(none).at("actor");
        if (all.size() > 1) throw new Refused("resource.which-lender").at("actor");
        return all.getFirst();
    }
}
