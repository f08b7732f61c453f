package se.samlad.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Alarms;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** The forms for those who may convene: they assess a signal, with a forum or a reasoned answer (I2, I4). */
@Component
class Assess implements Panel, Waiting {

    private static final int FIRST = -1;

    private final Incidents incidents;
    private final Actors actors;
    private final Alarms alarms;

    Assess(Incidents incidents, Actors actors, Alarms alarms) {
        this.incidents = incidents;
        this.actors = actors;
        this.alarms = alarms;
    }

    @Override
    public String name() {
        return "desk.assess";
    }

    @Override
    public Scope scope() {
        return Scope.FUNCTION;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof IncidentFact || entry.fact() instanceof Alarms.Changed;
    }

    @Override
    public Content content(Ask ask) {
        var incident = incidents.get(ask.subject(), ask.viewer());
        var params = new HashMap<String, Object>();
        params.put("incident", incident);
        params.put("may", ask.viewer().mayConvene());
        params.put("actors", actors.members());
        params.put("asked", actors.shortName(incident.asked().actor(), ask.say().language()));
        params.put("atOnce", alarms.atOnce(incident, ask.viewer()));
        alarms.proposed(incident, ask.viewer()).ifPresent(plan -> params.put("plan", plan));
        return new Content("desk/assess", params);
    }

    /** The signals that nobody has assessed yet. */
    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        if (!viewer.mayConvene()) return List.of();
        return incidents.open(viewer).stream()
                .filter(i -> i.state() == Incident.State.SIGNALLED)
                .map(i -> item(i, viewer, say))
                .toList();
    }

    private Item item(Incident incident, Viewer viewer, Say say) {
        var path = "/incidents/" + incident.id();
        return new Item(
                "assess-" + incident.id(),
                FIRST,
                say.text("desk.assess.turn", incident.title()),
                incident.text() == null
                        ? say.text(
                                "desk.assess.from",
                                actors.shortName(incident.asked().actor(), say.language()))
                        : say.text(
                                "desk.assess.from-text",
                                actors.shortName(incident.asked().actor(), say.language()),
                                incident.text()),
                incident.signalled(),
                null,
                incident.belongs(say.now()),
                settle(incident, path, viewer, say));
    }

    /** The page where it is assessed; beside it one press where an alarm plan fits that calls all at once. */
    private Settle settle(Incident incident, String path, Viewer viewer, Say say) {
        var assess = new Settle.Go(say.text("desk.assess.do"), path + "#desk.assess");
        return alarms.proposed(incident, viewer)
                .filter(Alarms.Proposal::atOnce)
                .map(plan -> new Settle.Press(
                        say.text("alarm.all-now", plan.title(say)),
                        path + "/forums",
                        Map.of("plan", plan.plan().toString())))
                .<Settle>map(press -> new Settle.Either(press, assess))
                .orElse(assess);
    }
}
