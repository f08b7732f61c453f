package se.samlad.disposal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.journal.Once;
import se.samlad.journal.Refused;
import se.samlad.live.Shell;
import se.samlad.web.Created;
import se.samlad.web.Done;

/** Disposing of an entry's contents: the form with its confirmation, and the API. */
@Controller
class DisposalController {

    /**
     * @param ground the legal ground
     * @param decision who decided when, or the decision's reference
     * @param papers whether the actor's own papers of the thing that began with the entry go too; null: they stay
     */
    record Decided(
            @Nullable String ground,
            @Nullable String decision,
            @Nullable Boolean papers) {}

    /** The form asks for confirmation, because disposal can't be undone. */
    record Confirmed(
            @Nullable String ground,
            @Nullable String decision,
            @Nullable Boolean papers,
            @Nullable Boolean sure) {}

    private final Disposing disposing;

    DisposalController(Disposing disposing) {
        this.disposing = disposing;
    }

    @GetMapping("/entries/{id}/disposal")
    String form(@PathVariable UUID id, Shell shell, Model model) {
        var entry = disposing.own(id, shell.viewer());
        model.addAttribute("id", entry.id());
        model.addAttribute("recordedAt", entry.recordedAt());
        model.addAttribute("may", shell.viewer().may(Mandate.DISPOSE));
        model.addAttribute("done", disposing.isDone(entry));
        model.addAttribute("shownAt", disposing.page(entry, shell.viewer()));
        model.addAttribute("papers", disposing.papers(entry, shell.viewer()));
        return "disposal/disposal";
    }

    @PostMapping("/entries/{id}/disposal")
    Done dispose(@PathVariable UUID id, @RequestBody Confirmed said, Acting by, Once once) {
        if (!Boolean.TRUE.equals(said.sure())) throw new Refused("disposal.not-sure").at("sure");
        var page = disposing.page(disposing.own(id, by.viewer()), by.viewer());
        boolean papers = Boolean.TRUE.equals(said.papers());
        return new Done(disposing.dispose(id, text(said.ground()), text(said.decision()), papers, by, once), page);
    }

    /**
     * Disposes of the entry's contents; they are gone when this has answered. The entry's envelope and its place in the
     * proof stay.
     */
    @PostMapping("/api/entries/{id}/disposal")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Created dispose(@PathVariable UUID id, @RequestBody Decided said, Acting by, Once once) {
        boolean papers = Boolean.TRUE.equals(said.papers());
        return Created.of(disposing.dispose(id, text(said.ground()), text(said.decision()), papers, by, once));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
