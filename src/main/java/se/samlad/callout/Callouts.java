package se.samlad.callout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.callout.CalloutFact.Outcome;
import se.samlad.callout.CalloutFact.Place;
import se.samlad.callout.Calls.Open;
import se.samlad.forum.Forum;
import se.samlad.forum.Forums;
import se.samlad.forum.ForumsView;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Draft;
import se.samlad.journal.Journal;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Verb;
import se.samlad.reach.Channels;
import se.samlad.reach.Way;

/** All calls, for those who are called and those who call out. */
@Service
public class Callouts {

    private final Journal journal;
    private final Forums forums;
    private final Incidents incidents;
    private final Sendings sendings;
    private final Channels channels;

    Callouts(Journal journal, Forums forums, Incidents incidents, Sendings sendings, Channels channels) {
        this.journal = journal;
        this.forums = forums;
        this.incidents = incidents;
        this.sendings = sendings;
        this.channels = channels;
    }

    /** The calls of an incident, as the viewer may see them. */
    public Calls in(UUID incident, Viewer viewer) {
        return journal.view(Calls.VIEW, incident, viewer);
    }

    public List<Channels.Doing> channels() {
        return channels.all();
    }

    /** Whether nothing leaves the building here, as in the demo. */
    public boolean keepsAllIn() {
        return channels.keepsAllIn();
    }

    /** What calls would have sent and was kept in the building, for who calls out; the latest first. */
    public List<Kept> keptIn(UUID incident, int most) {
        return sendings.of(incident, most).stream()
                .filter(sent -> sent.said() != null)
                .map(sent -> new Kept(
                        sent.at(), sent.sending().way(), sent.sending().addresses(), String.valueOf(sent.said())))
                .toList();
    }

    /** What was kept in the building. */
    public record Kept(Instant at, Way way, List<String> addresses, String text) {}

    public boolean maySeeSent(Acting by) {
        return Calling.maySeeSent(by);
    }

    public boolean mayKeepIn(Incident incident, Acting by) {
        return Calling.mayKeepIn(incident, by);
    }

    /** The calls to a forum. @throws NotThere where the viewer may not see it */
    List<Call> of(UUID forum, Viewer viewer) {
        return in(forums.incidentOf(forum, viewer), viewer).of(forum);
    }

    /** What a rule decides on. @param keeps whether the acting one keeps the forum, and so calls out */
    record Scene(Call call, Forum forum, boolean keeps) {}

    /**
     * The actor answers its own call.
     *
     * @throws NotThere where there is no such call in an incident that goes on, or the acting one may not see it
     */
    Recorded acknowledge(UUID call, boolean onTheWay, Acting by, Once once) {
        var incident = incidentOf(call);
        return by.record(journal, once, facing -> {
            var scene = scene(facing, incident, call, by);
            if (!scene.call().actor().equals(by.actor())) throw new se.samlad.access.NotMandated("callout.not-yours");
            var drafts = new ArrayList<Draft>();
            var seat = scene.forum().seats().in().get(by.actor());
            if (!onTheWay || seat == null || seat.acknowledged() == null)
                drafts.add(forums.acknowledgement(
                        facing, incident, scene.forum().id(), by, scene.call().calls(by)));
            if (onTheWay)
                drafts.add(
                        draft(facing, incident, scene, Calling.place(scene.call(), by, false, Place.ON_THE_WAY), by));
            return drafts;
        });
    }

    Recorded note(UUID call, @Nullable Outcome outcome, Acting by, Once once) {
        return act(call, by, once, (facing, s) -> Calling.note(s.call(), s.keeps(), outcome));
    }

    Recorded skip(UUID call, @Nullable Integer rung, Acting by, Once once) {
        return act(call, by, once, (facing, s) -> {
            facing.guard(Calls.subject(s.forum().id()));
            return Calling.skip(s.call(), s.keeps(), rung);
        });
    }

    Recorded place(UUID call, @Nullable Place place, Acting by, Once once) {
        return act(call, by, once, (facing, s) -> Calling.place(s.call(), by, s.keeps(), place));
    }

    Recorded lookUp(UUID call, @Nullable String function, Acting by, Once once) {
        return act(call, by, once, (facing, s) -> Calling.lookUp(s.call(), s.keeps(), function));
    }

    /** Whether what an exercise's calls send stays in the building. */
    Recorded keepIn(UUID id, boolean keptIn, Acting by, Once once) {
        return by.record(journal, once, facing -> {
            var incident = incidents.guarded(facing, id, by);
            var subject = Calls.subject(id);
            facing.guard(subject);
            var fact = Calling.keepIn(incident, facing.state(Calls.VIEW, id, by.viewer()), by, keptIn);
            return List.of(
                    Draft.on(id, subject, fact, incident.labels()).happened(incidents.happens(incident, facing.now())));
        });
    }

    private Recorded act(UUID call, Acting by, Once once, BiFunction<Verb.Facing, Scene, CalloutFact> rule) {
        var incident = incidentOf(call);
        return by.record(journal, once, facing -> {
            var scene = scene(facing, incident, call, by);
            return List.of(draft(facing, incident, scene, rule.apply(facing, scene), by));
        });
    }

    /** @throws NotThere where there is no such call in an incident that goes on */
    public UUID incidentOf(UUID call) {
        return journal.across(Open.ACROSS).incidentOf(call).orElseThrow(NotThere::new);
    }

    private Scene scene(Verb.Facing facing, UUID id, UUID call, Acting by) {
        var incident = incidents.guarded(facing, id, by);
        var found = facing.state(Calls.VIEW, id, by.viewer()).find(call).orElseThrow(NotThere::new);
        incident.mustGoOn();
        var forum = facing.state(ForumsView.VIEW, id, by.viewer())
                .find(found.forum())
                .orElseThrow(NotThere::new);
        facing.guard(forum.id());
        return new Scene(found, forum, forums.keeps(forum, by));
    }

    private Draft draft(Verb.Facing facing, UUID id, Scene scene, CalloutFact fact, Acting by) {
        Incident incident = facing.state(Incident.VIEW, id, by.viewer());
        return Draft.on(
                        id,
                        Calls.subject(scene.forum().id()),
                        fact,
                        scene.forum().labels())
                .happened(incidents.happens(incident, facing.now()));
    }
}
