package se.samlad.report;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.DrawnFrom;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.journal.Refused;
import se.samlad.web.Done;

/** Reports, rows of the log and their corrections. */
@RestController
class ReportApi {

    private final Reports reports;

    ReportApi(Reports reports) {
        this.reports = reports;
    }

    /** An actor's own picture (C4), or {@code {"nothingNew":true}} (C1). */
    @PostMapping("/api/incidents/{id}/reports")
    Recorded report(@PathVariable UUID id, @RequestBody Sent.Report said, DrawnFrom from, Acting by, Once once) {
        return reports.report(id, said, from, by, once);
    }

    /** The whole corrected report, with the reason; only for the actor's own reports (C5). */
    @PostMapping("/api/reports/{id}/correction")
    Done correct(@PathVariable UUID id, @RequestBody Sent.Correction said, DrawnFrom from, Acting by, Once once) {
        return shown(reports.correct(id, said, from, by, once));
    }

    @PostMapping("/api/incidents/{id}/notes")
    Recorded note(@PathVariable UUID id, @RequestBody Sent.Note said, Acting by, Once once) {
        return reports.note(id, said, by, once);
    }

    /** A statement passed on about somebody else (C3). */
    @PostMapping("/api/incidents/{id}/relays")
    Recorded relay(@PathVariable UUID id, @RequestBody Sent.Relay said, Acting by, Once once) {
        return reports.relay(id, said, by, once);
    }

    /** A new text for a row or for a relayed statement, with the reason (C5). */
    @PostMapping("/api/notes/{id}/correction")
    Done correctNote(
            @PathVariable UUID id, @RequestBody Sent.NoteCorrection said, DrawnFrom from, Acting by, Once once) {
        return shown(reports.correctNote(id, said, from, by, once));
    }

    /** A need in the log is met, or no longer there; only the actor's own. */
    @PostMapping("/api/notes/{id}/met")
    Done met(@PathVariable UUID id, @RequestBody Sent.Met said, DrawnFrom from, Acting by, Once once) {
        return shown(reports.met(id, said, from, by, once));
    }

    /** The composer's form: one choice decides which of the verbs it is. */
    @PostMapping("/incidents/{id}/log")
    Recorded write(@PathVariable UUID id, @RequestBody Composed composed, DrawnFrom from, Acting by, Once once) {
        try {
            return switch (composed.said()) {
                case Sent.Report report -> reports.report(id, report, from, by, once);
                case Sent.Note note -> reports.note(id, note, by, once);
                case Sent.Relay relay -> reports.relay(id, relay, by, once);
            };
        } catch (Refused no) {
            throw composed.inItsFields(no);
        }
    }

    private static Done shown(Recorded recorded) {
        return new Done(recorded, "/incidents/" + recorded.stream());
    }
}
