package se.samlad.message;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Marking;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.journal.Once;
import se.samlad.journal.Recorded;
import se.samlad.live.Shell;
import se.samlad.web.Seen;

/** Messages on their way, for people. */
@Controller
@RequestMapping("/incidents/{id}/messages")
class MessageController {

    /** A form's fields. @param channel those ticked; @param few whether only those who check may see it on its way */
    record Form(
            @Nullable String title,
            @Nullable String text,
            @Nullable String audience,
            @Nullable List<@Nullable String> channel,
            @Nullable String topic,
            @Nullable String titleEn,
            @Nullable String textEn,
            @Nullable String few) {

        Wording said() {
            var english = new Wording.English(plain(titleEn), plain(textEn));
            return Wording.of(title, text, audience, channel, topic, english);
        }

        private static String plain(@Nullable String text) {
            return text == null ? "" : text;
        }

        @Nullable
        Marking marking(Acting by) {
            return few != null
                    ? new Marking(
                            List.of("actor:" + by.actor(), "actor:" + Actors.COUNTY_BOARD, "actor:" + Actors.JOINT),
                            null,
                            null)
                    : null;
        }
    }

    private final Messages messages;
    private final Incidents incidents;
    private final Actors actors;
    private final Seen seen;

    MessageController(Messages messages, Incidents incidents, Actors actors, Seen seen) {
        this.messages = messages;
        this.incidents = incidents;
        this.actors = actors;
        this.seen = seen;
    }

    /** All, with what the viewer can take further and a form for a new one; or one message, {@code m}, open. */
    @GetMapping
    String page(
            @PathVariable UUID id,
            @RequestParam(name = "m", required = false) @Nullable UUID m,
            Shell shell,
            Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        model.addAttribute("actors", actors);
        if (m == null) return "message/page";
        var said = messages.in(id, shell.viewer());
        var message = messages.get(id, m, shell.viewer());
        model.addAttribute("message", message);
        model.addAttribute("others", message.ended() == null ? Beside.others(said, message) : List.of());
        return "message/one";
    }

    @PostMapping
    String draft(@PathVariable UUID id, @ModelAttribute Form f, Acting by, Once once, HttpServletResponse response) {
        var recorded = messages.draft(id, f.said(), f.marking(by), by, once);
        return seen.at(MessageTelling.path(id, recorded.id()), recorded, response);
    }

    @PostMapping("/{message}/update")
    String update(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @ModelAttribute Form f,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return open(id, message, messages.reword(id, message, f.said(), by, once), response);
    }

    @PostMapping("/{message}/check")
    String check(
            @PathVariable UUID id, @PathVariable UUID message, Acting by, Once once, HttpServletResponse response) {
        return open(id, message, messages.check(id, message, by, once), response);
    }

    @PostMapping("/{message}/agreement")
    String agree(
            @PathVariable UUID id, @PathVariable UUID message, Acting by, Once once, HttpServletResponse response) {
        return open(id, message, messages.agree(id, message, by, once), response);
    }

    @PostMapping("/{message}/publication")
    String publish(
            @PathVariable UUID id, @PathVariable UUID message, Acting by, Once once, HttpServletResponse response) {
        return open(id, message, messages.publish(id, message, by, once), response);
    }

    @PostMapping("/{message}/return")
    String sendBack(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "") String reason,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return open(id, message, messages.sendBack(id, message, reason, by, once), response);
    }

    @PostMapping("/{message}/withdrawal")
    String withdraw(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "") String reason,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return open(id, message, messages.withdraw(id, message, reason, by, once), response);
    }

    @PostMapping("/{message}/discard")
    String discard(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "") String reason,
            Acting by,
            Once once,
            HttpServletResponse response) {
        return open(id, message, messages.discard(id, message, reason, by, once), response);
    }

    private String open(UUID id, UUID message, Recorded recorded, HttpServletResponse response) {
        return seen.at(MessageTelling.path(id, message), recorded, response);
    }
}
