package se.samlad.desk;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.NotThere;
import se.samlad.incident.Incident;
import se.samlad.journal.Journal;
import se.samlad.live.Shell;
import se.samlad.proof.Proofs;
import se.samlad.search.RaisedThings;
import se.samlad.web.LocalPage;

/** The page of one entry with its envelope, and its receipt, for those who may see the entry. */
@Controller
class EntryController {

    private final Journal journal;
    private final Log log;
    private final Proofs proofs;
    private final RaisedThings things;

    EntryController(Journal journal, Log log, Proofs proofs, RaisedThings things) {
        this.things = things;
        this.journal = journal;
        this.log = log;
        this.proofs = proofs;
    }

    @GetMapping("/entries/{id}")
    String entry(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var entry = journal.find(id, viewer).orElseThrow(NotThere::new);
        var told = log.tell(entry, viewer, shell.say());
        if (told.isEmpty()) // no log has it; the page of the thing that it is about does
        return LocalPage.redirect(
                    things.of(entry, viewer).orElseThrow(NotThere::new).page());
        var line = told.get();
        var incident = journal.view(Incident.VIEW, entry.stream(), viewer);
        model.addAttribute("line", log.withCorrection(line, viewer, shell.say()));
        model.addAttribute("incident", incident.exists() ? incident : null);
        model.addAttribute("receipt", proofs.receipt(id));
        return "desk/entry";
    }
}
