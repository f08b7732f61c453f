package se.samlad.conference.page;

import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.conference.Conference.State;
import se.samlad.direction.Named;
import se.samlad.list.Paper;
import se.samlad.proof.Proofs;
import se.samlad.web.Say;
import se.samlad.web.Templates;

/** The protocol of a closed conference on paper, as its reader may see it: with the picture as it stood when it closed. */
@Controller
class ProtocolPaper {

    private final Sheets sheets;
    private final Stood stood;
    private final Proofs proofs;
    private final Templates templates;
    private final Paper paper;

    ProtocolPaper(Sheets sheets, Stood stood, Proofs proofs, Templates templates, Paper paper) {
        this.sheets = sheets;
        this.stood = stood;
        this.proofs = proofs;
        this.templates = templates;
        this.paper = paper;
    }

    /** @throws NotThere before it is closed */
    @GetMapping({"/api/conferences/{id}/protocol.pdf", ConferencePages.ALL + "/{id}/protocol.pdf"})
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Viewer viewer, Say say) {
        var sheet = sheets.get(id, viewer);
        var end = sheet.c().course().end();
        if (sheet.c().state() != State.CLOSED || end == null) throw new NotThere();
        var params = new HashMap<String, Object>();
        params.put("say", say);
        params.put("on", say.at(end.at()));
        params.put("sheet", sheet);
        params.put("picture", stood.picture(sheet, viewer));
        params.put("asked", stood.asked(sheet.c(), viewer));
        params.put("named", new Named(sheet.names().actors(), say));
        var html = new StringOutput();
        templates.render("conference/paper", params, html);
        var name = ContentDisposition.attachment()
                .filename("protokoll-" + say.local(sheet.c().agenda().at()).substring(0, 10) + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", name.toString())
                .body(paper.of(
                        html.toString(),
                        sheet.isExercise() ? say.text("frame.exercise") : "",
                        say.text("conference.receipt") + " " + proofs.receipt(end.entry())));
    }
}
