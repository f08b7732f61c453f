package se.samlad.forum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.samlad.access.Functions;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What waits: a call to acknowledge (I3); for a function that may convene, a forum that is asked for (F2, I2). */
@Component
class ForumWaiting implements Waiting {

    private final Forums forums;
    private final Incidents incidents;
    private final Actors actors;
    private final Viewers viewers;

    ForumWaiting(Forums forums, Incidents incidents, Actors actors, Viewers viewers) {
        this.forums = forums;
        this.incidents = incidents;
        this.actors = actors;
        this.viewers = viewers;
    }

    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        var by = viewer.acting().orElse(null);
        if (by == null) return List.of();
        var names = new ForumPanels.Names(actors, viewers.functions());
        var items = new ArrayList<Item>();
        for (var incident : incidents.open(viewer)) {
            var there = forums.in(incident.id(), viewer);
            items.addAll(of(incident, there, by, new Words(names, say)));
        }
        return items;
    }

    /** The meetings to come of the forums that the actor sits in. */
    @Override
    public List<String> ahead(Viewer viewer, Say say) {
        var actor = viewer.acting().map(Viewer.Acting::actor).orElse("");
        var lines = new ArrayList<String>();
        for (var incident : incidents.open(viewer)) {
            var on = say.at(incident.clock(say.now()));
            for (var forum : forums.in(incident.id(), viewer).open()) {
                var at = forum.next().at();
                if (at != null && forum.seats().has(actor) && !forum.hasMissedNext())
                    lines.add(say.text("forum.ahead", forum.name(say), on.time(at), incident.title()));
            }
        }
        return lines;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof ForumFact || entry.fact() instanceof IncidentFact;
    }

    record Words(ForumPanels.Names names, Say say) {
        Functions functions() {
            return names.functions();
        }
    }

    /** The items of one incident. */
    static List<Item> of(Incident incident, ForumsView there, Viewer.Acting by, Words words) {
        var items = new ArrayList<Item>();
        for (var forum : ForumPanels.calls(there, words.functions(), by.function()))
            items.add(call(incident, forum, by, words));
        for (var forum : there.open())
            if (forum.hasMissedNext() && Leading.mayKeep(forum, by)) items.add(missed(incident, forum, words));
        if (!by.mayConvene()) return items;
        there.asked().values().forEach(asked -> items.add(asked(incident, asked, words)));
        return items;
    }

    private static Item call(Incident incident, Forum forum, Viewer.Acting by, Words t) {
        var reach = forum.next().reach();
        var at = forum.next().at();
        var detail = t.say()
                        .text(
                                "forum.waits.call",
                                incident.title(),
                                t.names().actor(forum.opening().by().actor(), t.say()))
                + (reach == null ? "" : " " + t.say().text("forum.reach", reach));
        return new Item(
                "call-" + forum.id(),
                0,
                t.say().text("forum.waits.called", forum.name(t.say())),
                detail,
                forum.seats().called().getOrDefault(by.actor(), forum.opening().at()),
                at,
                incident.belongs(t.say().now()),
                new Settle.Press(
                        t.say().text("forum.acknowledge"), "/forums/" + forum.id() + "/acknowledgement", Map.of()));
    }

    private static Item missed(Incident incident, Forum forum, Words t) {
        var meeting = Objects.requireNonNull(forum.course().missed());
        var on = t.say().at(incident.clock(t.say().now()));
        return new Item(
                "missed-" + forum.id(),
                1,
                t.say().text("forum.waits.missed", forum.name(t.say()), on.time(meeting)),
                incident.title(),
                meeting,
                null,
                incident.belongs(t.say().now()),
                new Settle.Go(t.say().text("forum.waits.missed-go"), "/incidents/" + incident.id() + "/forums"));
    }

    private static Item asked(Incident incident, ForumsView.Asked asked, Words t) {
        return new Item(
                "asked-" + asked.id(),
                0,
                t.say().text("forum.asked." + asked.level()),
                incident.title() + ". " + t.names().actor(asked.by().actor(), t.say()) + ": " + asked.reason(),
                asked.at(),
                null,
                incident.belongs(t.say().now()),
                new Settle.Go(t.say().text("forum.waits.weigh"), "/incidents/" + incident.id() + "/forums"));
    }
}
