package se.samlad.resource;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;
import se.samlad.web.Alike;

/** The pages of shared resources. */
@Controller
class ResourcePages {

    static final String NEEDS = "/resource-needs";

    private final Resources resources;
    private final Incidents incidents;
    private final Actors actors;
    private final Alike alike;

    ResourcePages(Resources resources, Incidents incidents, Actors actors, Alike alike) {
        this.resources = resources;
        this.incidents = incidents;
        this.actors = actors;
        this.alike = alike;
    }

    /** @param what a need that was noted elsewhere, as it begins in the form */
    @GetMapping("/incidents/{id}/resources")
    String all(@PathVariable UUID id, @RequestParam(defaultValue = "") String what, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        model.addAttribute("what", what.substring(0, Math.min(what.length(), 200)));
        model.addAttribute(
                "acts", shell.viewer().acting().filter(ResourcePages::acts).isPresent());
        return "resource/page";
    }

    @GetMapping(NEEDS + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var need = resources.get(id, viewer);
        var incident = incidents.get(need.incident(), viewer);
        var by = viewer.acting().filter(ResourcePages::acts);
        model.addAttribute("need", need);
        model.addAttribute("incident", incident);
        model.addAttribute("own", by.map(Acting::actor).orElse(""));
        model.addAttribute("goesOn", incident.isOpen());
        model.addAttribute("ranks", incident.isOpen() && resources.ranks(incident.id(), viewer));
        model.addAttribute("similar", alike.to(need.raised().what(), NEEDS + "/" + id, viewer));
        model.addAttribute("actors", actors);
        return "resource/one";
    }

    private static boolean acts(Acting by) {
        return !by.function().onlyAdministers();
    }
}
