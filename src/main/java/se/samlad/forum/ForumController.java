package se.samlad.forum;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;

/** The page with an incident's forums. */
@Controller
class ForumController {

    private final Incidents incidents;

    ForumController(Incidents incidents) {
        this.incidents = incidents;
    }

    @GetMapping("/incidents/{id}/forums")
    String page(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        return "forum/page";
    }
}
