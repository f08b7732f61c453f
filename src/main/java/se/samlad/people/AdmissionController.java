package se.samlad.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.live.Shell;

/** For whoever admits actors: which of them somebody administers (A1). */
@Controller
public class AdmissionController {

    /** An actor that nobody administers. @param invitedAt null: nobody is invited either. Read by the template */
    public record Waiting(Actor actor, @Nullable Instant invitedAt) {}

    private final Actors actors;
    private final People people;

    AdmissionController(Actors actors, People people) {
        this.actors = actors;
        this.people = people;
    }

    @GetMapping("/admission")
    String page(Shell shell, Model model) {
        if (!shell.viewer().may(Mandate.ADMIT)) throw new NotMandated("people.admit-only");
        var functions = people.functions();
        var all = actors.all();
        var without = all.stream()
                .filter(actor -> !LettingIn.hasAdministrator(functions, actor.code()))
                .map(actor -> new Waiting(
                        actor,
                        people.invitations().of(actor.code()).stream()
                                .filter(Invitation::isOpen)
                                .map(Invitation::at)
                                .reduce((first, last) -> last)
                                .orElse(null)))
                .toList();
        model.addAttribute("without", without);
        model.addAttribute("with", all.size() - without.size());
        return "people/admission";
    }
}
