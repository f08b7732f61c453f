package se.samlad.desk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.samlad.live.Shell;

/** The start page: what is going on, and what is mine to do. */
@Controller
class NowController {

    @GetMapping("/")
    String now(Shell shell) {
        return "desk/now";
    }

    /** All that waits for the one who looks, where the start page has room for the most urgent only. */
    @GetMapping("/turn")
    String turn(Shell shell) {
        return "desk/turns";
    }
}
