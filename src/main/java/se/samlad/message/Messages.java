package se.samlad.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Marking;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
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
    private final Things<Incident, Said, Message> messages;

    Messages(Journal journal, Incidents incidents) {
        this.journal = journal;
        this.incidents = incidents;
        this.messages = new Things<>(journal, incidents, MessageFact.Drafted.class, Said.VIEW, Said::find);
    }

    /** The incident's messages that the viewer may see. @throws NotThere if it may not see the incident */
    public Said in(UUID incident, Viewer viewer) {
        return in(incident, viewer, null);
    }

    /** The same, as recorded by a time; null: now. @throws NotThere if the viewer may not see the incident */
    public Said in(UUID incident, Viewer viewer, @Nullable Instant recordedBy) {
        incidents.get(incident, viewer);
        return journal.view(Said.VIEW, incident, viewer, recordedBy);
    }

    /** @throws NotThere if there is no such message, or the viewer may not see it */
    public Message get(UUID incident, UUID id, Viewer viewer) {
        return in(incident, viewer).find(id).orElseThrow(NotThere::new);
    }

    /** The message's latest title that the viewer may see; empty if it sees none. */
    Optional<String> title(UUID incident, UUID id, Viewer viewer) {
        return journal.view(Said.VIEW, incident, viewer).find(id).map(m -> m.wording()
                .title());
    }

    /** @throws Refused incident.ended, and as {@link Communicating#draft} */
    public Recorded draft(UUID id, Wording said, @Nullable Marking marking, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var incident = incidents.guarded(facing, id, by);
            incident.mustGoOn();
            var fact = Communicating.draft(said, marking);
            return List.of(Draft.ofNewSubject(id, fact, incidents.labels(facing, id, marking, by))
                    .happened(incidents.happens(incident, facing.now()))
                    .marked(Marking.stored(marking)));
        });
    }

    /**
     * Takes a step with a message, while its incident goes on.
     *
     * @throws se.samlad.journal.Outdated if its words were changed after the version that the step is about
     */
    Recorded act(UUID incident, UUID id, DrawnFrom drawn, Acting by, Once once, Function<Message, MessageFact> step) {
        return decide(incident, id, by, once, (in, message) -> {
            drawn.mustBe(message.drawn());
            in.mustGoOn();
            return step.apply(message);
        });
    }

    Recorded publish(UUID incident, UUID id, DrawnFrom drawn, Acting by, Once once) {
        return decide(incident, id, by, once, (in, message) -> {
            drawn.mustBe(message.drawn());
            in.mustGoOn();
            return Communicating.publish(message, by, in.isExercise());
        });
    }

    /**
     * Withdraws a published message, after stand-down too: a message that no longer holds must not remain published.
     */
    Recorded withdraw(UUID incident, UUID id, DrawnFrom drawn, @Nullable String reason, Acting by, Once once) {
        return decide(incident, id, by, once, (in, message) -> {
            drawn.mustBe(message.drawnOut());
            return Communicating.withdraw(message, by, reason);
        });
    }

    /** Discards an unpublished version, after stand-down too. */
    Recorded discard(UUID incident, UUID id, DrawnFrom drawn, @Nullable String reason, Acting by, Once once) {
        return decide(incident, id, by, once, (in, message) -> {
            drawn.mustBe(message.drawn());
            return Communicating.discard(message, by, reason);
        });
    }

    /**
     * Requires access to the message's first entry, because more people may see what is published than may decide on
     * it.
     */
    private Recorded decide(
            UUID incident, UUID id, Acting by, Once once, BiFunction<Incident, Message, MessageFact> step) {
        if (!messages.streamOf(id, by.viewer()).equals(incident)) throw new NotThere();
        return messages.decide(id, by, once, scene -> {
            scene.guard();
            return List.of(entry(scene, step.apply(scene.ground(), scene.thing())));
        });
    }

    private static Draft entry(Things.Scene<Incident, Said, Message> scene, MessageFact fact) {
        var message = scene.thing();
        boolean out = fact instanceof MessageFact.Published || fact instanceof MessageFact.Withdrawn;
        var labels = out ? Communicating.labelsOut(message, fact) : message.labels();
        var draft = scene.draft(fact);
        return labels.equals(message.labels())
                ? draft
                : draft.seenBy(labels).marked(Marking.stored(new Marking(List.of(Labels.PUBLIC), null, null)));
    }
}
