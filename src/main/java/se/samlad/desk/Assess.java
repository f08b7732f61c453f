package se.samlad.desk;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
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

    Assess(Incidents incidents, Actors actors) {
        this.incidents = incidents;
        this.actors = actors;
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
        return entry.fact() instanceof IncidentFact;
    }

    @Override
    public Content content(Ask ask) {
        var incident = incidents.get(ask.subject(), ask.viewer());
        return new Content(
                "desk/assess",
                Map.of(
                        "incident", incident,
                        "may", ask.viewer().mayConvene(),
                        "actors", actors.members(),
                        "asked",
                                actors.shortName(
                                        incident.asked().actor(), ask.say().language())));
    }

    /** The signals that nobody has assessed yet. */
    @Override
    public List<Item> waiting(Viewer viewer, Say say) {
        if (!viewer.mayConvene()) return List.of();
        return incidents.open(viewer).stream()
                .filter(i -> i.state() == Incident.State.SIGNALLED)
                .map(i -> item(i, say))
                .toList();
    }

    private Item item(Incident incident, Say say) {
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
                new Settle.Go(say.text("desk.assess.do"), path + "#desk.assess"));
    }
}
