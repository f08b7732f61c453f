package se.samlad.direction;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Level;
import se.samlad.access.Marking;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.direction.DirectionFact.Stance;
import se.samlad.direction.DirectionFact.StanceTaken;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Sittings;
import se.samlad.incident.Sittings.Sitting;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Entry;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.journal.Verb;
import se.samlad.web.Proved;

/** All directions, for those who agree, answer, report progress and read. */
@Service
public class Directions {

    /** A room in which stances are said aloud, to be taken by their actors afterwards (A4). */
    public interface Aloud {

        /** What the room records, in the same step, when an actor as a whole takes its stance. @param taken its entry */
        List<Draft> taken(Verb.Facing facing, Direction direction, Acting by, Draft taken, Stance stance);

        /** Whether the entry says a stance aloud, or ends its waiting. */
        boolean concerns(Entry entry);

        /** What waits for its actor's own word. */
        List<Said> waiting(Direction direction, Viewer viewer);

        /** @param path of the page where it was said */
        record Said(String actor, Stance stance, @Nullable String reason, Instant at, String path) {}
    }

    private final Journal journal;
    private final Incidents incidents;
    private final Sittings sittings;
    private final Actors actors;
    private final List<Aloud> rooms;
    private final Things<Incident, AllDirections, Direction> directions;

    Directions(Journal journal, Incidents incidents, Sittings sittings, Actors actors, List<Aloud> rooms) {
        this.journal = journal;
        this.incidents = incidents;
        this.sittings = sittings;
        this.actors = actors;
        this.rooms = List.copyOf(rooms);
        this.directions =
                new Things<>(journal, incidents, DirectionFact.Proposed.class, AllDirections.VIEW, AllDirections::find);
    }

    /**
     * The directions of an incident, now or as recorded by a time.
     *
     * @throws NotThere if the viewer may not see the incident
     */
    public AllDirections in(UUID incident, Viewer viewer, @Nullable Instant asOf) {
        incidents.get(incident, viewer);
        return journal.view(AllDirections.VIEW, incident, viewer, asOf);
    }

    /** @throws NotThere if there is no such direction, or the viewer may not see it */
    public Direction get(UUID id, Viewer viewer) {
        return in(directions.streamOf(id, viewer), viewer, null).find(id).orElseThrow(NotThere::new);
    }

    /** The measures left to carry out that the viewer may see (I5). */
    public List<AllDirections.Open> openMeasures(UUID incident, Viewer viewer) {
        return in(incident, viewer, null).open();
    }

    /**
     * The same for a verb's decision. It guards every direction, so a fact recorded meanwhile makes the verb decide
     * again.
     */
    public List<AllDirections.Open> openMeasures(Verb.Facing facing, UUID incident, Viewer viewer) {
        var all = facing.state(AllDirections.VIEW, incident, viewer);
        all.byId().keySet().forEach(facing::guard);
        return all.open();
    }

    /** Codes of the actors whose answer is awaited, as far as the viewer may see who sits in the forum. */
    public List<String> concerned(Direction direction, Viewer viewer) {
        return direction.concerned(
                sitting(direction, viewer).map(Sitting::actors).orElse(List.of()));
    }

    /** The direction's forum; empty if the viewer may not see it. */
    public Optional<Sitting> sitting(Direction direction, Viewer viewer) {
        return sittings.of(direction.incident(), viewer).stream()
                .filter(s -> s.id().equals(direction.said().forum()))
                .findFirst();
    }

    /** The open forums that can receive a proposal, highest level first. */
    public List<Sitting> forums(UUID incident, Viewer viewer) {
        return sittings.of(incident, viewer).stream().filter(Sitting::open).toList();
    }

    /**
     * Puts a direction before its forum; see {@link Directing#propose}.
     *
     * @param from the direction that was in force when it was begun, for a new version of one
     */
    public Recorded propose(UUID incident, ProposalForm said, DrawnFrom from, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var about = incidents.guarded(facing, incident, by);
            var forum = forum(facing, about, said, by);
            facing.guard(forum.id());
            var all = facing.state(AllDirections.VIEW, incident, by.viewer());
            var circle = circle(facing, about, forum, all, said, by);
            var labels = circle.labels();
            if (said.replaces() != null) from.mustBe(all.drawnForNext(replaceable(all, said.replaces(), labels)));
            int number = all.nextNumber(labels);
            var id = idOf(incident, labels, number);
            facing.guardNew(id);
            var fact = Directing.propose(about, forum, said, by, id, number, region());
            return List.of(new Draft(id, incident, id, fact, labels, null, null)
                    .happened(incidents.happens(about, facing.now()))
                    .marked(Marking.stored(circle.marking())));
        });
    }

    /** The labels and marking of a new direction. */
    private record Circle(@Nullable Marking marking, Labels labels) {}

    /**
     * The circle chosen in the form, else that of the replaced direction, else the forum's. A direction names its
     * forum, so its circle is never wider than the forum's.
     *
     * @throws Refused direction.wider
     */
    private Circle circle(
            Verb.Facing facing, Incident about, Sitting forum, AllDirections all, ProposalForm said, Acting by) {
        var own = List.of("actor:" + by.actor());
        boolean shared = about.isSharedWith(forum.labels());
        var before = all.find(said.replaces());
        Circle circle;
        if (said.marking() == null && before.isPresent())
            circle = new Circle(
                    Marking.of(before.get().marking()), before.get().labels().plus(own));
        else if (said.marking() == null && !shared)
            circle = new Circle(
                    new Marking(List.of("forum:" + forum.id()), null, null),
                    forum.labels().plus(own));
        else circle = new Circle(said.marking(), incidents.labels(facing, about.id(), said.marking(), by));
        var seeing = forum.labels().plus(own).all();
        if (!shared && !seeing.containsAll(circle.labels().all())) throw new Refused("direction.wider");
        return circle;
    }

    /** Derived from the number, so that two concurrent proposals never get the same number. */
    private static UUID idOf(UUID incident, Labels labels, int number) {
        var name = "direction:" + incident + AllDirections.circle(labels) + number;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Sitting forum(Verb.Facing facing, Incident incident, ProposalForm said, Acting by) {
        if (said.forum() == null)
            return forums(incident.id(), by.viewer()).stream()
                    .findFirst()
                    .orElseThrow(() -> new Refused("direction.convene-first"));
        return sittings.deciding(facing, incident.id(), said.forum(), by.viewer())
                .orElseThrow(() -> new Refused("direction.no-such-forum").at("forum"));
    }

    /**
     * @throws Refused direction.no-such-direction; direction.narrower if the two directions have different audiences
     */
    private static Direction replaceable(AllDirections all, UUID direction, Labels labels) {
        var before = all.find(direction).orElseThrow(() -> new Refused("direction.no-such-direction"));
        if (!AllDirections.audience(before.labels()).equals(AllDirections.audience(labels)))
            throw new Refused("direction.narrower");
        return before;
    }

    private Directing.Region region() {
        return region(actors);
    }

    static Directing.Region region(Actors actors) {
        return new Directing.Region(actors::exists, actors::inGroup);
    }

    /** See {@link Directing#reword}. */
    Recorded reword(UUID id, ProposalForm.Wording said, DrawnFrom from, Acting by, Once once) {
        return directions.act(id, by, once, s -> {
            from.mustBe(s.thing().drawn());
            return Directing.reword(s.ground(), s.thing(), sitting(s.facing(), s.thing(), by), said, by, region());
        });
    }

    /**
     * See {@link Directing#agree}. If two agree at once, the second is refused because it is agreed already.
     *
     * @param proved asked on the directing level
     */
    public Recorded agree(UUID id, @Nullable String reason, DrawnFrom from, Acting by, Once once, Proved proved) {
        return directions.act(id, by, once, s -> {
            from.mustBe(s.all().drawnForAgreement(s.thing()));
            var forum = sitting(s.facing(), s.thing(), by);
            if (forum.filter(f -> f.level() == Level.DIRECTING).isPresent()) proved.recently();
            return Directing.agree(s.ground(), s.thing(), forum, by, reason);
        });
    }

    /** See {@link Directing#withdraw}. */
    public Recorded withdraw(UUID id, @Nullable String reason, DrawnFrom from, Acting by, Once once) {
        return directions.act(id, by, once, s -> {
            from.mustBe(s.thing().drawn());
            return Directing.withdraw(s.ground(), s.thing(), sitting(s.facing(), s.thing(), by), by, reason);
        });
    }

    /**
     * Records an answer or progress. All actors answer at once, each for itself, and none affects another. So it guards
     * the direction only for one who states what the answer is drawn from.
     */
    Recorded say(UUID id, DrawnFrom from, Acting by, Once once, BiFunction<Incident, Direction, DirectionFact> rule) {
        return directions.decide(id, by, once, s -> {
            if (from.isStated()) s.guard();
            var fact = rule.apply(s.ground(), s.thing());
            var draft = s.draft(fact);
            var drafts = new ArrayList<>(List.of(draft));
            if (fact instanceof StanceTaken taken && taken.measure() == null && taken.unit() == null)
                for (var room : rooms) drafts.addAll(room.taken(s.facing(), s.thing(), by, draft, taken.stance()));
            return drafts;
        });
    }

    /** The actor's own stance, for a room that records it in the same step as its own; see {@link Directing#answer}. */
    public Draft taken(
            Verb.Facing facing, Incident incident, UUID id, Stance stance, @Nullable String reason, Acting by) {
        var direction = facing.state(AllDirections.VIEW, incident.id(), by.viewer())
                .find(id)
                .orElseThrow(NotThere::new);
        var fact = Directing.answer(incident, direction, by, stance, null, reason);
        return Draft.on(incident.id(), id, fact, direction.labels())
                .happened(incidents.happens(incident, facing.now()))
                .marked(direction.marking());
    }

    /** Whether {@link #aloud} may say something else after the entry. */
    boolean saidAloud(Entry entry) {
        return rooms.stream().anyMatch(room -> room.concerns(entry));
    }

    /** What actors have said aloud of it and not yet taken themselves, as far as the viewer may see. */
    public List<Aloud.Said> aloud(Direction direction, Viewer viewer) {
        return rooms.stream()
                .flatMap(room -> room.waiting(direction, viewer).stream())
                .toList();
    }

    private Optional<Sitting> sitting(Verb.Facing facing, Direction direction, Acting by) {
        var forum = direction.said().forum();
        facing.guard(forum);
        return sittings.deciding(facing, direction.incident(), forum, by.viewer());
    }
}
