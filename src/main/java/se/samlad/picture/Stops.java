package se.samlad.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import se.samlad.incident.Incident;
import se.samlad.journal.View;
import se.samlad.report.ReportFact;

/**
 * When the latest of what was reported and noted in an incident happened, and when it was recorded.
 *
 * @param kept at least the last {@value #MOST}, in the order in which they were recorded; twice as many are cut down to them,
 *     for to take away the first with each one that comes costs more than to fold the rest
 */
record Stops(PVector<Stop> kept) {

    static final int MOST = 500;

    static final View<Stops> VIEW = View.of(
            "picture.stops",
            new Stops(TreePVector.empty()),
            ReportFact.class,
            (state, entry, fact) -> state.plus(new Stop(entry.occurredAt(), entry.recordedAt())));

    record Stop(Instant occurredAt, Instant recordedAt) {}

    private Stops plus(Stop stop) {
        var more = kept.plus(stop);
        return new Stops(more.size() < 2 * MOST ? more : TreePVector.from(new Stops(more).latest()));
    }

    List<Stop> latest() {
        return kept.stream().skip(Math.max(0, kept.size() - MOST)).toList();
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
