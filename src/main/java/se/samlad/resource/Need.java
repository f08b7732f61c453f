package se.samlad.resource;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Things;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.resource.ResourceFact.Answered;
import se.samlad.resource.ResourceFact.Raised;

/**
 * A need with all that was answered and lent: the fold of its facts.
 *
 * @param stream the incident's; the need's own in ordinary mode
 * @param answers the latest by actor
 * @param loans by the lender
 * @param rank null: the directing forum has not ordered it
 * @param ended null: it is needed
 */
public record Need(
        UUID id,
        UUID stream,
        Labels labels,
        By by,
        Instant at,
        Raised raised,
        PMap<String, Said> answers,
        PMap<String, Loan> loans,
        @Nullable Rank rank,
        @Nullable Ending ended)
        implements Things.Thing {

    /** As far as a need has come; it follows from the quantities. */
    public enum State {
        OPEN,
        PARTLY,
        COVERED,
        UNDER_WAY,
        IN_USE,
        RETURNING,
        CLOSED
    }

    public record Said(Answered answer, Instant at) {}

    public record Rank(int rank, String reason, By by, Instant at) {}

    public record Ending(String reason, By by, Instant at) {}

    /** What somebody should see to, beside the state; it follows from the facts and from what time it is. */
    public enum Flag {
        /** One that looks for it said when it would answer, and has not. */
        ANSWER_LATE,
        /** Something is promised that the asker has not accepted. */
        WAITS_FOR_ASKER,
        OVER_PROMISED,
        RETURN_OVERDUE,
        /** The borrower asks for a later day. */
        EXTENSION_ASKED,
        /** Not all that one says it sent have come, as the other says. */
        COUNTS_DIFFER,
        COST_DISPUTED
    }

    /** The needs of one stream, and what is offered there that nobody asked for. */
    public record All(PMap<UUID, Need> byId, PMap<UUID, Unasked> offers) {
        static final All NONE = new All(HashTreePMap.empty(), HashTreePMap.empty());

        public static final View<All> VIEW =
                View.of("resource.all", NONE, ResourceFact.class, (all, e, f) -> all.apply(e, f));

        public Optional<Need> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        public Optional<Unasked> offer(UUID id) {
            return Optional.ofNullable(offers.get(id));
        }

        All apply(Entry by, ResourceFact fact) {
            if (fact instanceof Raised raised) return new All(byId.plus(by.id(), begun(by, raised)), offers);
            if (fact instanceof ResourceFact.Offered o) return new All(byId, offers.plus(by.id(), Unasked.of(by, o)));
            var offer = offers.get(by.subject());
            if (offer != null) return new All(byId, offers.plus(offer.id(), offer.after(fact)));
            var need = byId.get(by.subject());
            if (need == null) return this;
            var after = new All(byId.plus(need.id, need.after(by, fact)), offers);
            return fact instanceof ResourceFact.TakenUp taken ? after.taken(taken) : after;
        }

        private All taken(ResourceFact.TakenUp taken) {
            var offer = offers.get(taken.offer());
            return offer == null ? this : new All(byId, offers.plus(offer.id(), offer.taken(taken.quantity())));
        }

        All without(UUID id) {
            return new All(byId.minus(id), offers.minus(id));
        }
    }

    private static Need begun(Entry by, Raised raised) {
        return new Need(
                by.id(),
                by.stream(),
                by.labels(),
                by.by(),
                by.occurredAt(),
                raised,
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                null,
                null);
    }

    private Need after(Entry by, ResourceFact fact) {
        var actor = by.by().actor();
        var at = by.occurredAt();
        return switch (fact) {
            case Raised r -> this;
            case Answered a -> with(answers.plus(actor, new Said(a, at)), loans);
            case ResourceFact.Ranked r -> with(new Rank(r.rank(), r.reason(), by.by(), at), ended);
            case ResourceFact.Promised p -> loan(actor, at, loan -> loan.promised(p.quantity(), p.item()));
            case ResourceFact.Accepted a -> loan(a.actor(), at, loan -> loan.accepted(a.quantity()));
            case ResourceFact.Departed d -> loan(actor, at, loan -> loan.departed(d.quantity(), at));
            case ResourceFact.Arrived a -> loan(a.actor(), at, loan -> loan.arrived(a.quantity(), at));
            case ResourceFact.SentBack s -> loan(s.actor(), at, loan -> loan.sentBack(s.quantity()));
            case ResourceFact.Returned r -> loan(actor, at, loan -> loan.returned(r.quantity(), at));
            case ResourceFact.Recalled r -> loan(actor, at, loan -> loan.recalled(r.reason()));
            case ResourceFact.Broken b -> loan(actor, at, loan -> loan.broken(b.quantity()));
            case ResourceFact.Terms t -> agreed(by, t);
            case ResourceFact.OfOffer o -> o instanceof ResourceFact.TakenUp t ? offeredBy(t, at) : this;
            case ResourceFact.Ended e -> with(rank, new Ending(e.reason(), by.by(), at));
        };
    }

    private Need agreed(Entry by, ResourceFact.Terms fact) {
        var at = by.occurredAt();
        var lender = by.by().actor();
        return switch (fact) {
            case ResourceFact.ExtensionAsked e ->
                loan(e.actor(), at, loan -> loan.asked(new Loan.Extension(e.until(), e.reason(), at, null)));
            case ResourceFact.ExtensionAnswered e ->
                loan(lender, at, loan -> loan.replied(new Loan.Extension.Reply(e.until(), e.reason(), at)));
            case ResourceFact.Replaced r ->
                loan(lender, at, loan -> loan.replaced(new Loan.Instead(r.quantity(), r.what(), r.reason(), at)));
            case ResourceFact.CostNoted c ->
                loan(lender, at, loan -> loan.charged(new Loan.Cost(by.id(), c.sek(), c.note(), at, null)));
            case ResourceFact.CostAnswered c ->
                loan(c.actor(), at, loan -> loan.answered(new Loan.Cost.Answer(c.disputed(), at)));
        };
    }

    /** What it offered unasked is its answer now. */
    private Need offeredBy(ResourceFact.TakenUp taken, Instant at) {
        var whole = taken.quantity() >= raised.quantity();
        var answer = new Answered(
                whole ? ResourceFact.Answer.OFFER : ResourceFact.Answer.PARTLY,
                taken.quantity(),
                taken.readyInMinutes(),
                taken.terms(),
                null);
        return with(answers.plus(taken.actor(), new Said(answer, at)), loans);
    }

    private Need with(@Nullable Rank placed, @Nullable Ending over) {
        return new Need(id, stream, labels, by, at, raised, answers, loans, placed, over);
    }

    private Need with(PMap<String, Said> said, PMap<String, Loan> lent) {
        return new Need(id, stream, labels, by, at, raised, said, lent, rank, ended);
    }

    private Need loan(String lender, Instant at, UnaryOperator<Loan> how) {
        var before = loans.getOrDefault(lender, Loan.none(at));
        return with(answers, loans.plus(lender, how.apply(before)));
    }

    /** What the lender lends; nothing, where it has promised nothing. */
    public Loan loan(String lender) {
        return loans.getOrDefault(lender, Loan.none(at));
    }

    /** Over all loans. */
    public int sum(ToIntFunction<Loan> number) {
        return loans.values().stream().mapToInt(number).sum();
    }

    /** How many nobody has promised. */
    public int missing() {
        return Math.max(0, raised.quantity() - sum(Loan::promised));
    }

    /** How many more than is needed were promised. */
    public int tooMany() {
        return Math.max(0, sum(Loan::promised) - raised.quantity());
    }

    /** Whether it is asked for in ordinary mode, in no incident. */
    public boolean isEveryday() {
        return id.equals(stream);
    }

    public boolean isOf(String actor) {
        return by.actor().equals(actor);
    }

    /** It follows from the quantities. A loan that is back covers the need no less than one that is there. */
    public State state() {
        int promised = sum(Loan::promised);
        int departed = sum(Loan::departed);
        int arrived = sum(Loan::arrived);
        int returned = sum(Loan::returned);
        if (ended != null) return departed > returned ? State.RETURNING : State.CLOSED;
        if (sum(Loan::sentBack) > 0 && returned < arrived) return State.RETURNING;
        if (promised == 0) return State.OPEN;
        if (missing() > 0) return State.PARTLY;
        if (returned >= promised) return State.CLOSED;
        if (arrived >= promised) return State.IN_USE;
        return departed > 0 ? State.UNDER_WAY : State.COVERED;
    }

    /** From when it is wanted. */
    public Instant begin() {
        return raised.from() == null ? at : raised.from();
    }

    /** Until when it is lent; null: until it is needed no more. */
    public @Nullable Instant due(Loan loan) {
        return loan.agreed().due() == null ? raised.until() : loan.agreed().due();
    }

    /** Whether the day has come, and not all is back. @param now by the clock of where it was asked for */
    public boolean isOverdue(Loan loan, Instant now) {
        var due = due(loan);
        return due != null && !now.isBefore(due) && loan.out() > 0;
    }

    /** Whether the actor looks for it, and the time has passed at which it would answer. */
    public boolean isLate(String actor, Instant now) {
        var said = answers.get(actor);
        if (said == null || loan(actor).promised() > 0) return false;
        var by = said.answer().by();
        return said.answer().answer() == ResourceFact.Answer.LOOKING && by != null && !now.isBefore(by);
    }

    /** How many of what is promised the asker may accept now. */
    public int acceptable() {
        return ended != null ? 0 : Math.min(sum(Loan::promised), raised.quantity()) - sum(Loan::accepted);
    }

    /** @param now by the clock of where it was asked for */
    public List<Flag> flags(Instant now) {
        var flags = EnumSet.noneOf(Flag.class);
        boolean goesOn = ended == null && state() != State.CLOSED;
        if (goesOn && answers.keySet().stream().anyMatch(actor -> isLate(actor, now))) flags.add(Flag.ANSWER_LATE);
        if (acceptable() > 0) flags.add(Flag.WAITS_FOR_ASKER);
        if (goesOn && tooMany() > 0) flags.add(Flag.OVER_PROMISED);
        for (var loan : loans.values()) {
            if (isOverdue(loan, now)) flags.add(Flag.RETURN_OVERDUE);
            if (loan.isExtensionAsked()) flags.add(Flag.EXTENSION_ASKED);
            if (loan.differs()) flags.add(Flag.COUNTS_DIFFER);
            if (loan.agreed().cost() != null && loan.agreed().cost().isDisputed()) flags.add(Flag.COST_DISPUTED);
        }
        return List.copyOf(flags);
    }
}
