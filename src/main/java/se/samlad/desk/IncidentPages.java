package se.samlad.desk;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;

/** The page of an incident, and the list of them. */
@Controller
class IncidentPages {

    private final Incidents incidents;

    IncidentPages(Incidents incidents) {
        this.incidents = incidents;
    }

    @GetMapping("/incidents/{id}")
    String log(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        return "incident/log";
    }
}
