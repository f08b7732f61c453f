package se.samlad.message;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;

/** The pages for an incident's messages. */
@Controller
@RequestMapping("/incidents/{id}/messages")
class MessageController {

    private final Messages messages;
    private final Incidents incidents;
    private final Actors actors;

    MessageController(Messages messages, Incidents incidents, Actors actors) {
        this.messages = messages;
        this.incidents = incidents;
        this.actors = actors;
    }

    /**
     * All messages, those that the viewer can take a step further, and a form for a new one, which begins with the text and
     * audience that are named, such as those of a direction; or the message {@code m}, open.
     */
    @GetMapping
    String page(
            @PathVariable UUID id,
            @RequestParam(name = "m", required = false) @Nullable UUID m,
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "to", defaultValue = "") String to,
            Shell shell,
            Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        model.addAttribute("actors", actors);
        model.addAttribute("text", text);
        model.addAttribute("to", to);
        if (m == null) return "message/page";
        var said = messages.in(id, shell.viewer());
        var message = messages.get(id, m, shell.viewer());
        model.addAttribute("message", message);
        model.addAttribute("others", message.ended() == null ? Beside.others(said, message) : List.of());
        return "message/one";
    }
}
