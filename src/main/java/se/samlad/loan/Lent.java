package se.samlad.loan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samlad.access.Viewer;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.resource.Loan;
import se.samlad.resource.Need;
import se.samlad.resource.Resources;

/**
 * A loan as one of the two has it.
 *
 * @param lends whether the actor lends it; else it borrows
 * @param other the code of the other one
 * @param incident null: in ordinary mode
 * @param now by the clock of where it was asked for
 */
record Lent(
        Need need,
        Loan loan,
        boolean lends,
        String other,
        @Nullable Incident incident,
        Instant now) {

    /** As far as a loan has come, for who looks over many. */
    enum State {
        OVERDUE,
        /** With the borrower or on its way. */
        OUT,
        AHEAD,
        OVER
    }

    State state() {
        if (need.isOverdue(loan, now)) return State.OVERDUE;
        if (loan.out() > 0) return State.OUT;
        boolean ends = need.state() == Need.State.CLOSED || loan.promised() == loan.returned();
        return ends || incident != null && !incident.isOpen() ? State.OVER : State.AHEAD;
    }

    @Nullable
    Instant due() {
        return need.due(loan);
    }

    /**
     * What the actor lends and has borrowed, over all incidents and ordinary mode: what is overdue first, then what is out, each
     * by its day.
     */
    static List<Lent> of(String actor, Resources resources, Incidents incidents, Viewer viewer, Instant now) {
        var known = new HashMap<UUID, Optional<Incident>>();
        var all = new ArrayList<Lent>();
        resources.everywhere(viewer).filter(need -> concerns(need, actor)).forEach(need -> {
            var incident = need.isEveryday()
                    ? Optional.<Incident>empty()
                    : known.computeIfAbsent(need.stream(), id -> incidents.find(id, viewer));
            if (incident.isEmpty() && !need.isEveryday()) return;
            var at = incident.map(each -> each.clock(now)).orElse(now);
            need.loans().forEach((lender, loan) -> {
                boolean lends = lender.equals(actor);
                if (loan.promised() + loan.broken() == 0 || !lends && !need.isOf(actor)) return;
                var other = lends ? need.by().actor() : lender;
                all.add(new Lent(need, loan, lends, other, incident.orElse(null), at));
            });
        });
        all.sort(Comparator.comparing(Lent::state)
                .thenComparing(Lent::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(lent -> lent.need().id())
                .thenComparing(Lent::other));
        return all;
    }

    private static boolean concerns(Need need, String actor) {
        return need.isOf(actor) || need.loans().containsKey(actor);
    }
}
