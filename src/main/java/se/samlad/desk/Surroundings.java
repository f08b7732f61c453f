package se.samlad.desk;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;
import se.samlad.web.Say;

/** What stands round every page: the active incidents, and actors by their names. */
@Component
class Surroundings implements Shell.Around {

    private final Actors actors;
    private final Incidents incidents;

    Surroundings(Actors actors, Incidents incidents) {
        this.actors = actors;
        this.incidents = incidents;
    }

    @Override
    public String actorName(String code) {
        return actors.shortName(code);
    }

    @Override
    public List<Shell.Chip> active(Viewer viewer, Say say) {
        return incidents.list(viewer, false).stream().map(i -> chip(i, say)).toList();
    }

    private static Shell.Chip chip(Incident incident, Say say) {
        var age = say.at(incident.clock(say.now())).age(incident.signalled());
        return new Shell.Chip(incident.id(), incident.title(), "", incident.signalled(), age, incident.isExercise());
    }
}
