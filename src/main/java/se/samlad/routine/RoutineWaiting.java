package se.samlad.routine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.journal.Entry;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What waits for who keeps one up to date: a fault that goes on, and a review that should have been done (G7, R4). */
@Component
class RoutineWaiting implements Waiting {

    private final Routines routines;

    RoutineWaiting(Routines routines) {
        this.routines = routines;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof RoutineFact;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var by = viewer.acting().filter(Keeping::speaks).orElse(null);
        if (by == null) return List.of();
        var today = OrdinaryForums.day(say.now());
        var items = new ArrayList<Item>();
        for (var of : routines.seenBy(viewer).inUse()) {
            if (!Keeping.owns(of, by)) continue;
            if (of.fails()) items.add(fault(of, say));
            if (of.isOverdue(today)) items.add(review(of, of.reviewBy(), say));
        }
        return items;
    }

    private static Item fault(Routine of, Say say) {
        var first = of.going().getFirst();
        return new Item(
                "routine-fault-" + of.id(),
                2,
                say.text("routine.turn.fault", title(of, say)),
                first.text(),
                first.at(),
                null,
                null,
                open(of, say));
    }

    private static Item review(Routine of, LocalDate day, Say say) {
        var since = day.atStartOfDay(Say.STOCKHOLM).toInstant();
        return new Item(
                "routine-review-" + of.id(),
                3,
                title(of, say),
                say.text("routine.turn.review", say.day(day)),
                since,
                since,
                null,
                open(of, say));
    }

    private static String title(Routine of, Say say) {
        return of.as().title().in(say.language());
    }

    private static Settle open(Routine of, Say say) {
        return new Settle.Go(say.text("routine.turn.open"), RoutinePages.PATH + "/" + of.id());
    }
}
