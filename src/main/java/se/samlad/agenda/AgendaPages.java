package se.samlad.agenda;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.actor.Actors;
import se.samlad.live.Shell;

/** The pages of the kinds of conference, in ordinary mode. */
@Controller
class AgendaPages {

    static final String PATH = "/conference-kinds";

    private final Agendas agendas;
    private final Actors actors;

    AgendaPages(Agendas agendas, Actors actors) {
        this.agendas = agendas;
        this.actors = actors;
    }

    @GetMapping(PATH)
    String all(Shell shell, Model model) {
        model.addAttribute("kinds", agendas.all());
        model.addAttribute("actors", actors);
        return "agenda/all";
    }

    @GetMapping(PATH + "/{kind}")
    String one(@PathVariable Occasion kind, Shell shell, Model model) {
        model.addAttribute("kind", agendas.get(kind));
        model.addAttribute("actors", actors);
        model.addAttribute("mayWrite", Outlining.mayWrite(shell.viewer()));
        return "agenda/one";
    }
}
