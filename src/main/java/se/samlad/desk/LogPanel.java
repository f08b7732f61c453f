package se.samlad.desk;

import java.util.Map;
import org.springframework.stereotype.Component;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;

/** The newest rows of the log, live. Readers who see the same rows share one rendering. */
@Component
class LogPanel implements Panel {

    private final Log log;
    private final Incidents incidents;

    LogPanel(Log log, Incidents incidents) {
        this.log = log;
        this.incidents = incidents;
    }

    @Override
    public String name() {
        return "desk.log";
    }

    @Override
    public Scope scope() {
        return Scope.CLASS;
    }

    @Override
    public boolean concerns(Entry entry) {
        return true;
    }

    @Override
    public Content content(Ask ask) {
        var incident = incidents.get(ask.subject(), ask.viewer());
        var page = log.read(incident.id(), Log.Filter.NONE, 0, ask.viewer(), ask.say());
        return new Content(
                "desk/log-live",
                Map.of(
                        "incident", incident.id(),
                        "page", page,
                        "on", ask.say().at(incident.clock(ask.say().now()))));
    }
}
