package se.samlad.incident;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.web.Done;
import se.samlad.web.Nothing;

/** The verbs on incidents, for forms and programs. */
@RestController
class IncidentApi {

    record Clock(@Nullable OffsetDateTime now) {}

    record Answer(@Nullable String reason) {}

    record Weighing(
            String actor,
            @Nullable String unit,
            Concern concern,
            @Nullable String reason) {}

    record Title(@Nullable String title, @Nullable String reason) {}

    record Joining(@Nullable UUID incident, @Nullable String reason) {}

    private final Incidents incidents;
    private final List<SignalForm.Beside> rooms;

    IncidentApi(Incidents incidents, List<SignalForm.Beside> rooms) {
        this.incidents = incidents;
        this.rooms = List.copyOf(rooms);
    }

    @PostMapping("/api/incidents")
    Done signal(@RequestBody SignalForm said, Acting by, Once once) {
        var recorded = incidents.signal(said, rooms, by, once);
        return new Done(recorded, "/incidents/" + recorded.stream());
    }

    /** The municipality that signalled answers for the incident itself (F5). */
    @PostMapping("/api/incidents/{id}/local")
    Recorded takeLocally(@PathVariable UUID id, @RequestBody Nothing nothing, Acting by, Once once) {
        return incidents.takeLocally(id, by, once);
    }

    @PostMapping("/api/incidents/{id}/clock")
    Recorded clock(@PathVariable UUID id, @RequestBody Clock to, Acting by, Once once) {
        if (to.now() == null) throw new Refused("text.missing", "now").at("now");
        return incidents.moveClock(id, to.now().toInstant(), by, once);
    }

    /** Answers the signal without convening (I2). */
    @PostMapping("/api/incidents/{id}/answer")
    Recorded answer(@PathVariable UUID id, @RequestBody Answer said, Acting by, Once once) {
        return incidents.answer(id, said.reason(), by, once);
    }

    @PostMapping("/api/incidents/{id}/concerns")
    Recorded weigh(@PathVariable UUID id, @RequestBody Weighing w, Acting by, Once once) {
        return incidents.weigh(id, w.actor(), w.unit(), w.concern(), w.reason(), by, once);
    }

    /** Joins this incident and another as the same; recorded in both. */
    @PostMapping("/api/incidents/{id}/joining")
    Recorded join(@PathVariable UUID id, @RequestBody Joining said, Acting by, Once once) {
        if (said.incident() == null) throw new Refused("text.missing", "incident").at("incident");
        return incidents.join(id, said.incident(), said.reason(), by, once);
    }

    @PostMapping("/api/incidents/{id}/title")
    Recorded retitle(@PathVariable UUID id, @RequestBody Title t, DrawnFrom from, Acting by, Once once) {
        return incidents.retitle(id, t.title(), t.reason(), from, by, once);
    }
}
