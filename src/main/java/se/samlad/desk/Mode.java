package se.samlad.desk;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.samlad.forum.ForumFact;
import se.samlad.forum.Forums;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;

/**
 * The mode in one sentence: ordinary, or the active incidents and their levels; the signals that nobody has assessed; and how
 * many local incidents go on.
 */
@Component
public class Mode implements Panel {

    /** @param levels in the reader's language; empty: none is active yet */
    public record Going(Incident incident, String levels) {}

    private final Incidents incidents;
    private final Forums forums;

    Mode(Incidents incidents, Forums forums) {
        this.incidents = incidents;
        this.forums = forums;
    }

    @Override
    public String name() {
        return "desk.mode";
    }

    @Override
    public Scope scope() {
        return Scope.FUNCTION;
    }

    @Override
    public boolean concerns(Entry entry) {
        return entry.fact() instanceof IncidentFact || entry.fact() instanceof ForumFact;
    }

    @Override
    public Content content(Ask ask) {
        var open = incidents.open(ask.viewer());
        return new Content(
                "desk/mode",
                Map.of(
                        "active", in(open, Incident.State.ACTIVATED, ask),
                        "signals", in(open, Incident.State.SIGNALLED, ask),
                        "locals",
                                open.stream()
                                        .filter(i -> i.state() == Incident.State.LOCAL)
                                        .count()));
    }

    private List<Going> in(List<Incident> open, Incident.State state, Ask ask) {
        return open.stream()
                .filter(i -> i.state() == state)
                .map(i -> new Going(i, Surroundings.levels(forums.in(i.id(), ask.viewer()), ask.say())))
                .toList();
    }
}
