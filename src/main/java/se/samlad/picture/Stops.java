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
 * When the latest of what an incident's picture is made of happened, and when it was recorded: between two stops it is the same.
 *
 * @param kept at least the last {@value #MOST}, the last recorded first; twice as many are cut down to them, for to take away
 *     the oldest with each one that comes costs more than to fold the rest
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

    /** By the incident's own clock: an exercise has no use for when something was recorded. */
    List<Instant> of(Incident incident) {
        var all = new ArrayList<Instant>();
        for (var stop : latest()) {
            all.add(stop.occurredAt());
            if (!incident.isExercise()) all.add(stop.recordedAt());
        }
        return all;
    }
}
