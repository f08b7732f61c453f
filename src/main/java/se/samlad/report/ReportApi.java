package se.samlad.report;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.web.Created;

/** Reports, rows of the log and their corrections, for programs. */
@RestController
class ReportApi {

    private final Reports reports;

    ReportApi(Reports reports) {
        this.reports = reports;
    }

    /** An actor's own picture (C4), or {@code {"nothingNew":true}} (C1). */
    @PostMapping("/api/incidents/{id}/reports")
    @ResponseStatus(HttpStatus.CREATED)
    Created report(@PathVariable UUID id, @RequestBody Sent.Report said, Acting by, Once once) {
        return Created.of(reports.report(id, said, by, once));
    }

    /** The whole report as it should have been, with the reason; of the actor's own reports only (C5). */
    @PostMapping("/api/reports/{id}/correction")
    @ResponseStatus(HttpStatus.CREATED)
    Created correct(@PathVariable UUID id, @RequestBody Sent.Correction said, Acting by, Once once) {
        return Created.of(reports.correct(id, said, by, once));
    }

    @PostMapping("/api/incidents/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Created note(@PathVariable UUID id, @RequestBody Sent.Note said, Acting by, Once once) {
        return Created.of(reports.note(id, said, by, once));
    }

    /** What is passed on about somebody else (C3). */
    @PostMapping("/api/incidents/{id}/relays")
    @ResponseStatus(HttpStatus.CREATED)
    Created relay(@PathVariable UUID id, @RequestBody Sent.Relay said, Acting by, Once once) {
        return Created.of(reports.relay(id, said, by, once));
    }

    /** Another text for a row or for what was relayed, with the reason (C5). */
    @PostMapping("/api/notes/{id}/correction")
    @ResponseStatus(HttpStatus.CREATED)
    Created correctNote(@PathVariable UUID id, @RequestBody Sent.NoteCorrection said, Acting by, Once once) {
        return Created.of(reports.correctNote(id, said, by, once));
    }
}
