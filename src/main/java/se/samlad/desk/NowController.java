package se.samlad.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.live.Shell;

/** The start page: what is going on, and what the viewer should do. */
@Controller
class NowController {

    @GetMapping("/")
    String now(Shell shell) {
        return "desk/now";
    }

    /** All items of <em>Your turn</em>; the start page has room only for the most urgent ones. */
    @GetMapping("/turn")
    String turn(Shell shell) {
        return "desk/turns";
    }
}
