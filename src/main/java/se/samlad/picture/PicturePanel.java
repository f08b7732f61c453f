package se.samlad.picture;

import java.util.HashMap;
import java.util.Map;
import se.samlad.direction.DirectionFact;
import se.samlad.forum.ForumFact;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;
import se.samlad.report.ReportFact;

/** A panel of the picture, the same for all who see the same entries of the incident. */
final class PicturePanel implements Panel {

    /**
     * Gives the template's parameters, beside {@code root}, the panel's id, and {@code here}, texts by the incident's
     * own clock.
     */
    interface Drawing {
        Map<String, Object> of(Incident incident, Ask ask);
    }

    private final String name;
    private final String template;
    private final Incidents incidents;
    private final Drawing drawing;

    PicturePanel(String name, String template, Incidents incidents, Drawing drawing) {
        this.name = name;
        this.template = template;
        this.incidents = incidents;
        this.drawing = drawing;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Scope scope() {
        return Scope.CLASS;
    }

    @Override
    public boolean concerns(Entry entry) {
        return switch (entry.fact()) {
            case ReportFact.Pictured r -> true;
            case IncidentFact i -> true;
            case DirectionFact d -> true;
            case ForumFact.Acknowledged a -> false;
            case ForumFact f -> true;
            default -> false;
        };
    }

    @Override
    public Content content(Ask ask) {
        var incident = incidents.get(ask.subject(), ask.viewer());
        var params = new HashMap<>(drawing.of(incident, ask));
        params.put("root", name);
        params.put("here", ask.say().at(incident.clock(ask.say().now())));
        return new Content(template, params);
    }
}
