package se.samlad.conference;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Marking;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.conference.ConferenceFact.Said;
import se.samlad.conference.Conferences.Scene;
import se.samlad.conference.Minutes.Line;
import se.samlad.direction.Direction;
import se.samlad.direction.Directions;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.Refused;
import se.samlad.report.Aloud;
import se.samlad.report.ReportFact;
import se.samlad.report.Status;

/** The entries in the incident that say the same as a line of the conference: rows of its log, reports, and stances. */
@Component
class SaidInLog {

    private final Actors actors;
    private final Aloud aloud;
    private final Directions directions;
    private final Incidents incidents;

    SaidInLog(Actors actors, Aloud aloud, Directions directions, Incidents incidents) {
        this.incidents = incidents;
        this.actors = actors;
        this.aloud = aloud;
        this.directions = directions;
    }

    /** The row of the log; null: there is no incident, or there is nothing to say in it. */
    @Nullable
    Draft row(Scene scene, ConferenceFact.Spoken said) {
        if (scene.incident() == null) return null;
        var noted = said.actor();
        if (noted == null || noted.equals(scene.by().actor()))
            return inOwnName(scene, said.kind(), said.text(), said.reason(), said.status());
        if (said.kind() == Said.NOTHING_NEW) return null;
        return aloud.relayed(aloud(scene), actors.shortName(noted, "sv"), said.text());
    }

    /** What was noted for the actor, in its own name now; null as for {@link #row}. @param words as it stands by them */
    @Nullable
    Draft own(Scene scene, Line noted, String words) {
        if (scene.incident() == null) return null;
        var stance = noted.stance();
        if (stance == null) return inOwnName(scene, noted.kind(), words, noted.reason(), noted.status());
        if (scene.by().function().unit() != null)
            throw new NotMandated("direction.stance-mandate"); // it was noted of the whole
        var direction = Objects.requireNonNull(noted.entry());
        return directions.taken(scene.of().facing(), scene.incident(), direction, stance, noted.reason(), scene.by());
    }

    /**
     * The directions in force in the conference's incident that all who see the conference see, since their aim stands in the
     * protocol. None for a standing forum's conference.
     */
    List<Direction> inForce(Conference conference, Viewer viewer) {
        var incident = conference.called().incident();
        if (incident == null) return List.of();
        var about = incidents.get(incident, viewer);
        return directions.in(incident, viewer, null).in(Direction.State.AGREED).stream()
                .filter(d -> about.isSharedWith(d.labels())
                        || d.labels().all().containsAll(conference.labels().all()))
                .toList();
    }

    /** The direction that a stance is about. @throws Refused conference.no-such-direction */
    Direction direction(Scene scene, @Nullable UUID direction) {
        var found = inForce(scene.conference(), scene.by().viewer()).stream()
                .filter(d -> d.id().equals(direction))
                .findFirst()
                .orElseThrow(() -> new Refused("conference.no-such-direction").at("direction"));
        scene.of().facing().guard(found.id());
        return found;
    }

    private @Nullable Draft inOwnName(
            Scene scene, Said kind, String text, @Nullable String reason, @Nullable Status status) {
        var to = aloud(scene);
        return switch (kind) {
            case NOTHING_NEW -> aloud.nothingNew(to).orElse(null);
            case REPORT -> aloud.report(to, status, text);
            case NOTE -> aloud.row(to, ReportFact.Kind.NOTE, text, reason);
            case NEED -> aloud.row(to, ReportFact.Kind.NEED, text, reason);
            case DECISION -> aloud.row(to, ReportFact.Kind.DECISION, text, reason);
            case MEASURE -> aloud.row(to, ReportFact.Kind.MEASURE, text, reason);
            case QUESTION, STANCE -> null; // the log has its own rows of questions and stances
        };
    }

    /** For those who see the conference: all who see the incident, or the forum alone. */
    private static Aloud.Said aloud(Scene scene) {
        var incident = Objects.requireNonNull(scene.incident());
        var conference = scene.conference();
        var marking = incident.isSharedWith(conference.labels())
                ? null
                : new Marking(List.of("forum:" + conference.called().forum()), null, null);
        return new Aloud.Said(scene.of().facing(), incident, scene.by(), marking);
    }
}
