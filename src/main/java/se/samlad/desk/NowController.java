package se.samlad.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.account.FirstAdministrator;
import se.samlad.live.Shell;
import se.samlad.web.Asking;

/** The start page: what is going on, and what the viewer should do. */
@Controller
class NowController {

    private final FirstAdministrator first;
    private final Asking asking;

    NowController(FirstAdministrator first, Asking asking) {
        this.asking = asking;
        this.first = first;
    }

    /** Leads the first administrator on to where the region begins. */
    @GetMapping("/")
    String now(Shell shell) {
        var viewer = shell.viewer();
        if (viewer.function().isEmpty() && asking.account().filter(first::is).isPresent())
            return "redirect:/first/region";
        return "desk/now";
    }

    /** All items of <em>Your turn</em>; the start page has room only for the most urgent ones. */
    @GetMapping("/turn")
    String turn(Shell shell) {
        return "desk/turns";
    }
}
