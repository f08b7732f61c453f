package se.samlad.week;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.forum.Summoning;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.SignalForm;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;

/** Makes a planned event an incident with a planning forum of those concerned, by one press (I6). */
@Service
class PlanningForums {

    private static final String KIND = "planned";

    private final Weeks weeks;
    private final Incidents incidents;
    private final Summoning summoning;
    private final Actors actors;

    PlanningForums(Weeks weeks, Incidents incidents, Summoning summoning, Actors actors) {
        this.weeks = weeks;
        this.incidents = incidents;
        this.summoning = summoning;
        this.actors = actors;
    }

    /** The incident that was made from the event, where the viewer may see it. */
    Optional<Incident> of(UUID event, Viewer viewer) {
        return incidents.ofWarning(origin(event), viewer);
    }

    private static String origin(UUID event) {
        return "event:" + event;
    }

    /** Those whose area the event is in; whoever plans it may choose others. */
    List<String> suggested(Event event) {
        var area = event.said().area();
        return actors.members().stream()
                .filter(actor -> area != null && area.equals(actor.scb()))
                .map(Actor::code)
                .toList();
    }

    /**
     * Two things are recorded, the incident and then its forum, each under a key that follows from the request's: sent again
     * after a server was stopped in between, the forum is formed and nothing is recorded twice.
     *
     * @return what was recorded of the forum
     * @throws Refused week.is-off, week.narrow for an event that not all members see, week.nobody and
     *     week.no-such-actor at the field, incident.signalled-already
     */
    Recorded plan(UUID id, @Nullable List<String> said, Acting by, Once once) {
        Noting.mayAct(by);
        var event = weeks.event(id, by.viewer());
        if (!event.isOn()) throw new Refused("week.is-off");
        if (!event.isForMembers()) throw new Refused("week.narrow");
        var chosen = chosen(said, by);
        var planned = event.said();
        var signal = SignalForm.of(planned.title(), planned.text(), KIND, origin(id));
        var incident = incidents.signal(signal, List.of(), by, once).stream();
        return summoning.form(incident, chosen, planned.title(), by, following(once));
    }

    private List<String> chosen(@Nullable List<String> said, Acting by) {
        var chosen = said == null
                ? List.<String>of()
                : said.stream().filter(code -> !code.isBlank()).distinct().toList();
        for (var code : chosen) if (!actors.exists(code)) throw new Refused("week.no-such-actor", code).at("actors");
        if (chosen.stream().allMatch(by.actor()::equals)) throw new Refused("week.nobody").at("actors");
        return chosen;
    }

    private static Once following(Once once) {
        return new Once(UUID.nameUUIDFromBytes((once.key() + "forum").getBytes(StandardCharsets.UTF_8)), once.digest());
    }
}
