package se.samlad.conference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Things.Held;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.conference.ConferenceFact.How;
import se.samlad.conference.ConferenceFact.Turn;
import se.samlad.conference.Minutes.Line;
import se.samlad.direction.Direction;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Summons;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Verb;
import se.samlad.report.Aloud;

/** All conferences, for those who lead them, take part and read. */
@Service
public class Conferences {

    /** What a rule decides on. @param incident null: a standing forum's @param clock the conference's own time */
    record Scene(
            Conference conference,
            @Nullable Incident incident,
            Acting by,
            Instant clock,
            Things.Scene<Optional<Incident>, Held<Conference>, Conference> of) {}

    private final Journal journal;
    private final Incidents incidents;
    private final SaidInLog inLog;
    private final Aloud aloud;
    private final List<Summons.Arrivals> arrivals;
    private final Things<Optional<Incident>, Held<Conference>, Conference> conferences;

    Conferences(Journal journal, Incidents incidents, SaidInLog inLog, Aloud aloud, List<Summons.Arrivals> arrivals) {
        this.arrivals = List.copyOf(arrivals);
        this.journal = journal;
        this.incidents = incidents;
        this.inLog = inLog;
        this.aloud = aloud;
        this.conferences = new Things<>(
                journal, new InItsIncident(incidents), ConferenceFact.Begun.class, Conference.VIEW, Held::find);
    }

    /** The incident of the conference's forum, whose clock it has; none for a standing forum. */
    private record InItsIncident(Incidents incidents) implements Ground<Optional<Incident>> {
        @Override
        public Optional<Incident> guarded(Verb.Facing facing, UUID stream, Acting by) {
            var held = facing.state(Conference.VIEW, stream, by.viewer()).thing();
            if (held == null) throw new NotThere();
            var incident = held.called().incident();
            return Optional.ofNullable(incident).map(id -> incidents.forDeciding(facing, id, by));
        }

        @Override
        public @Nullable Instant happens(Optional<Incident> incident, Instant now) {
            return incident.map(each -> incidents.happens(each, now)).orElse(null);
        }
    }

    /** Those that the viewer may see; of the ended ones the latest. */
    public List<Conference> seenBy(Viewer viewer) {
        return journal.across(AllConferences.ACROSS).seenBy(viewer);
    }

    /** The incident's, as {@link #seenBy}. */
    public List<Conference> in(UUID incident, Viewer viewer) {
        return seenBy(viewer).stream()
                .filter(c -> incident.equals(c.called().incident()))
                .toList();
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    public Conference get(UUID id, Viewer viewer) {
        return journal.view(Conference.VIEW, id, viewer).find(id).orElseThrow(NotThere::new);
    }

    /** The latest of the same forum that ended before the conference, for what each said there. */
    public Optional<Conference> before(Conference conference, Viewer viewer) {
        return seenBy(viewer).stream()
                .filter(c -> c.state() == Conference.State.CLOSED)
                .filter(c -> c.called().forum().equals(conference.called().forum()))
                .filter(c -> c.calledAt().isBefore(conference.calledAt()))
                .findFirst();
    }

    public boolean mayLead(Conference conference, Acting by) {
        return Planning.mayLead(conference, by);
    }

    /** What the viewer's actor said last of how it is doing, for its next report: in the incident, else the last time. */
    public Optional<String> last(Conference conference, Viewer viewer) {
        var function = viewer.function().orElse(null);
        if (function == null) return Optional.empty();
        var said = conference.report(function.actor()).map(Line::words).filter(text -> !text.isEmpty());
        if (said.isPresent()) return said;
        var incident = conference.called().incident();
        if (incident != null) return aloud.last(incident, viewer, function);
        return before(conference, viewer)
                .flatMap(last -> get(last.id(), viewer).report(function.actor()))
                .map(Line::words);
    }

    /** The directions in force on which those who lead may ask for stances in the round, and have not. */
    public List<Direction> askable(Conference conference, Viewer viewer) {
        return inLog.inForce(conference, viewer).stream()
                .filter(direction -> !conference.asked().contains(direction.id()))
                .toList();
    }

    /** Records one fact about the conference itself, which is guarded. */
    Recorded act(UUID id, Acting by, Once once, Function<Scene, ? extends ConferenceFact> rule) {
        return conferences.act(id, by, once, scene -> rule.apply(scene(scene)));
    }

    private static Scene scene(Things.Scene<Optional<Incident>, Held<Conference>, Conference> of) {
        var incident = of.ground().orElse(null);
        var now = of.facing().now();
        return new Scene(of.thing(), incident, of.by(), incident == null ? now : incident.clock(now), of);
    }

    /**
     * Records what each may say for itself at the same time, with a subject of its own. The conference is guarded, so that
     * nothing is said in one that was closed meanwhile.
     */
    Recorded beside(UUID id, Acting by, Once once, Function<Scene, ConferenceFact> rule) {
        return conferences.decide(id, by, once, of -> {
            of.guard();
            var fact = rule.apply(scene(of));
            var drafts = new ArrayList<>(List.of(own(of, fact)));
            if (fact instanceof ConferenceFact.Attended a && a.how() != How.LEFT)
                drafts.addAll(come(scene(of), a.actor(), a.how() == How.PRESENT || a.how() == How.TELEPHONE));
            return drafts;
        });
    }

    private static Draft own(Things.Scene<?, ?, Conference> of, ConferenceFact fact) {
        return Draft.ofNewSubject(of.stream(), fact, of.thing().labels()).happened(of.happens());
    }

    /** Records something once for each actor, such as its confirmation. */
    Recorded forActor(UUID id, Acting by, Once once, String what, Function<Scene, ConferenceFact> rule) {
        return conferences.decide(id, by, once, of -> {
            of.guard();
            var name = what + id + by.actor();
            var subject = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            of.facing().guard(subject);
            return List.of(Draft.on(
                            of.stream(),
                            subject,
                            rule.apply(scene(of)),
                            of.thing().labels())
                    .happened(of.happens()));
        });
    }

    /** Records a turn of the conference, which the incident's log tells too, with what the forum's own facts say of it. */
    Recorded turn(UUID id, Acting by, Once once, Turn turn, Function<Scene, ConferenceFact> rule) {
        return conferences.decide(id, by, once, of -> {
            of.guard();
            var scene = scene(of);
            var fact = rule.apply(scene);
            var drafts = new ArrayList<>(List.of(of.draft(fact)));
            if (scene.incident() == null) return drafts;
            drafts.add(put(scene.conference(), scene.incident(), turn, scene.clock(), of.happens()));
            var forums = of.facing().state(ForumsView.VIEW, scene.incident().id(), by.viewer());
            var forum = scene.conference().called().forum();
            if (turn == Turn.OPENED) forums.gathering(forum).ifPresent(d -> drafts.add(d.happened(of.happens())));
            if (fact instanceof ConferenceFact.Closed closed && closed.next() != null)
                forums.meetingNext(forum, closed.next()).ifPresent(d -> drafts.add(d.happened(of.happens())));
            return drafts;
        });
    }

    /** A row in the incident's log, for those who may see the conference. */
    static Draft put(Conference conference, Incident incident, Turn turn, Instant at, @Nullable Instant happens) {
        var called = conference.called();
        var put = new ConferenceFact.Put(conference.id(), called.kind(), called.level(), called.name(), turn, at);
        return Draft.ofNewSubject(incident.id(), put, conference.labels()).happened(happens);
    }

    /** What is said, and in an incident the row of the log that says the same. */
    Recorded say(UUID id, Speaking.Words words, Acting by, Once once) {
        return conferences.decide(id, by, once, of -> {
            of.guard();
            var scene = scene(of);
            var said = Speaking.say(scene.conference(), by, words, null);
            var row = inLog.row(scene, said);
            var fact = row == null ? said : Speaking.say(scene.conference(), by, words, row.id());
            var drafts = new ArrayList<>(List.of(own(of, fact)));
            if (row != null) drafts.add(row);
            drafts.addAll(spoken(scene));
            return drafts;
        });
    }

    /** A stance on a direction is asked for in the round, or noted as its actor says it aloud. */
    Recorded stand(UUID id, Speaking.Stand said, Acting by, Once once) {
        return conferences.decide(id, by, once, of -> {
            of.guard();
            var scene = scene(of);
            return List.of(
                    own(of, Speaking.stand(scene.conference(), by, said, inLog.direction(scene, said.direction()))));
        });
    }

    /** What the call to the forum says of the actor then. */
    private List<Draft> come(Scene scene, String actor, boolean there) {
        var incident = scene.incident();
        if (incident == null) return List.of();
        var forum = scene.conference().called().forum();
        return arrivals.stream()
                .flatMap(room -> room.of(scene.of().facing(), incident.id(), forum, actor, there, scene.by()).stream())
                .map(draft -> draft.happened(scene.of().happens()))
                .toList();
    }

    /** Whoever says something itself while it is open is there, without another press; see {@link Minutes}. */
    private List<Draft> spoken(Scene scene) {
        var conference = scene.conference();
        var actor = scene.by().actor();
        boolean comes = conference.isOpen()
                && conference.expects(actor)
                && !conference.seats().containsKey(actor);
        return comes ? come(scene, actor, true) : List.of();
    }

    /** The actor's own word on what was noted for it; where it stands, the log has it in the actor's own name. */
    Recorded own(UUID id, @Nullable UUID line, boolean stands, @Nullable String text, Acting by, Once once) {
        return conferences.decide(id, by, once, of -> {
            of.guard();
            var scene = scene(of);
            var noted = Speaking.noted(scene.conference(), by, line);
            of.facing().guard(noted.id());
            var word = Speaking.own(scene.conference(), by, line, stands, text, null);
            var row = stands ? inLog.own(scene, noted, word.text() == null ? noted.text() : word.text()) : null;
            var fact = row == null ? word : Speaking.own(scene.conference(), by, line, stands, text, row.id());
            var drafts = new ArrayList<>(List.of(
                    Draft.on(of.stream(), noted.id(), fact, of.thing().labels()).happened(of.happens())));
            if (row != null) drafts.add(row);
            drafts.addAll(spoken(scene));
            return drafts;
        });
    }
}
