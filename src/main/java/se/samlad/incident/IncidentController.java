package se.samlad.incident;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.web.Say;
import se.samlad.web.Seen;

/** Signals and what steers an incident, for people. The pages themselves are the desk's. */
@Controller
class IncidentController {

    private final Incidents incidents;
    private final Seen seen;

    IncidentController(Incidents incidents, Seen seen) {
        this.incidents = incidents;
        this.seen = seen;
    }

    @PostMapping("/incidents")
    String signal(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(required = false) @Nullable String warning,
            @RequestParam(defaultValue = "false") boolean exercise,
            Acting by,
            Once once,
            HttpServletResponse response) {
        var recorded = incidents.signal(
                new SignalForm(title, null, null, warning, null, exercise ? new SignalForm.Exercise(null) : null, null),
                by,
                once);
        return seen.at("/incidents/" + recorded.stream(), recorded, response);
    }

    @PostMapping("/incidents/{id}/answer")
    String answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return seen.at("/incidents/" + id, incidents.answer(id, reason, by, once), response);
    }

    @PostMapping("/incidents/{id}/concerns")
    String weigh(
            @PathVariable UUID id,
            @RequestParam String actor,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam Concern concern,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "/") String page,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return seen.at(Seen.local(page), incidents.weigh(id, actor, unit, concern, reason, by, once), response);
    }

    /** Puts an exercise's clock forward. @param to Stockholm's time, as the browser's field gives it */
    @PostMapping("/incidents/{id}/clock")
    String clock(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return seen.at("/incidents/" + id, incidents.moveClock(id, local(to), by, once), response);
    }

    private static Instant local(String time) {
        try {
            return LocalDateTime.parse(time.strip()).atZone(Say.STOCKHOLM).toInstant();
        } catch (DateTimeException e) {
            throw new Refused("incident.clock-time");
        }
    }

    @PostMapping("/incidents/{id}/joining")
    String join(
            @PathVariable UUID id,
            @RequestParam UUID incident,
            @RequestParam(defaultValue = "") String reason,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return seen.at("/incidents/" + id, incidents.join(id, incident, reason, by, once), response);
    }

    @PostMapping("/incidents/{id}/title")
    String retitle(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String reason,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return seen.at("/incidents/" + id, incidents.retitle(id, title, reason, by, once), response);
    }
}
