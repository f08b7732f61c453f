package se.samlad.week;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.Marking;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Things.Held;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Fact;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;

/** All notes and events, for those who write and read them. */
@Service
public class Weeks {

    private static final UUID NO_INCIDENT = new UUID(0, 0);
    private static final Marking MEMBERS = new Marking(List.of("members"), null, null);

    private final Journal journal;
    private final Actors actors;
    private final Things<UUID, Held<Note>, Note> notes;
    private final Things<UUID, Held<Event>, Event> events;

    Weeks(Journal journal, Actors actors) {
        this.journal = journal;
        this.actors = actors;
        this.notes = new Things<>(journal, Ground.none(), WeekFact.Noted.class, Note.VIEW, Held::find);
        this.events = new Things<>(journal, Ground.none(), WeekFact.Planned.class, Event.VIEW, Held::find);
    }

    /** The notes that matter at the time and that the viewer may see, the latest said first. */
    public List<Note> mattering(Instant now, Viewer viewer) {
        return all().notes().values().stream()
                .filter(note -> note.matters(now) && viewer.sees(note.labels()))
                .sorted(Comparator.comparing(Note::changed).reversed().thenComparing(Note::id))
                .toList();
    }

    /** The events that go on at some time in the half-open interval, also those called off, the earliest first. */
    List<Event> between(Instant from, Instant until, Viewer viewer) {
        return all().events().values().stream()
                .filter(event -> event.overlaps(from, until) && viewer.sees(event.labels()))
                .sorted(Comparator.comparing((Event e) -> e.said().from()).thenComparing(Event::id))
                .toList();
    }

    /** All events that the viewer may see, also past ones, in any order. */
    Stream<Event> events(Viewer viewer) {
        return all().events().values().stream().filter(event -> viewer.sees(event.labels()));
    }

    private AllWeeks all() {
        return journal.across(AllWeeks.ACROSS);
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    Note note(UUID id, Viewer viewer) {
        return journal.view(Note.VIEW, id, viewer).find(id).orElseThrow(NotThere::new);
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    public Event event(UUID id, Viewer viewer) {
        return journal.view(Event.VIEW, id, viewer).find(id).orElseThrow(NotThere::new);
    }

    /** Programs say an area's code, people its name. */
    private Optional<String> area(String said) {
        return actors.area(said).or(() -> actors.areaNamed(said));
    }

    /** @param marking null: for the members */
    Recorded note(Noting.Said said, @Nullable Marking marking, Acting by, Once once) {
        Noting.mayAct(by);
        return by.record(journal, once, facing -> begun(Noting.note(said, this::area, facing.now()), marking, by));
    }

    /** @param marking null: for the members */
    Recorded plan(Noting.Plan said, @Nullable Marking marking, Acting by, Once once) {
        Noting.mayAct(by);
        return by.record(journal, once, facing -> begun(Noting.plan(said, this::area, facing.now()), marking, by));
    }

    /** What is not said to be for whom is for the members: there is no incident here. */
    private List<Draft> begun(Fact fact, @Nullable Marking marking, Acting by) {
        var seen = marking == null
                ? MEMBERS
                : marking.who().equals(List.of("incident"))
                        ? new Marking(MEMBERS.who(), marking.ground(), marking.tlp())
                        : marking;
        var labels = Marking.labels(seen, NO_INCIDENT, by, actors::exists);
        return List.of(Draft.ofNewStream(Draft.newId(), fact, labels).marked(Marking.stored(seen)));
    }

    Recorded correct(UUID id, Noting.Said said, DrawnFrom from, Acting by, Once once) {
        return notes.act(id, by, once, scene -> {
            from.mustBe(scene.thing().drawn());
            Noting.mustBeOwn(scene.thing(), by);
            return Noting.note(said, this::area, scene.facing().now());
        });
    }

    Recorded need(UUID id, Acting by, Once once) {
        return notes.act(
                id,
                by,
                once,
                scene -> Noting.need(scene.thing(), by, scene.facing().now()));
    }

    Recorded end(UUID id, @Nullable String reason, Acting by, Once once) {
        return notes.act(id, by, once, scene -> Noting.end(scene.thing(), by, reason));
    }

    Recorded change(UUID id, Noting.Plan said, DrawnFrom from, Acting by, Once once) {
        return events.act(id, by, once, scene -> {
            from.mustBe(scene.thing().drawn());
            Noting.mustBeOwn(scene.thing(), by);
            return Noting.plan(said, this::area, scene.facing().now());
        });
    }

    Recorded callOff(UUID id, @Nullable String reason, Acting by, Once once) {
        return events.act(id, by, once, scene -> Noting.callOff(scene.thing(), by, reason));
    }
}
