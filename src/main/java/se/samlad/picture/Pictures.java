package se.samlad.picture;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.direction.AllDirections;
import se.samlad.forum.Forum;
import se.samlad.forum.ForumsView;
import se.samlad.incident.ExerciseClock;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.Incidents;
import se.samlad.journal.Journal;
import se.samlad.journal.Pick;
import se.samlad.place.Shaded;
import se.samlad.region.Land;
import se.samlad.report.Reports;
import se.samlad.report.Situation;

/** The joint pictures of incidents, as their viewers may see them. */
@Service
public class Pictures {

    /**
     * What the wall shows beside the map.
     *
     * @param important the last important rows, newest first
     * @param aim of the direction in force on the highest level; null: none is in force
     * @param next the open forum that meets next; null: none has a time
     */
    public record Wall(
            Picture picture,
            List<Important.Row> important,
            @Nullable String aim,
            @Nullable Forum next) {}

    private static final int MOVES = 5_000;

    private final Incidents incidents;
    private final Reports reports;
    private final Actors actors;
    private final Journal journal;
    private final Land land;

    Pictures(Incidents incidents, Reports reports, Actors actors, Journal journal, Land land) {
        this.land = land;
        this.incidents = incidents;
        this.reports = reports;
        this.actors = actors;
        this.journal = journal;
    }

    /**
     * The picture as the viewer may see it.
     *
     * @param recordedBy as it was known then, by the server's clock; null: now
     * @throws NotThere where there is no such incident, or the viewer may not see it
     */
    public Picture of(UUID incident, Viewer viewer, @Nullable Instant recordedBy) {
        return picture(incident, viewer, recordedBy, reports.in(incident, viewer, recordedBy));
    }

    /** The picture as it was known, and as it was, at times of the incident's own clock. */
    Picture asOf(Incident incident, Viewer viewer, AsOf asOf) {
        var knew = asOf.knew() == null ? null : recordedBy(incident, viewer, asOf.knew());
        if (asOf.was() == null) return of(incident.id(), viewer, knew);
        return picture(incident.id(), viewer, knew, reports.asItWas(incident.id(), viewer, asOf.was(), knew));
    }

    /**
     * Converts a time of the incident's own clock to the server's: the same, except in an exercise, whose clock stands
     * still until it is moved. Null where the clock has not come further.
     */
    private @Nullable Instant recordedBy(Incident incident, Viewer viewer, Instant clock) {
        if (!incident.isExercise()) return clock;
        return ExerciseClock.lastShowing(settings(incident, viewer), clock).orElse(null);
    }

    private List<ExerciseClock> settings(Incident incident, Viewer viewer) {
        return journal
                .list(Pick.after(incident.id(), 0, MOVES).only(journal.kindsOf(IncidentFact.class)), viewer)
                .stream()
                .flatMap(entry -> ExerciseClock.setBy(entry).stream())
                .toList();
    }

    /** Converts a time of the server's clock to the incident's own; null for null. */
    @Nullable
    Instant clockAt(Incident incident, Viewer viewer, @Nullable Instant at) {
        return at == null ? null : then(incident.id(), viewer, at).clock(at);
    }

    /** The time sliders: from the signal until now, with a stop at each of the latest reports. */
    Rails rails(Incident incident, Viewer viewer, AsOf asOf) {
        var stops = journal.view(Stops.VIEW, incident.id(), viewer).of(incident);
        return Rails.of(incident.signalled(), incident.clock(journal.now()), stops, asOf);
    }

    /** The changes since then, by the server's clock; null: all. */
    List<Changes.Change> changesSince(UUID incident, Viewer viewer, @Nullable Instant then) {
        var before = then == null ? Situation.NOTHING_SAID : reports.in(incident, viewer, then);
        return Changes.between(before, reports.in(incident, viewer, null));
    }

    /** The map of a picture. @param prefix put before all its ids; empty where it is live */
    Shaded shaded(Picture picture, String prefix) {
        return new Shaded(land.map(), picture.statuses(), picture.counts(), prefix);
    }

    /** Whether the map is drawn from the region's own outlines, and owes nobody else its attribution. */
    boolean isMapOwn() {
        return land.map().attribution().isEmpty();
    }

    /** @throws NotThere where the viewer may not see the incident */
    void mustSee(UUID id, Viewer viewer) {
        if (incidents.find(id, viewer).isEmpty()) throw new NotThere();
    }

    /** What the wall shows. @throws NotThere where the viewer may not see the incident */
    Wall wall(UUID id, Viewer viewer) {
        var incident = incidents.get(id, viewer);
        var now = incident.clock(journal.now());
        var directions = journal.view(AllDirections.VIEW, id, viewer).inForceByLevel();
        return new Wall(
                of(id, viewer, null),
                journal.view(Important.VIEW, id, viewer).rows().reversed(),
                directions.isEmpty() ? null : directions.getFirst().said().aim(),
                journal.view(ForumsView.VIEW, id, viewer).open().stream()
                        .filter(f -> meets(f).isAfter(now))
                        .min(Comparator.comparing(Pictures::meets))
                        .orElse(null));
    }

    private Picture picture(UUID id, Viewer viewer, @Nullable Instant recordedBy, Situation situation) {
        var incident = then(id, viewer, recordedBy);
        var forums = journal.view(ForumsView.VIEW, id, viewer, recordedBy);
        var concerns = forums.concerns(incident);
        var asked = actors.all().stream()
                .filter(a -> isAsked(a, incident, concerns, forums, situation))
                .toList();
        return Picture.of(asked, situation, concerns);
    }

    private static Instant meets(Forum forum) {
        return forum.next().at() == null ? Instant.MIN : forum.next().at();
    }

    /** The incident as it was recorded by then; as it is now where it was not signalled yet. */
    private Incident then(UUID id, Viewer viewer, @Nullable Instant recordedBy) {
        var now = incidents.get(id, viewer);
        if (recordedBy == null) return now;
        try {
            return incidents.get(id, viewer, recordedBy);
        } catch (NotThere e) {
            return now;
        }
    }

    /**
     * Whether the incident concerns the actor: it is open to it, the actor was assessed as affected, sits in an open
     * forum, or has reported anyway (F3).
     */
    static boolean isAsked(
            Actor actor, Incident incident, Map<String, Concern> concerns, ForumsView forums, Situation situation) {
        if (situation.missing(List.of(actor.code())).isEmpty()) return true;
        boolean part =
                actor.units().stream().anyMatch(u -> isAffected(concerns.get(Situation.key(actor.code(), u.code()))));
        if (part || isAffected(concerns.get(actor.code()))) return true;
        if (concerns.get(actor.code()) == Concern.NONE || actor.kind() == Actor.Kind.JOINT_FUNCTIONS) return false;
        if (forums.open().stream().anyMatch(f -> f.seats().has(actor.code()))) return true;
        var opened = incident.openedTo();
        return opened.contains("members") ? actor.member() : opened.contains("actor:" + actor.code());
    }

    private static boolean isAffected(@Nullable Concern concern) {
        return concern != null && concern != Concern.NONE;
    }
}
