package se.samlad.picture;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.incident.Concern;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Journal.Pick;
import se.samlad.place.CountyMap;
import se.samlad.place.Shaded;
import se.samlad.report.ReportFact;
import se.samlad.report.Reports;
import se.samlad.report.Situation;

/** The joint picture of each incident, for whoever looks. */
@Service
public class Pictures {

    private static final int MOVES = 5_000;

    private final Incidents incidents;
    private final Reports reports;
    private final Actors actors;
    private final CountyMap map;
    private final Journal journal;

    Pictures(Incidents incidents, Reports reports, Actors actors, CountyMap map, Journal journal) {
        this.incidents = incidents;
        this.reports = reports;
        this.actors = actors;
        this.map = map;
        this.journal = journal;
    }

    /**
     * The picture as the viewer may see it.
     *
     * @param recordedBy as it was known then, by our clock; null: now
     * @throws NotThere where there is no such incident, or none for this viewer
     */
    public Picture of(UUID incident, Viewer viewer, @Nullable Instant recordedBy) {
        return picture(incident, viewer, recordedBy, reports.in(incident, viewer, recordedBy));
    }

    /** The picture as we knew it and as it was at times of the incident's own clock. */
    Picture asOf(Incident incident, Viewer viewer, AsOf asOf) {
        var knew = asOf.knew() == null ? null : recordedBy(incident, viewer, asOf.knew());
        if (asOf.was() == null) return of(incident.id(), viewer, knew);
        return picture(incident.id(), viewer, knew, reports.asItWas(incident.id(), viewer, asOf.was(), knew));
    }

    /**
     * When by our clock the incident's own showed that time: the same, but for an exercise, whose clock stands still
     * until it is put forward.
     */
    private Instant recordedBy(Incident incident, Viewer viewer, Instant clock) {
        if (!incident.isExercise()) return clock;
        return moves(incident, viewer).stream()
                .filter(e ->
                        e.fact() instanceof IncidentFact.ClockMoved m && m.now().isAfter(clock))
                .findFirst()
                .map(e -> e.recordedAt().minus(1, ChronoUnit.MICROS))
                .orElse(Instant.MAX.minus(1, ChronoUnit.DAYS));
    }

    private List<Entry> moves(Incident incident, Viewer viewer) {
        var kinds = journal.kindsOf(IncidentFact.class).stream()
                .filter(k -> k.startsWith("incident.clock-moved."))
                .toList();
        return journal.list(Pick.after(incident.id(), 0, MOVES).only(kinds), viewer);
    }

    /** What the incident's own clock showed at a time of ours; null for null. */
    @Nullable
    Instant clockAt(Incident incident, Viewer viewer, @Nullable Instant at) {
        return at == null ? null : then(incident.id(), viewer, at).clock(at);
    }

    /** The rails of time: from the signal until now, with a stop at each of the latest reports. */
    Rails rails(Incident incident, Viewer viewer, AsOf asOf) {
        var kinds = journal.kindsOf(ReportFact.class);
        var stops = new ArrayList<Instant>();
        for (var entry : journal.list(Pick.newest(incident.id(), 0, Rails.MOST).only(kinds), viewer)) {
            stops.add(entry.occurredAt());
            if (!incident.isExercise()) stops.add(entry.recordedAt());
        }
        return Rails.of(incident.signalled(), incident.clock(journal.now()), stops, asOf);
    }

    /** What is new since then, by our clock; null: all. */
    List<Changes.Change> changesSince(UUID incident, Viewer viewer, @Nullable Instant then) {
        var before = then == null ? Situation.NOTHING_SAID : reports.in(incident, viewer, then);
        return Changes.between(before, reports.in(incident, viewer, null));
    }

    /** The last that mattered, newest first. @throws NotThere where the viewer may not see the incident */
    List<Important.Row> important(UUID incident, Viewer viewer) {
        incidents.get(incident, viewer);
        return journal.view(Important.VIEW, incident, viewer).rows().reversed();
    }

    /** The map of a picture. @param prefix before all its ids; empty where it is live */
    Shaded shaded(Picture picture, String prefix) {
        return new Shaded(map, picture.statuses(), picture.counts(), prefix);
    }

    private Picture picture(UUID id, Viewer viewer, @Nullable Instant recordedBy, Situation situation) {
        var incident = then(id, viewer, recordedBy);
        return Picture.of(asked(incident, situation), situation, incident.concerns());
    }

    /** The incident as it was recorded by then; as it is now where it had not been signalled. */
    private Incident then(UUID id, Viewer viewer, @Nullable Instant recordedBy) {
        var now = incidents.get(id, viewer);
        if (recordedBy == null) return now;
        try {
            return incidents.get(id, viewer, recordedBy);
        } catch (NotThere e) {
            return now;
        }
    }

    /** Whom it concerns: those it was opened to, who was weighed to be affected, and who has said something (F3). */
    private List<Actor> asked(Incident incident, Situation situation) {
        return actors.all().stream()
                .filter(a -> isAsked(a, incident, situation))
                .toList();
    }

    static boolean isAsked(Actor actor, Incident incident, Situation situation) {
        if (situation.missing(List.of(actor.code())).isEmpty()) return true;
        var concern = incident.concern(actor.code(), null).orElse(null);
        if (concern != null) return concern != Concern.NONE;
        if (actor.units().stream().anyMatch(u -> incident.concern(actor.code(), u.code())
                .filter(c -> c != Concern.NONE)
                .isPresent())) return true;
        if (actor.kind() == Actor.Kind.JOINT_FUNCTIONS) return false;
        var opened = incident.openedTo();
        return opened.contains("members") ? actor.member() : opened.contains("actor:" + actor.code());
    }
}
