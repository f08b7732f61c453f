package se.samlad.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Viewer.Acting;
import se.samlad.incident.Incidents;
import se.samlad.journal.Once;
import se.samlad.live.Shell;
import se.samlad.web.Seen;

/** Writing in the log, reporting and correcting, for people. */
@Controller
class ReportController {

    private final Reports reports;
    private final Incidents incidents;
    private final Seen seen;

    ReportController(Reports reports, Incidents incidents, Seen seen) {
        this.reports = reports;
        this.incidents = incidents;
        this.seen = seen;
    }

    /** The composer: what was chosen decides whether it is a report, a row, or something passed on. */
    @PostMapping("/incidents/{id}/log")
    String write(
            @PathVariable UUID id,
            @ModelAttribute Composed composed,
            @RequestParam(defaultValue = "") String page,
            Acting by,
            Once once,
            HttpServletResponse response) {
        var recorded =
                switch (composed.said()) {
                    case Sent.Report report -> reports.report(id, report, by, once);
                    case Sent.Note note -> reports.note(id, note, by, once);
                    case Sent.Relay relay -> reports.relay(id, relay, by, once);
                };
        return seen.at(page.isEmpty() ? "/incidents/" + id : Seen.local(page), recorded, response);
    }

    /** One press (C1). */
    @PostMapping("/incidents/{id}/reports/nothing-new")
    String nothingNew(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String page,
            Acting by,
            Once once,
            HttpServletResponse response) {
        var recorded = reports.report(id, Sent.Report.NOTHING_NEW, by, once);
        return seen.at(page.isEmpty() ? "/incidents/" + id : Seen.local(page), recorded, response);
    }

    /** What holds now, ready to be mended; for a report as for a row. @param id the entry, or a correction of it */
    @GetMapping("/reports/{id}/correction")
    String correction(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var latest = reports.latestOf(reports.own(id, viewer), viewer);
        var incident = incidents.get(latest.stream(), viewer);
        model.addAttribute("incident", incident);
        model.addAttribute("old", latest);
        model.addAttribute("then", shell.say().at(incident.clock(shell.say().now())));
        return Reports.isReport(latest) ? "report/correction" : "report/note-correction";
    }

    @PostMapping("/reports/{id}/correction")
    String correct(
            @PathVariable UUID id,
            @ModelAttribute Sent.Correction said,
            Acting by,
            Once once,
            HttpServletResponse response) {
        var recorded = reports.correct(id, said, by, once);
        return seen.at("/incidents/" + recorded.stream(), recorded, response);
    }

    @PostMapping("/notes/{id}/correction")
    String correctNote(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String reason,
            Acting by,
            Once once,
            HttpServletResponse response) {
        var recorded = reports.correctNote(id, new Sent.NoteCorrection(text, reason), by, once);
        return seen.at("/incidents/" + recorded.stream(), recorded, response);
    }
}
