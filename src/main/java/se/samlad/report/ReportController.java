package se.samlad.report;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;

/** The pages for correcting a report or a row of the log. */
@Controller
class ReportController {

    private final Reports reports;
    private final Incidents incidents;

    ReportController(Reports reports, Incidents incidents) {
        this.reports = reports;
        this.incidents = incidents;
    }

    /** The current text in a form, for reports and rows alike. @param id the entry, or a correction of it */
    @GetMapping("/reports/{id}/correction")
    String correction(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var latest = reports.latestOf(reports.own(id, viewer), viewer);
        var incident = incidents.get(latest.stream(), viewer);
        model.addAttribute("incident", incident);
        model.addAttribute("old", latest);
        model.addAttribute("then", shell.say().at(incident.clock(shell.say().now())));
        if (!Reports.isReport(latest))
            reports.in(incident.id(), viewer, null)
                    .need(latest)
                    .filter(need -> viewer.isOf(need.by().actor()))
                    .ifPresent(need -> model.addAttribute("need", need));
        return Reports.isReport(latest) ? "report/correction" : "report/note-correction";
    }
}
