package se.samlad.desk;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.account.FirstAdministrator;
import se.samlad.actor.Actors;
import se.samlad.live.Shell;
import se.samlad.local.Locals;
import se.samlad.web.Asking;

/** The start page: what is going on, and what the viewer should do. */
@Controller
class NowController {

    private final FirstAdministrator first;
    private final Asking asking;
    private final Actors actors;
    private final Locals locals;

    NowController(FirstAdministrator first, Asking asking, Actors actors, Locals locals) {
        this.locals = locals;
        this.actors = actors;
        this.asking = asking;
        this.first = first;
    }

    /** Leads the first administrator on to where the region begins. */
    @GetMapping("/")
    String now(Shell shell, Model model) {
        var viewer = shell.viewer();
        if (viewer.function().isEmpty() && asking.account().filter(first::is).isPresent())
            return "redirect:/first/region";
        boolean hasArea = viewer.acting()
                .filter(by -> !by.function().onlyAdministers())
                .flatMap(by -> actors.ownArea(by.actor()))
                .isPresent();
        model.addAttribute("hasArea", hasArea);
        model.addAttribute("regional", hasArea ? locals.regional(null, viewer) : List.of());
        return "desk/now";
    }

    /** All items of <em>Your turn</em>; the start page has room only for the most urgent ones. */
    @GetMapping("/turn")
    String turn(Shell shell) {
        return "desk/turns";
    }
}
