package se.samlad.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.Level;
import se.samlad.access.Marking;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Verb;

/** The incidents: signalling, handling and reading them. */
@Service
public class Incidents implements Ground<Incident> {

    private static final String FORUM = "forum:";

    private final Journal journal;
    private final Actors actors;

    Incidents(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    public Incident get(UUID id, Viewer viewer) {
        return get(id, viewer, null);
    }

    /**
     * As it was recorded by then, or now for null.
     *
     * @throws NotThere where there is none, or the viewer may not see it
     */
    public Incident get(UUID id, Viewer viewer, @Nullable Instant recordedBy) {
        mustSee(id, viewer);
        var incident = journal.view(Incident.VIEW, id, viewer, recordedBy);
        if (!incident.exists()) throw new NotThere();
        return incident;
    }

    /**
     * Hidden and missing incidents take the same look-up, and neither folds a stream, so that the time taken tells
     * nothing.
     */
    private void mustSee(UUID id, Viewer viewer) {
        if (find(id, viewer).isEmpty()) throw new NotThere();
    }

    /** All open incidents, without the gate: for work in nobody's name. */
    public Stream<Incident> open() {
        return list().inProgress();
    }

    /** The incident as in lists, without the gate: for work in nobody's name. */
    public Optional<Incident> known(UUID id) {
        return list().find(id);
    }

    /** The open incidents that the viewer may see, the latest first. */
    public List<Incident> open(Viewer viewer) {
        return open().filter(i -> viewer.sees(i.labels())).toList();
    }

    /** The open incidents, then the ended ones, each the latest first. Lazy: takes only as many as are read. */
    public Stream<Incident> all(Viewer viewer) {
        return list().all().filter(i -> viewer.sees(i.labels()));
    }

    /** The incident as in lists; empty also where the viewer may not see it. */
    public Optional<Incident> find(UUID id, Viewer viewer) {
        return list().find(id).filter(i -> viewer.sees(i.labels()));
    }

    /** The incident made from the warning; the widest where the viewer may see several. */
    public Optional<Incident> ofWarning(String warning, Viewer viewer) {
        return list().ofWarning(warning)
                .filter(i -> viewer.sees(i.labels()))
                .min(Comparator.comparing(i -> !i.isOpenToMembers()));
    }

    private IncidentList list() {
        return journal.across(IncidentList.ACROSS);
    }

    /**
     * Records a signal (I1). Two signals from the same warning to the same audience are one incident: the second is
     * refused. A signal to another audience does not hinder it; the county board may join the two.
     */
    public Recorded signal(SignalForm said, List<SignalForm.Beside> rooms, Acting by, Once once) {
        var warning = said.warning();
        var opened = Handling.openedTo(said.marking(), by, actors.common(), actors::exists);
        UUID id = warning == null ? Draft.newId() : Handling.idOf(warning, Handling.audience(opened, by));
        return by.record(journal, once, facing -> {
            if (warning != null && isSignalled(warning, opened, by))
                throw new se.samlad.journal.Refused("incident.signalled-already");
            var signal = signalled(facing, id, said, by);
            var incident = Incident.begun(signal, by, facing.now());
            var drafts = new ArrayList<>(List.of(signal));
            if (said.isLocal()) drafts.add(incident.steered(takenLocally(incident, by), facing.now()));
            var begun = said.isLocal() ? incident.taken() : incident;
            rooms.forEach(room -> drafts.addAll(room.of(facing, begun, said, by)));
            return drafts;
        });
    }

    /** The municipality that signalled answers for it itself, in its own area (F5). */
    public Recorded takeLocally(UUID id, Acting by, Once once) {
        return steer(id, by, once, incident -> takenLocally(incident, by));
    }

    private IncidentFact takenLocally(Incident incident, Acting by) {
        var area = actors.ownArea(by.actor()).orElse(null);
        return Handling.takeLocally(incident, by, area);
    }

    /** The signal of a new incident, which the room that knows where it came from records in the same step. */
    public Draft signalled(Verb.Facing facing, UUID id, SignalForm said, Acting by) {
        facing.guardNew(id);
        var opened = Handling.openedTo(said.marking(), by, actors.common(), actors::exists);
        var fact = Handling.signal(said, opened, facing.now());
        var labels = new Labels(List.of("incident:" + id, "actor:" + by.actor()));
        var at = fact.exercise() != null && said.occurredAt() == null ? fact.exercise() : said.occurredAt();
        return Draft.ofNewStream(id, fact, labels)
                .happened(Occurred.signalled(fact.exercise(), at, facing.now()))
                .marked(Marking.stored(said.marking()));
    }

    private boolean isSignalled(String warning, List<String> openedTo, Acting by) {
        return list().ofWarning(warning)
                .anyMatch(i -> i.openedTo().equals(openedTo) && by.viewer().sees(i.labels()));
    }

    /** Moves an exercise's clock forward. */
    public Recorded moveClock(UUID id, Instant to, Acting by, Once once) {
        return steer(id, by, once, incident -> Handling.moveClock(incident, by, to));
    }

    /** Answers the signal without convening. */
    public Recorded answer(UUID id, @Nullable String reason, Acting by, Once once) {
        return steer(id, by, once, incident -> Handling.answer(incident, by, reason));
    }

    public Recorded weigh(
            UUID id,
            String actor,
            @Nullable String unit,
            Concern concern,
            @Nullable String reason,
            Acting by,
            Once once) {
        var whom = actors.get(actor);
        return steer(id, by, once, incident -> Handling.weigh(incident, by, whom, unit, concern, reason));
    }

    public Recorded retitle(
            UUID id, @Nullable String title, @Nullable String reason, DrawnFrom from, Acting by, Once once) {
        return steer(id, by, once, incident -> {
            from.mustBe(incident.titled());
            return Handling.retitle(incident, by, title, reason);
        });
    }

    /**
     * Records in both incidents that they are the same; see {@link Handling#join}.
     *
     * @throws NotThere where one of them can't be seen
     */
    public Recorded join(UUID id, UUID with, @Nullable String reason, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var one = guarded(facing, id, by);
            var other = guarded(facing, with, by);
            var both = both(one, other, by);
            return List.of(
                    joined(facing, one, Handling.join(one, other, by, reason), both),
                    joined(facing, other, Handling.join(other, one, by, reason), both));
        });
    }

    /** Those to whom both are open, and who acts: a reader of only one is not told of the other. */
    public Labels both(Incident one, Incident other, Acting by) {
        return Handling.both(one, other, this::isMember).plus(List.of("actor:" + by.actor()));
    }

    private boolean isMember(String actor) {
        return actor.equals(actors.common().joint())
                || actors.find(actor).filter(Actor::member).isPresent();
    }

    /**
     * The entry has narrower labels than the incident, so it gets a subject of its own, one for each pair, and steers
     * nothing.
     */
    private static Draft joined(Verb.Facing facing, Incident in, IncidentFact.Joined fact, Labels both) {
        var name = "joined:" + in.id() + fact.other();
        var subject = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        facing.guardNew(subject);
        return Draft.on(in.id(), subject, fact, both).happened(in.isExercise() ? in.clock(facing.now()) : null);
    }

    /**
     * Ends activated mode.
     *
     * @param open gives the ids of measures that must be handed over; called, with guards, each time the verb decides
     */
    public Recorded standDown(
            UUID id,
            @Nullable String reason,
            List<IncidentFact.HandOver> handedOver,
            Function<Verb.Facing, Set<String>> open,
            Function<Incident, List<Draft>> becomes,
            Acting by,
            Once once) {
        return by.record(journal, once, facing -> {
            var incident = guarded(facing, id, by);
            var fact = Handling.standDown(incident, by, reason, handedOver, open.apply(facing));
            return Stream.concat(Stream.of(incident.steered(fact, facing.now())), becomes.apply(incident).stream())
                    .toList();
        });
    }

    /**
     * The activation, which the room that convenes a forum records in the same step.
     *
     * @throws se.samlad.access.NotMandated where the acting one may not convene
     */
    public Draft activation(Verb.Facing facing, UUID id, Acting by, Level level, @Nullable String reason) {
        var incident = guarded(facing, id, by);
        return incident.steered(Handling.activate(incident, by, actors.common(), level, reason), facing.now());
    }

    /**
     * The incident for verbs to decide on. Where the acting one sees it only through a seat in a forum, that seat is
     * guarded, so nothing is recorded after its release.
     *
     * @throws NotThere where the one who acts may not see it
     */
    public Incident forDeciding(Verb.Facing facing, UUID id, Acting by) {
        var through = by.viewer().through("incident:" + id);
        mustSee(id, by.viewer());
        var incident = facing.state(Incident.VIEW, id, by.viewer());
        if (!incident.exists()) throw new NotThere();
        if (through.stream().noneMatch(incident.openedTo()::contains)) guardForums(facing, through);
        return incident;
    }

    /** As {@link #forDeciding}, for verbs that decide by the incident's state: that is guarded too. */
    @Override
    public Incident guarded(Verb.Facing facing, UUID id, Acting by) {
        facing.guard(id);
        return forDeciding(facing, id, by);
    }

    @Override
    public @Nullable Instant happens(Incident incident, Instant now) {
        return Occurred.at(incident, null, null, now);
    }

    /**
     * The labels of an entry in the incident: its marking and its author's own label. Where the marking needs a seat in
     * a forum, that seat is guarded.
     */
    public Labels labels(Verb.Facing facing, UUID id, @Nullable Marking marking, Acting by) {
        var labels = Marking.labels(marking, id, by, actors::exists);
        guardForums(facing, labels.all());
        return labels;
    }

    private static void guardForums(Verb.Facing facing, List<String> labels) {
        for (var label : labels)
            if (label.startsWith(FORUM)) facing.guard(UUID.fromString(label.substring(FORUM.length())));
    }

    private Recorded steer(UUID id, Acting by, Once once, Function<Incident, IncidentFact> decide) {
        return by.record(journal, once, facing -> {
            var incident = guarded(facing, id, by);
            return List.of(incident.steered(decide.apply(incident), facing.now()));
        });
    }
}
