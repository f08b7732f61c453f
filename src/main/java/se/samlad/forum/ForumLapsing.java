package se.samlad.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Reader;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.journal.ViewFailed;
import se.samlad.lapse.Lapsing;

/**
 * Records that a forum's next meeting passed without being held, by its incident's clock. Somebody must then set a new
 * time (I3).
 */
@Component
class ForumLapsing implements Lapsing {

    /** The grace period after the planned time, because people are late. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private final Journal journal;
    private final Incidents incidents;
    private final Actors actors;

    ForumLapsing(Journal journal, Incidents incidents, Actors actors) {
        this.journal = journal;
        this.incidents = incidents;
        this.actors = actors;
    }

    @Override
    public List<Lapse> due(Instant now) {
        return incidents.open().flatMap(incident -> due(incident, now)).toList();
    }

    /** None where the incident's forums can't be folded: its readers are told so, and the other incidents go on. */
    private Stream<Lapse> due(Incident incident, Instant now) {
        ForumsView there;
        try {
            there = journal.view(ForumsView.VIEW, incident.id(), Reader.ALL);
        } catch (ViewFailed no) {
            return Stream.empty();
        }
        var clock = incident.clock(now);
        return there.open().stream().flatMap(forum -> Stream.ofNullable(missed(forum, clock))
                .map(at ->
                        new Lapse(forum.id(), at, actors.secretariat(), f -> lapse(f, incident.id(), forum.id(), at))));
    }

    /** The time of the planned meeting that was not held; null: none was missed. */
    static @Nullable Instant missed(Forum forum, Instant clock) {
        var at = forum.next().at();
        if (at == null
                || clock.isBefore(at.plus(GRACE))
                || at.equals(forum.course().missed())) return null;
        var gathered = forum.course().gathered();
        return gathered != null && !gathered.isBefore(at.minus(GRACE)) ? null : at;
    }

    /** @throws Refused forum.not-missed, if the meeting was held or moved, or the forum has ended */
    private static List<Draft> lapse(Verb.Facing facing, UUID stream, UUID id, Instant at) {
        facing.guard(stream);
        facing.guard(id);
        var incident = facing.state(Incident.VIEW, stream, Reader.ALL);
        var clock = incident.clock(facing.now());
        var forum = facing.state(ForumsView.VIEW, stream, Reader.ALL)
                .find(id)
                .filter(Forum::isOpen)
                .filter(f -> at.equals(missed(f, clock)))
                .orElseThrow(() -> new Refused("forum.not-missed"));
        return List.of(Draft.on(stream, id, new ForumFact.Missed(at), forum.labels())
                .happened(incident.isExercise() ? clock : null));
    }
}
