package se.samlad.routine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.live.Shell;
import se.samlad.standing.OrdinaryForums;

/** The pages of routines, templates and supports. */
@Controller
public class RoutinePages {

    static final String PATH = "/routines";

    private final Routines routines;
    private final Actors actors;

    RoutinePages(Routines routines, Actors actors) {
        this.routines = routines;
        this.actors = actors;
    }

    @GetMapping(PATH)
    String all(Shell shell, Model model) {
        var by = shell.viewer().acting().orElse(null);
        model.addAttribute("all", routines.seenBy(shell.viewer()));
        model.addAttribute("today", OrdinaryForums.day(shell.say().now()));
        model.addAttribute("actors", actors);
        model.addAttribute("mayBegin", by != null && Keeping.mayBegin(by));
        model.addAttribute("owners", actors.parts());
        model.addAttribute("own", by == null ? "" : by.actor());
        return "routine/all";
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var of = routines.get(id, shell.viewer());
        model.addAttribute("of", of);
        model.addAttribute("may", new May(of, shell.viewer().acting().orElse(null)));
        model.addAttribute("today", OrdinaryForums.day(shell.say().now()));
        model.addAttribute("actors", actors);
        model.addAttribute("owners", actors.parts());
        return "routine/one";
    }

    /** What the reader may do with one. */
    public record May(Routine of, @Nullable Acting by) {

        /** Test a support, or report a fault in it. */
        public boolean say() {
            return by != null && Keeping.speaks(by) && of.isSupport() && of.withdrawn() == null;
        }

        public boolean keep() {
            return by != null && Keeping.mayKeep(of, by);
        }

        public boolean end(Routine.Fault fault) {
            return by != null && Keeping.mayEnd(of, fault, by);
        }
    }
}
