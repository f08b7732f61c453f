package se.samlad.disposal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.live.Shell;
import se.samlad.web.Created;
import se.samlad.web.Seen;

/** Disposing of what one entry says: the form with its confirmation, and the same for programs. */
@Controller
class DisposalController {

    /** @param ground the legal ground; @param decision who decided when, or the decision's reference */
    record Decided(@Nullable String ground, @Nullable String decision) {}

    private final Disposing disposing;
    private final Seen seen;

    DisposalController(Disposing disposing, Seen seen) {
        this.disposing = disposing;
        this.seen = seen;
    }

    @GetMapping("/entries/{id}/disposal")
    String form(@PathVariable UUID id, Shell shell, Model model) {
        var entry = disposing.own(id, shell.viewer());
        model.addAttribute("id", entry.id());
        model.addAttribute("recordedAt", entry.recordedAt());
        model.addAttribute("may", shell.viewer().may(Mandate.DISPOSE));
        model.addAttribute("done", disposing.isDone(entry));
        return "disposal/disposal";
    }

    @PostMapping("/entries/{id}/disposal")
    String dispose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "false") boolean sure,
            Acting by,
            Once once,
            HttpServletResponse response) {
        if (!sure) throw new Refused("disposal.not-sure");
        return seen.at("/entries/" + id, disposing.dispose(id, ground, decision, by, once), response);
    }

    /** What the entry says is gone when this is answered; its envelope and its place in the proof stay. */
    @PostMapping("/api/entries/{id}/disposal")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Created dispose(@PathVariable UUID id, @RequestBody Decided said, Acting by, Once once) {
        var ground = said.ground() == null ? "" : said.ground();
        var decision = said.decision() == null ? "" : said.decision();
        return Created.of(disposing.dispose(id, ground, decision, by, once));
    }
}
