package se.samlad.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import se.samlad.access.Ground;
import se.samlad.access.NotThere;
import se.samlad.access.Things;
import se.samlad.access.Things.Held;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Journal;
import se.samlad.journal.Labels;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.meeting.MeetingFact.How;
import se.samlad.standing.OrdinaryForum;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Due;

/** All meetings of the forums of ordinary mode. */
@Service
public class Meetings {

    private static final Labels LABELS = Labels.of("members");
    private static final int DUE = 200;

    /** Who reads what is recorded of a meeting: what its leader sees beyond them is not put on their agenda. */
    private static final Viewer MEMBERS = Viewer.audience(Set.of(Labels.PUBLIC, "members"));

    private final Journal journal;
    private final OrdinaryForums forums;
    private final Actors actors;
    private final Incidents incidents;
    private final ObjectProvider<Due> rooms;
    private final Things<UUID, Held<Meeting>, Meeting> meetings;

    Meetings(Journal journal, OrdinaryForums forums, Actors actors, Incidents incidents, ObjectProvider<Due> rooms) {
        this.journal = journal;
        this.forums = forums;
        this.actors = actors;
        this.incidents = incidents;
        this.rooms = rooms;
        this.meetings = new Things<>(journal, Ground.none(), MeetingFact.Called.class, Meeting.VIEW, Held::find);
    }

    /** @throws NotThere where there is none, or the viewer may not see it */
    public Meeting get(UUID id, Viewer viewer) {
        return journal.view(Meeting.VIEW, id, viewer).find(id).orElseThrow(NotThere::new);
    }

    /** Those ahead, those of the last year, and those where something undertaken is open; the earliest first. */
    public List<Meeting> seenBy(Viewer viewer) {
        return journal.across(AllMeetings.ACROSS).seenBy(viewer);
    }

    /** All, the latest first. */
    public List<AllMeetings.Row> rows(Viewer viewer) {
        return journal.across(AllMeetings.ACROSS).rows(viewer);
    }

    public Optional<OrdinaryForum> forum(Meeting m) {
        return forums.find(m.called().forum());
    }

    /** Whether its forum is withdrawn before its day, so that it is to be called off or moved. */
    public boolean isLeft(Meeting m) {
        return m.state() == Meeting.State.CALLED
                && forum(m).filter(forum ->
                                forum.isWithdrawn(OrdinaryForums.day(m.plan().at())))
                        .isPresent();
    }

    /** What is due in a forum of the code and kind, those that have waited longest first. */
    public List<Due.Point> due(Due.In in, Viewer viewer) {
        var all = new ArrayList<Due.Point>();
        rooms.orderedStream().forEach(room -> all.addAll(room.due(in, viewer)));
        all.sort(java.util.Comparator.comparing(Due.Point::since).thenComparing(Due.Point::of));
        return all.stream().limit(DUE).toList();
    }

    /** What will stand on its agenda besides what was put there, as long as it has not begun. */
    public List<Due.Point> due(Meeting m, Viewer viewer) {
        return m.state() == Meeting.State.CALLED
                ? due(new Due.In(m.called().forum(), m.called().kind()), viewer)
                : List.of();
    }

    Recorded call(Convening.Said said, Acting by, Once once) {
        var forum =
                said.forum() == null ? null : forums.named(said.forum().strip()).orElse(null);
        var now = journal.now();
        var next = forum == null ? null : Convening.next(forum, seenBy(by.viewer()), now);
        var called = Convening.call(forum, said, next, now, by);
        return by.record(journal, once, facing -> List.of(Draft.ofNewStream(Draft.newId(), called, LABELS)));
    }

    /** What changes nothing that others say: it is decided on the meeting as it stands. */
    Recorded say(UUID id, Function<Meeting, MeetingFact> rule, Acting by, Once once) {
        return meetings.decide(id, by, once, scene -> {
            scene.guard();
            var fact = rule.apply(scene.thing());
            return List.of(Draft.ofNewSubject(id, fact, scene.thing().labels()));
        });
    }

    /** Likewise by who leads: the first such thing opens the meeting, and what is due then is on its agenda. */
    Recorded lead(UUID id, Function<Meeting, MeetingFact> rule, Acting by, Once once) {
        return meetings.decide(id, by, once, scene -> {
            scene.guard();
            var m = scene.thing();
            boolean begins = m.state() == Meeting.State.CALLED && Leading.leads(m, by);
            var opened = new MeetingFact.Opened(
                    due(m, MEMBERS).stream().map(Meetings::taken).toList());
            var on = begins ? m.opening(opened) : m;
            var drafts = new ArrayList<Draft>();
            drafts.add(Draft.ofNewSubject(id, rule.apply(on), m.labels()));
            if (begins) drafts.add(Draft.on(id, id, opened, m.labels()));
            return drafts;
        });
    }

    private static MeetingFact.Taken taken(Due.Point point) {
        return new MeetingFact.Taken(point.of(), point.title(), point.why(), point.page());
    }

    Recorded put(UUID id, @Nullable String title, @Nullable String text, @Nullable UUID signal, Acting by, Once once) {
        var laid = signal == null ? null : incidents.get(signal, by.viewer());
        if (laid != null && !laid.openedTo().contains("members"))
            throw new Refused("meeting.signal-narrow").at("signal");
        var said = title == null && laid != null ? laid.title() : title;
        return say(id, m -> Holding.put(m, said, text, signal, by), by, once);
    }

    /** One's own word, or who leads notes another's; when who leads notes that somebody is there, the meeting begins. */
    Recorded attend(UUID id, @Nullable String actor, @Nullable How how, Acting by, Once once) {
        Function<Meeting, MeetingFact> rule = m -> {
            var forum = forum(m);
            var seat = forum.map(f -> f.seat(by.actor())).orElse(null);
            boolean deputy =
                    seat != null && seat.deputies().contains(by.function().name());
            boolean fits = deputy || forum.map(f -> f.fits(by.function())).orElse(true);
            return Holding.attend(m, actor, how, deputy, fits, by);
        };
        boolean begins = how == How.PRESENT || how == How.DEPUTY;
        return begins ? lead(id, rule, by, once) : say(id, rule, by, once);
    }

    Recorded undertake(UUID id, MeetingApi.Undertaking said, Acting by, Once once) {
        return lead(
                id,
                m -> Holding.undertake(m, said.point(), said.actor(), said.what(), said.by(), by, actors::exists),
                by,
                once);
    }

    Recorded move(UUID id, Convening.Said said, DrawnFrom from, Acting by, Once once) {
        return say(
                id,
                m -> {
                    from.mustBe(m.plan().entry());
                    var moved = Holding.move(m, said, journal.now(), by);
                    forum(m).ifPresent(forum -> Convening.mustBeThere(forum, moved.at()));
                    return moved;
                },
                by,
                once);
    }

    Recorded correct(UUID id, MeetingApi.Correction said, DrawnFrom from, Acting by, Once once) {
        return say(
                id,
                m -> {
                    var line = m.line(said.line()).orElseThrow(() -> new Refused("meeting.no-line").at("line"));
                    from.mustBe(line.drawn());
                    return Holding.correct(m, line, said.text(), said.withdrawn(), said.reason(), by);
                },
                by,
                once);
    }

    Recorded approve(UUID id, @Nullable String remark, DrawnFrom from, Acting by, Once once) {
        return say(
                id,
                m -> {
                    from.mustBe(m.drawn());
                    return Holding.approve(m, remark, by);
                },
                by,
                once);
    }

    /** The forums whose meetings the viewer may call. */
    public List<OrdinaryForum> callable(Viewer viewer) {
        var by = viewer.acting().orElse(null);
        return by == null
                ? List.of()
                : forums.all().stream().filter(f -> Convening.mayCall(f, by)).toList();
    }
}
