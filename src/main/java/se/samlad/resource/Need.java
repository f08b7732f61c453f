package se.samlad.resource;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import se.samlad.access.Things;
import se.samlad.journal.Across;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.journal.Labels;
import se.samlad.journal.View;
import se.samlad.resource.ResourceFact.Answered;
import se.samlad.resource.ResourceFact.Raised;

/**
 * A need with all that was answered and lent: the fold of its facts.
 *
 * @param answers the latest by actor
 * @param loans by the lender
 * @param rank null: the directing forum has not ordered it
 * @param ended null: it is needed
 */
public record Need(
        UUID id,
        UUID incident,
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

    /**
     * What one actor lends: each number is how many have come so far or further, so none is above the one before it.
     *
     * @param promised without those that it could not keep
     * @param broken how many it could not keep
     * @param recalled why the lender wants them again; null: it does not
     */
    public record Loan(
            int promised,
            int accepted,
            int departed,
            int arrived,
            int sentBack,
            int returned,
            int broken,
            @Nullable String recalled,
            Instant since) {

        static Loan none(Instant at) {
            return new Loan(0, 0, 0, 0, 0, 0, 0, null, at);
        }

        /** How many are with the asker. */
        public int inUse() {
            return arrived - returned;
        }

        /** How far the furthest have come, as the last part of a text's key. */
        public String stage() {
            if (returned > 0 && returned >= arrived) return "RETURNED";
            if (sentBack > 0) return "SENT_BACK";
            if (arrived > 0) return "ARRIVED";
            if (departed > 0) return "DEPARTED";
            return accepted > 0 ? "ACCEPTED" : promised > 0 ? "PROMISED" : "NONE";
        }

        /** How many have come as far as {@link #stage} says. */
        public int counted() {
            return switch (stage()) {
                case "RETURNED" -> returned;
                case "SENT_BACK" -> sentBack;
                case "ARRIVED" -> arrived;
                case "DEPARTED" -> departed;
                default -> accepted;
            };
        }

        Loan promised(int more) {
            return new Loan(promised + more, accepted, departed, arrived, sentBack, returned, broken, recalled, since);
        }

        Loan accepted(int more) {
            return new Loan(promised, accepted + more, departed, arrived, sentBack, returned, broken, recalled, since);
        }

        Loan departed(int more) {
            return new Loan(promised, accepted, departed + more, arrived, sentBack, returned, broken, recalled, since);
        }

        Loan arrived(int more) {
            int there = arrived + more;
            return new Loan(
                    promised, accepted, Math.max(departed, there), there, sentBack, returned, broken, recalled, since);
        }

        Loan sentBack(int more) {
            return new Loan(promised, accepted, departed, arrived, sentBack + more, returned, broken, recalled, since);
        }

        Loan returned(int more) {
            int back = returned + more;
            return new Loan(
                    promised, accepted, departed, arrived, Math.max(sentBack, back), back, broken, recalled, since);
        }

        Loan recalled(String reason) {
            return new Loan(promised, accepted, departed, arrived, sentBack, returned, broken, reason, since);
        }

        Loan broken(int less) {
            int left = promised - less;
            return new Loan(
                    left,
                    Math.min(accepted, left),
                    Math.min(departed, left),
                    arrived,
                    sentBack,
                    returned,
                    broken + less,
                    recalled,
                    since);
        }
    }

    /** The needs of an incident. */
    public record All(PMap<UUID, Need> byId) {
        public static final View<All> VIEW = View.of(
                "resource.all", new All(HashTreePMap.empty()), ResourceFact.class, (all, e, f) -> all.apply(e, f));

        /** Those of all incidents that are not closed: what waits for whom. */
        static final Across<All> OPEN = new Across<>(View.of(
                "resource.open", new All(HashTreePMap.empty()), ResourceFact.class, (all, e, f) -> all.apply(e, f)
                        .withoutClosed(e.subject())));

        public Optional<Need> find(UUID id) {
            return Optional.ofNullable(byId.get(id));
        }

        private All apply(Entry by, ResourceFact fact) {
            if (fact instanceof Raised raised) return new All(byId.plus(by.id(), begun(by, raised)));
            var need = byId.get(by.subject());
            return need == null ? this : new All(byId.plus(need.id, need.after(by, fact)));
        }

        private All withoutClosed(UUID id) {
            return find(id).filter(need -> need.state() == State.CLOSED).isPresent() ? new All(byId.minus(id)) : this;
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
            case ResourceFact.Ranked r ->
                new Need(
                        id,
                        incident,
                        labels,
                        this.by,
                        this.at,
                        raised,
                        answers,
                        loans,
                        new Rank(r.rank(), r.reason(), by.by(), at),
                        ended);
            case ResourceFact.Promised p -> loan(actor, at, loan -> loan.promised(p.quantity()));
            case ResourceFact.Accepted a -> loan(a.actor(), at, loan -> loan.accepted(a.quantity()));
            case ResourceFact.Departed d -> loan(actor, at, loan -> loan.departed(d.quantity()));
            case ResourceFact.Arrived a -> loan(a.actor(), at, loan -> loan.arrived(a.quantity()));
            case ResourceFact.SentBack s -> loan(s.actor(), at, loan -> loan.sentBack(s.quantity()));
            case ResourceFact.Returned r -> loan(actor, at, loan -> loan.returned(r.quantity()));
            case ResourceFact.Recalled r -> loan(actor, at, loan -> loan.recalled(r.reason()));
            case ResourceFact.Broken b -> loan(actor, at, loan -> loan.broken(b.quantity()));
            case ResourceFact.Ended e ->
                new Need(
                        id,
                        incident,
                        labels,
                        this.by,
                        this.at,
                        raised,
                        answers,
                        loans,
                        rank,
                        new Ending(e.reason(), by.by(), at));
        };
    }

    private Need with(PMap<String, Said> said, PMap<String, Loan> lent) {
        return new Need(id, incident, labels, by, at, raised, said, lent, rank, ended);
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
}
