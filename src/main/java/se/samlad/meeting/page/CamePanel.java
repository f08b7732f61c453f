package se.samlad.meeting.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samlad.actor.Actors;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.live.Panel;
import se.samlad.meeting.MeetingFact;
import se.samlad.meeting.Meetings;
import se.samlad.standing.OrdinaryForums;
import se.samlad.standing.StandingPages.Names;
import se.samlad.web.CameOf;

/** Beside an incident: the cases that it left to ordinary mode, and what was undertaken at meetings on them and on it (I5). */
@Component
class CamePanel implements Panel {

    static final String NAME = "meeting.came";

    private final Meetings meetings;
    private final Incidents incidents;
    private final OrdinaryForums forums;
    private final Actors actors;
    private final ObjectProvider<CameOf> rooms;

    CamePanel(
            Meetings meetings,
            Incidents incidents,
            OrdinaryForums forums,
            Actors actors,
            ObjectProvider<CameOf> rooms) {
        this.meetings = meetings;
        this.incidents = incidents;
        this.forums = forums;
        this.actors = actors;
        this.rooms = rooms;
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
        return switch (entry.fact()) {
            case IncidentFact _ -> true;
            case MeetingFact.Undertaken _, MeetingFact.OwnWord _, MeetingFact.CarriedOut _, MeetingFact.Corrected _ ->
                true;
            case Fact fact -> rooms.stream().anyMatch(room -> room.facts().isInstance(fact));
        };
    }

    /** What came of it has streams of its own. */
    @Override
    public boolean looksBeyond() {
        return true;
    }

    @Override
    public Content content(Ask ask) {
        incidents.get(ask.subject(), ask.viewer());
        var things = new ArrayList<CameOf.Thing>();
        rooms.orderedStream().forEach(room -> things.addAll(room.found().of(ask.subject(), ask.viewer(), ask.say())));
        var pages = new ArrayList<String>();
        pages.add("/incidents/" + ask.subject());
        for (var thing : things) pages.add(thing.page());
        var params = new HashMap<String, Object>();
        params.put("things", things);
        params.put("undertaken", undertaken(ask, pages));
        params.put("names", new Names(forums, actors, ask.say()));
        return new Content("meeting/came", params);
    }

    private List<MeetingPages.Undertaken> undertaken(Ask ask, List<String> pages) {
        return meetings.seenBy(ask.viewer()).stream()
                .flatMap(m -> m.under(pages).stream().map(line -> new MeetingPages.Undertaken(m, line)))
                .toList();
    }
}
