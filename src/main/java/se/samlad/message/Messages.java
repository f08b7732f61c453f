package se.samlad.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Marking;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Occurred;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;

/** All messages, for those who write, check, publish and read them. */
@Service
public class Messages {

    private final Journal journal;
    private final Incidents incidents;

    Messages(Journal journal, Incidents incidents) {
        this.journal = journal;
        this.incidents = incidents;
    }

    /** What is said in an incident, as the viewer may see it. @throws NotThere where it may not see the incident */
    public Said in(UUID incident, Viewer viewer) {
        return in(incident, viewer, null);
    }

    /** As it was recorded by then, or now for null. @throws NotThere where the viewer may not see the incident */
    public Said in(UUID incident, Viewer viewer, @Nullable Instant recordedBy) {
        incidents.get(incident, viewer);
        return journal.view(Said.VIEW, incident, viewer, recordedBy);
    }

    /** @throws NotThere where there is none, or none for this viewer */
    public Message get(UUID incident, UUID id, Viewer viewer) {
        return in(incident, viewer).find(id).orElseThrow(NotThere::new);
    }

    /** The latest title that the viewer may see; empty where it sees none. */
    Optional<String> title(UUID incident, UUID id, Viewer viewer) {
        return journal.view(Said.VIEW, incident, viewer).find(id).map(m -> m.wording()
                .title());
    }

    /** @throws Refused incident.ended; and as {@link Communicating#draft} */
    public Recorded draft(UUID id, Wording said, @Nullable Marking marking, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var incident = incidents.guarded(facing, id, by);
            mustGoOn(incident);
            var fact = Communicating.draft(said, marking);
            return List.of(Draft.ofNewSubject(id, fact, incidents.labels(facing, id, marking, by))
                    .happened(Occurred.at(incident, null, null, facing.now()))
                    .marked(Marking.stored(marking)));
        });
    }

    /** Other words, before it is published or for a new version of it. */
    public Recorded reword(UUID incident, UUID id, Wording said, Acting by, Once once) {
        return steer(incident, id, by, once, (in, message) -> Communicating.reword(message, said, by));
    }

    public Recorded check(UUID incident, UUID id, Acting by, Once once) {
        return steer(incident, id, by, once, (in, message) -> Communicating.check(message, by));
    }

    /** Sends a message back to its writer. */
    public Recorded sendBack(UUID incident, UUID id, @Nullable String reason, Acting by, Once once) {
        return steer(incident, id, by, once, (in, message) -> Communicating.sendBack(message, by, reason));
    }

    public Recorded agree(UUID incident, UUID id, Acting by, Once once) {
        return steer(incident, id, by, once, (in, message) -> Communicating.agree(message, by));
    }

    public Recorded publish(UUID incident, UUID id, Acting by, Once once) {
        return steer(incident, id, by, once, (in, message) -> Communicating.publish(message, by, in.isExercise()));
    }

    /** Takes back what is out; after stand-down too, since what no longer holds must never be left standing. */
    public Recorded withdraw(UUID incident, UUID id, @Nullable String reason, Acting by, Once once) {
        return decide(incident, id, by, once, (in, message) -> Communicating.withdraw(message, by, reason));
    }

    /** Gives up what is on its way; after stand-down too. */
    public Recorded discard(UUID incident, UUID id, @Nullable String reason, Acting by, Once once) {
        return decide(incident, id, by, once, (in, message) -> Communicating.discard(message, by, reason));
    }

    private Recorded steer(
            UUID incident, UUID id, Acting by, Once once, BiFunction<Incident, Message, MessageFact> verb) {
        return decide(incident, id, by, once, (in, message) -> {
            mustGoOn(in);
            return verb.apply(in, message);
        });
    }

    private Recorded decide(
            UUID incident, UUID id, Acting by, Once once, BiFunction<Incident, Message, MessageFact> verb) {
        mustSeeFromTheFirst(id, by.viewer());
        return by.record(journal, once, facing -> {
            var in = incidents.guarded(facing, incident, by);
            var message =
                    facing.state(Said.VIEW, incident, by.viewer()).find(id).orElseThrow(NotThere::new);
            facing.guard(id);
            return List.of(entry(in, message, verb.apply(in, message), facing.now()));
        });
    }

    /** What is out may be seen by more than those who decide on it. */
    private void mustSeeFromTheFirst(UUID id, Viewer viewer) {
        if (journal.find(id, viewer)
                .filter(first -> first.fact() instanceof MessageFact.Drafted)
                .isEmpty()) throw new NotThere();
    }

    private static Draft entry(Incident in, Message message, MessageFact fact, Instant now) {
        boolean out = fact instanceof MessageFact.Published || fact instanceof MessageFact.Withdrawn;
        var labels = out ? Communicating.labelsOut(message, fact) : message.labels();
        var wider = !labels.equals(message.labels());
        return Draft.on(in.id(), message.id(), fact, labels)
                .happened(Occurred.at(in, null, null, now))
                .marked(wider ? Marking.stored(new Marking(List.of(Labels.PUBLIC), null, null)) : message.marking());
    }

    private static void mustGoOn(Incident incident) {
        if (incident.state() == Incident.State.STOOD_DOWN) throw new Refused("incident.ended");
    }
}
