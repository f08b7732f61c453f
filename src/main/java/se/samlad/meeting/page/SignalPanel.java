package se.samlad.meeting.page;

import java.util.HashMap;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;
import se.samlad.meeting.Line;
import se.samlad.meeting.Meeting;
import se.samlad.meeting.Meetings;

/** Beside a signal: it is laid to a meeting ahead with one press, and back with another (I1). */
@Component
class SignalPanel implements Panel {

    static final String NAME = "meeting.signal";

    private final Meetings meetings;
    private final Incidents incidents;

    SignalPanel(Meetings meetings, Incidents incidents) {
        this.meetings = meetings;
        this.incidents = incidents;
    }

    @Override
    public String name() {
        return NAME;
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
        var ahead =
                meetings.seenBy(ask.viewer()).stream().filter(Meeting::isAhead).toList();
        var on = ahead.stream().filter(m -> laid(m, incident).isPresent()).findFirst();
        var by = ask.viewer().acting().filter(MeetingPages::acts).orElse(null);
        var params = new HashMap<String, Object>();
        params.put("incident", incident.id());
        params.put("ahead", ahead);
        params.put("on", on.orElse(null));
        params.put("line", on.flatMap(m -> laid(m, incident)).orElse(null));
        params.put("by", by);
        params.put("may", by != null && incident.state() == Incident.State.SIGNALLED && incident.isOpenToMembers());
        return new Content("meeting/signal", params);
    }

    private static Optional<Line> laid(Meeting m, Incident incident) {
        return m.all(Line.Kind.POINT).stream()
                .filter(line -> !line.isWithdrawn() && ("/incidents/" + incident.id()).equals(line.page()))
                .findFirst();
    }
}
