package se.samlad.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What waits: an activity that others wrote for the actor, and each month how those stand that it has (G2). */
@Component
class PlanWaiting implements Waiting {

    private final YearPlans plans;

    PlanWaiting(YearPlans plans) {
        this.plans = plans;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof PlanFact;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var by = viewer.acting().filter(Planning::speaks).orElse(null);
        if (by == null) return List.of();
        var today = OrdinaryForums.day(say.now());
        var items = new ArrayList<Item>();
        for (var of : plans.seenBy(viewer).activities().values()) {
            if (!of.isOf(by.actor()) || of.isOver()) continue;
            if (!of.isTaken())
                items.add(item("take", of, of.versions().getLast().at(), say));
            else if (isUnsaid(of, today)) items.add(item("state", of, start(today), say));
        }
        return items;
    }

    /** Whether nothing was said of it this month, though it has begun. */
    static boolean isUnsaid(Activity of, LocalDate today) {
        if (of.as().from().isAfter(today)) return false;
        var last = of.last();
        var said = last == null ? of.versions().getFirst().at() : last.at();
        return said.isBefore(start(today));
    }

    /** The first moment of the day's month. */
    private static Instant start(LocalDate today) {
        return today.withDayOfMonth(1).atStartOfDay(Say.STOCKHOLM).toInstant();
    }

    private static Item item(String what, Activity of, Instant since, Say say) {
        var page = PlanPages.ACTIVITIES + "/" + of.id();
        var press =
                new Settle.Press(say.text("plan.turn." + what + "-it"), page + "/state", Map.of("nothingNew", "true"));
        return new Item(
                "plan-" + what + "-" + of.id(),
                3,
                of.as().title(),
                say.text("plan.turn." + what, say.day(of.as().by())),
                since,
                null,
                null,
                new Settle.Either(press, new Settle.Go(say.text("plan.turn.open"), page)));
    }
}
