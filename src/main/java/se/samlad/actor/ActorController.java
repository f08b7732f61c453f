package se.samlad.actor;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Viewers;
import se.samlad.live.Shell;

/** The actors, for people. */
@Controller
class ActorController {

    private final Actors actors;
    private final Viewers viewers;

    ActorController(Actors actors, Viewers viewers) {
        this.actors = actors;
        this.viewers = viewers;
    }

    @GetMapping("/actors")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            Shell shell,
            Model model) {
        var wanted = q.strip().toLowerCase(Locale.ROOT);
        var language = shell.say().language();
        List<Actor> found = actors.all().stream()
                .filter(a -> kind.isEmpty() || a.kind().name().equals(kind))
                .filter(a -> (a.name(language) + ' ' + a.shortName() + ' ' + a.code())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        model.addAttribute("found", found);
        model.addAttribute("q", q);
        model.addAttribute("kind", kind);
        return "actor/list";
    }

    @GetMapping("/actors/{code}")
    String one(@PathVariable String code, Shell shell, Model model) {
        model.addAttribute("actor", actors.get(code));
        model.addAttribute("acts", viewers.functions().ofActor(code));
        return "actor/actor";
    }
}
