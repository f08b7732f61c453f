package se.samlad.direction;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;

/** The pages for directions: to read aloud, to propose, to answer, and to report progress. */
@Controller
class DirectionController {

    private final Directions directions;
    private final PreparedDirections prepared;
    private final Incidents incidents;
    private final Actors actors;
    private final Viewers viewers;

    DirectionController(
            Directions directions, PreparedDirections prepared, Incidents incidents, Actors actors, Viewers viewers) {
        this.directions = directions;
        this.prepared = prepared;
        this.incidents = incidents;
        this.actors = actors;
        this.viewers = viewers;
    }

    @GetMapping("/incidents/{id}/direction")
    String page(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        return "direction/page";
    }

    /** One version, its changes from the version before, and who stood behind it. */
    @GetMapping("/directions/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var direction = directions.get(id, viewer);
        var incident = incidents.get(direction.incident(), viewer);
        model.addAttribute("incident", incident);
        model.addAttribute("all", directions.in(incident.id(), viewer, null));
        model.addAttribute("direction", direction);
        model.addAttribute("proposal", DirectionRoom.proposal(direction, viewer, directions, viewers.functions()));
        model.addAttribute("concerned", directions.concerned(direction, viewer));
        model.addAttribute("aloud", directions.aloud(direction, viewer));
        model.addAttribute("prepared", prepared.list(viewer));
        model.addAttribute("named", new Named(actors, shell.say()));
        model.addAttribute("clock", shell.say().at(incident.clock(shell.say().now())));
        return "direction/one";
    }

    /**
     * The form for a new direction: empty, filled from a prepared one (D2), from the version that it is to replace, or from what
     * was agreed elsewhere.
     */
    @GetMapping("/incidents/{id}/direction/propose")
    String form(
            @PathVariable UUID id,
            @RequestParam(name = "prepared", required = false) @Nullable String code,
            @RequestParam(name = "from", required = false) @Nullable UUID from,
            @RequestParam(name = "begins", required = false) @Nullable UUID elsewhere,
            Shell shell,
            Model model) {
        var viewer = shell.viewer();
        model.addAttribute("incident", incidents.get(id, viewer));
        var start = from != null
                ? ProposalForm.next(directions.get(from, viewer))
                : elsewhere != null ? prepared.beginning(elsewhere, viewer) : prepared(code, shell);
        model.addAttribute("from", from);
        model.addAttribute("forums", directions.forums(id, viewer));
        model.addAttribute("prepared", prepared.list(viewer));
        fill("propose-" + id, start, shell, model);
        return "direction/propose";
    }

    private ProposalForm prepared(@Nullable String code, Shell shell) {
        return code != null && !code.isBlank()
                ? ProposalForm.of(
                        prepared.get(code, shell.viewer()), shell.say().isSwedish())
                : ProposalForm.beginning("", List.of(), List.of(), List.of());
    }

    /** The same form for the text of a proposal, as it is now. */
    @GetMapping("/directions/{id}/wording")
    String wording(@PathVariable UUID id, Shell shell, Model model) {
        var direction = directions.get(id, shell.viewer());
        model.addAttribute("incident", incidents.get(direction.incident(), shell.viewer()));
        model.addAttribute("direction", direction);
        fill("reword-" + id, ProposalForm.next(direction), shell, model);
        return "direction/reword";
    }

    private void fill(String form, ProposalForm start, Shell shell, Model model) {
        model.addAttribute("name", form);
        model.addAttribute("start", start);
        model.addAttribute("measures", start.measureRows(shell.typed(), form));
        model.addAttribute("messages", start.messageRows(shell.typed(), form));
        model.addAttribute("named", new Named(actors, shell.say()));
    }
}
