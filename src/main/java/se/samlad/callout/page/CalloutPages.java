package se.samlad.callout.page;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.Mandate;
import se.samlad.access.NotThere;
import se.samlad.callout.Callouts;
import se.samlad.callout.Wording;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;
import se.samlad.reach.Channels;
import se.samlad.reach.Reaching;

/** The pages of calling out: an incident's calls, and one call to make by hand. */
@Controller
class CalloutPages {

    private static final int SENT = 200;

    private final Callouts callouts;
    private final Incidents incidents;
    private final CalloutPanels panels;
    private final Wording wording;
    private final Reaching reaching;

    CalloutPages(Callouts callouts, Incidents incidents, CalloutPanels panels, Wording wording, Reaching reaching) {
        this.callouts = callouts;
        this.incidents = incidents;
        this.panels = panels;
        this.wording = wording;
        this.reaching = reaching;
    }

    @GetMapping("/incidents/{id}/calls")
    String page(@PathVariable UUID id, Shell shell, Model model) {
        var incident = incidents.get(id, shell.viewer());
        model.addAttribute("incident", incident);
        model.addAttribute(
                "down",
                callouts.channels().stream()
                        .filter(channel -> channel.state() == Channels.State.DOWN)
                        .toList());
        boolean keeps = shell.viewer().acting().filter(callouts::maySeeSent).isPresent();
        model.addAttribute("sent", keeps ? callouts.keptIn(id, SENT) : List.of());
        return "callout/page";
    }

    /** How the channels do: every member sees it (R4), with what holds instead (R1). */
    @GetMapping("/channels")
    String channels(Shell shell, Model model) {
        if (!shell.viewer().isMember()) throw new NotThere();
        model.addAttribute("channels", callouts.channels());
        model.addAttribute("keptIn", callouts.keepsAllIn());
        model.addAttribute("replies", shell.viewer().may(Mandate.ADMIT) ? wording.replies() : "");
        return "callout/channels";
    }

    /** One call by hand: numbers, what to say, and a press for each outcome. */
    @GetMapping("/calls/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var by = shell.viewer().acting().orElseThrow(NotThere::new);
        var incident = incidents.get(callouts.incidentOf(id), shell.viewer());
        var screen = panels.screens(incident, shell.viewer()).stream()
                .filter(each -> each.calls().stream().anyMatch(call -> call.id().equals(id)))
                .findFirst()
                .orElseThrow(NotThere::new);
        var call = screen.calls().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(NotThere::new);
        boolean keeps = panels.keeps(screen.forum(), by);
        model.addAttribute("incident", incident);
        model.addAttribute("ring", panels.ring(screen, call, wording, by, shell.say()));
        model.addAttribute("keeps", keeps);
        var looked = keeps ? call.lookedUpBy(by.account()) : List.<String>of();
        model.addAttribute("looked", looked);
        model.addAttribute(
                "personal",
                looked.stream()
                        .flatMap(function -> reaching.personal(function).stream()
                                .map(path ->
                                        new CalloutPanels.Number(screen.names().title(function, shell.say()), path)))
                        .toList());
        return "callout/one";
    }
}
