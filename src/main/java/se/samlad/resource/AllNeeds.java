package se.samlad.resource;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.pcollections.OrderedPSet;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.View;

/**
 * The needs of all incidents and of ordinary mode: all that go on, and the latest of those that are over and something was lent
 * for.
 *
 * @param closed those that are over, the oldest first
 */
record AllNeeds(Need.All all, OrderedPSet<UUID> closed) {

    /** So many that are over are kept for the lists of what was lent. */
    static final int KEPT = 2_000;

    static final Across<AllNeeds> ACROSS = new Across<>(View.of(
            "resource.everywhere",
            new AllNeeds(Need.All.NONE, OrderedPSet.empty()),
            ResourceFact.class,
            (all, e, f) -> all.apply(e, f)));

    private AllNeeds apply(Entry by, ResourceFact fact) {
        var after = all.apply(by, fact);
        var id = by.subject();
        if (after.offer(id).filter(Unasked::withdrawn).isPresent()) return new AllNeeds(after.without(id), closed);
        var need = after.find(id);
        if (need.isEmpty()) return new AllNeeds(after, closed);
        if (need.get().state() != Need.State.CLOSED) return new AllNeeds(after, closed.minus(id));
        if (need.get().loans().isEmpty()) return new AllNeeds(after.without(id), closed.minus(id));
        var over = closed.plus(id);
        if (over.size() <= KEPT) return new AllNeeds(after, over);
        var oldest = over.iterator().next();
        return new AllNeeds(after.without(oldest), over.minus(oldest));
    }

    /** Those that go on and that the viewer may see. */
    Stream<Need> open(Viewer viewer) {
        return seenBy(viewer).filter(need -> need.state() != Need.State.CLOSED);
    }

    Stream<Need> seenBy(Viewer viewer) {
        return all.byId().values().stream().filter(need -> viewer.sees(need.labels()));
    }

    /**
     * How many too many the actor has promised of each line of its catalogue in the same time. What it has promised for a need is
     * bound from when the need begins until the day of the loan, or until it is back.
     *
     * @param numbers how many there are, by the line's id
     * @param needs that are not closed
     */
    static Map<UUID, Integer> overPromised(String actor, Map<UUID, Integer> numbers, List<Need> needs) {
        var lent = needs.stream()
                .filter(need -> !need.loan(actor).agreed().items().isEmpty())
                .toList();
        var over = new HashMap<UUID, Integer>();
        numbers.forEach((item, number) -> {
            // the most are bound at a moment when one of them begins
            int most = lent.stream()
                    .mapToInt(begins -> lent.stream()
                            .filter(need -> need == begins || isBound(need, actor, begins.begin()))
                            .mapToInt(need -> need.loan(actor).bound(item))
                            .sum())
                    .max()
                    .orElse(0);
            if (most > number) over.put(item, most - number);
        });
        return over;
    }

    /** What is out past its day is bound still. */
    private static boolean isBound(Need need, String actor, Instant at) {
        var loan = need.loan(actor);
        var due = need.due(loan);
        return !need.begin().isAfter(at) && (due == null || due.isAfter(at) || loan.out() > 0);
    }
}
