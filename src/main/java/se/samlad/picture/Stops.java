package se.samlad.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;
import se.samlad.incident.Incident;
import se.samlad.journal.View;
import se.samlad.report.ReportFact;

/**
 * The times at which the latest entries of an incident's picture happened and were recorded. Between two of them the
 * picture does not change.
 *
 * @param kept at least the last {@value #MOST}, the last recorded first; cut down to them when there are twice as many,
 *     since removing the oldest with each new one would cost more than all other folding
 */
record Stops(PStack<Stop> kept) {

    static final int MOST = 500;

    static final View<Stops> VIEW = View.of(
            "picture.stops",
            new Stops(ConsPStack.empty()),
            ReportFact.Pictured.class,
            (state, entry, fact) -> state.plus(new Stop(entry.occurredAt(), entry.recordedAt())));

    record Stop(Instant occurredAt, Instant recordedAt) {}

    private Stops plus(Stop stop) {
        var more = kept.plus(stop);
        return new Stops(more.size() < 2 * MOST ? more : ConsPStack.from(new Stops(more).latest()));
    }

    /** Newest first. */
    List<Stop> latest() {
        return kept.stream().limit(MOST).toList();
    }

    /**
     * The stops by the incident's own clock. An exercise leaves out recording times, which are by the server's clock.
     */
    List<Instant> of(Incident incident) {
        var all = new ArrayList<Instant>();
        for (var stop : latest()) {
            all.add(stop.occurredAt());
            if (!incident.isExercise()) all.add(stop.recordedAt());
        }
        return all;
    }
}
