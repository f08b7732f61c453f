package se.samlad.desk;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.samlad.actor.Actors;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;

/** The head of every page of an incident: its name, its state, and the clock from the signal (I3). */
@Component
class IncidentHeader implements Panel {

    private final Incidents incidents;
    private final Actors actors;

    IncidentHeader(Incidents incidents, Actors actors) {
        this.incidents = incidents;
        this.actors = actors;
    }

    @Override
    public String name() {
        return "incident.header";
    }

    @Override
    public Scope scope() {
        return Scope.CLASS;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof IncidentFact;
    }

    @Override
    public Content content(Ask ask) {
        var incident = incidents.get(ask.subject(), ask.viewer());
        var joined = incident.joined().stream()
                .flatMap(id -> incidents.find(id, ask.viewer()).stream())
                .toList();
        return new Content("incident/header", Map.of("incident", incident, "actors", actors, "joined", joined));
    }
}
