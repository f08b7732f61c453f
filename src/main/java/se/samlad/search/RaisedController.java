package se.samlad.search;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.live.Shell;
import se.samlad.web.Alike;

/** What resembles a title that somebody is writing: a part of a page, which its script asks for. */
@Controller
class RaisedController {

    private final Alike alike;

    RaisedController(Alike alike) {
        this.alike = alike;
    }

    @GetMapping("/search/raised")
    String raised(@RequestParam(name = "words", defaultValue = "") String words, Shell shell, Model model) {
        model.addAttribute("things", alike.to(words, "", shell.viewer()));
        model.addAttribute("say", shell.say());
        return "web/raised";
    }
}
