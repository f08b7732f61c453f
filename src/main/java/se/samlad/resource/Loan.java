package se.samlad.resource;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What one actor lends for a need: each number is how many have come so far or further, so none is above the one before it.
 *
 * @param promised without those that it could not keep
 * @param broken how many it could not keep
 * @param since when it was first promised
 */
public record Loan(
        int promised,
        int accepted,
        int departed,
        int arrived,
        int sentBack,
        int returned,
        int broken,
        Agreed agreed,
        Instant since) {

    /**
     * What the two have said beside the numbers.
     *
     * @param recalled why the lender wants them again; null: it does not
     * @param due until when it is lent, where the lender has agreed to another day than the need's; null: it has not
     * @param extension the latest that the borrower asked for; null: it has asked for none
     * @param instead what comes instead of what was promised, in the order of the facts
     * @param cost the latest note of the lender; null: none
     * @param items how many were promised of each line of the lender's catalogue
     * @param times when it came how far
     */
    public record Agreed(
            @Nullable String recalled,
            @Nullable Instant due,
            @Nullable Extension extension,
            PVector<Instead> instead,
            @Nullable Cost cost,
            PMap<UUID, Integer> items,
            Times times) {

        static final Agreed NOTHING =
                new Agreed(null, null, null, TreePVector.empty(), null, HashTreePMap.empty(), Times.NONE);
    }

    /**
     * When it happened, as stated.
     *
     * @param departed the first of them @param arrived the first @param returned the last that came back; null: none has
     */
    public record Times(
            @Nullable Instant departed,
            @Nullable Instant arrived,
            @Nullable Instant returned) {
        static final Times NONE = new Times(null, null, null);

        Times departed(Instant at) {
            return departed == null ? new Times(at, arrived, returned) : this;
        }

        Times arrived(Instant at) {
            return arrived == null ? new Times(departed, at, returned) : this;
        }

        Times returned(Instant at) {
            return new Times(departed, arrived, at);
        }
    }

    /** @param until what the borrower asks for @param reply null: the lender has not answered */
    public record Extension(
            Instant until,
            String reason,
            Instant at,
            @Nullable Reply reply) {

        /** @param until the day that the lender agrees to; null: it says no */
        public record Reply(
                @Nullable Instant until, @Nullable String reason, Instant at) {}

        public boolean isOpen() {
            return reply == null;
        }
    }

    /** So many of those promised are replaced. @param what comes instead */
    public record Instead(int quantity, String what, String reason, Instant at) {}

    /** @param entry the note's @param sek whole SEK; null: not stated @param answer null: the borrower has not answered */
    public record Cost(
            UUID entry,
            @Nullable Integer sek,
            String note,
            Instant at,
            @Nullable Answer answer) {

        /** @param disputed why; null: the borrower acknowledges it */
        public record Answer(@Nullable String disputed, Instant at) {}

        public boolean isDisputed() {
            return answer != null && answer.disputed != null;
        }

        public boolean isSettled() {
            return answer != null && answer.disputed == null;
        }
    }

    static Loan none(Instant at) {
        return new Loan(0, 0, 0, 0, 0, 0, 0, Agreed.NOTHING, at);
    }

    /** How many are with the asker. */
    public int inUse() {
        return arrived - returned;
    }

    /** How many are on loan: with the asker or on their way. */
    public int out() {
        return departed - returned;
    }

    public @Nullable String recalled() {
        return agreed.recalled;
    }

    /** Whether the borrower has asked for a later day and waits for the answer. */
    public boolean isExtensionAsked() {
        return agreed.extension != null && agreed.extension.isOpen();
    }

    /** Whether what one of the two says differs from what the other says: not all that went have come. */
    public boolean differs() {
        return arrived > 0 && departed > arrived || returned > 0 && sentBack > returned;
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

    private Loan with(Agreed now) {
        return new Loan(promised, accepted, departed, arrived, sentBack, returned, broken, now, since);
    }

    Loan promised(int more, @Nullable UUID item) {
        var items = item == null ? agreed.items : agreed.items.plus(item, agreed.items.getOrDefault(item, 0) + more);
        var now = new Agreed(
                agreed.recalled, agreed.due, agreed.extension, agreed.instead, agreed.cost, items, agreed.times);
        return new Loan(promised + more, accepted, departed, arrived, sentBack, returned, broken, now, since);
    }

    Loan accepted(int more) {
        return new Loan(promised, accepted + more, departed, arrived, sentBack, returned, broken, agreed, since);
    }

    private Agreed at(Times times) {
        return new Agreed(
                agreed.recalled, agreed.due, agreed.extension, agreed.instead, agreed.cost, agreed.items, times);
    }

    Loan departed(int more, Instant at) {
        var now = at(agreed.times.departed(at));
        return new Loan(promised, accepted, departed + more, arrived, sentBack, returned, broken, now, since);
    }

    Loan arrived(int more, Instant at) {
        var now = at(agreed.times.departed(at).arrived(at));
        int there = arrived + more;
        int gone = Math.max(departed, there);
        return new Loan(promised, accepted, gone, there, sentBack, returned, broken, now, since);
    }

    Loan sentBack(int more) {
        return new Loan(promised, accepted, departed, arrived, sentBack + more, returned, broken, agreed, since);
    }

    Loan returned(int more, Instant at) {
        var now = at(agreed.times.returned(at));
        int back = returned + more;
        int sent = Math.max(sentBack, back);
        return new Loan(promised, accepted, departed, arrived, sent, back, broken, now, since);
    }

    Loan broken(int less) {
        int left = promised - less;
        int taken = Math.min(accepted, left);
        int gone = Math.min(departed, left);
        var now = new Agreed(
                agreed.recalled,
                agreed.due,
                agreed.extension,
                agreed.instead,
                agreed.cost,
                atMost(agreed.items, left),
                agreed.times);
        return new Loan(left, taken, gone, arrived, sentBack, returned, broken + less, now, since);
    }

    /** So many at most over all lines: what is broken is taken from the first. */
    private static PMap<UUID, Integer> atMost(PMap<UUID, Integer> items, int most) {
        int over = items.values().stream().mapToInt(Integer::intValue).sum() - most;
        var left = items;
        for (var item : items.keySet().stream().sorted().toList()) {
            if (over <= 0) break;
            int many = left.getOrDefault(item, 0);
            int less = Math.min(over, many);
            left = less == many ? left.minus(item) : left.plus(item, many - less);
            over -= less;
        }
        return left;
    }

    /** How many of the line of the catalogue are promised or out, and not back. */
    public int bound(UUID item) {
        return Math.min(agreed.items.getOrDefault(item, 0), promised - returned);
    }

    Loan recalled(String reason) {
        return with(new Agreed(
                reason, agreed.due, agreed.extension, agreed.instead, agreed.cost, agreed.items, agreed.times));
    }

    Loan asked(Extension extension) {
        return with(new Agreed(
                agreed.recalled, agreed.due, extension, agreed.instead, agreed.cost, agreed.items, agreed.times));
    }

    Loan replied(Extension.Reply reply) {
        var asked = agreed.extension;
        if (asked == null) return this;
        var now = new Extension(asked.until, asked.reason, asked.at, reply);
        var due = reply.until == null ? agreed.due : reply.until;
        return with(new Agreed(agreed.recalled, due, now, agreed.instead, agreed.cost, agreed.items, agreed.times));
    }

    /** What comes instead must be accepted anew, as far as it was accepted and has not departed. */
    Loan replaced(Instead by) {
        var all = agreed.instead.plus(by);
        var now =
                new Agreed(agreed.recalled, agreed.due, agreed.extension, all, agreed.cost, agreed.items, agreed.times);
        int taken = Math.max(departed, accepted - by.quantity);
        return new Loan(promised, taken, departed, arrived, sentBack, returned, broken, now, since);
    }

    Loan charged(Cost cost) {
        return with(new Agreed(
                agreed.recalled, agreed.due, agreed.extension, agreed.instead, cost, agreed.items, agreed.times));
    }

    Loan answered(Cost.Answer answer) {
        var cost = agreed.cost;
        return cost == null ? this : charged(new Cost(cost.entry, cost.sek, cost.note, cost.at, answer));
    }
}
