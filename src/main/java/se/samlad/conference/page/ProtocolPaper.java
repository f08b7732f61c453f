package se.samlad.conference.page;

import gg.jte.output.StringOutput;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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
import se.samlad.list.Paper;
import se.samlad.proof.Proofs;
import se.samlad.report.Reports;
import se.samlad.report.Stated;
import se.samlad.web.Say;
import se.samlad.web.Templates;

/** The protocol of a closed conference on paper, as its reader may see it: with the picture as it stood when it closed. */
@Controller
class ProtocolPaper {

    private final Sheets sheets;
    private final Reports reports;
    private final Proofs proofs;
    private final Templates templates;
    private final Paper paper;

    ProtocolPaper(Sheets sheets, Reports reports, Proofs proofs, Templates templates, Paper paper) {
        this.sheets = sheets;
        this.reports = reports;
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
        params.put("picture", picture(sheet, viewer));
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

    private List<Stated> picture(Sheet sheet, Viewer viewer) {
        var end = sheet.c().course().end();
        if (sheet.incident() == null || end == null) return List.of();
        return reports.in(sheet.incident().id(), viewer, end.recorded()).byUnit().values().stream()
                .sorted(Comparator.comparing(Stated::status, Comparator.reverseOrder())
                        .thenComparing(Stated::actor, sheet.names().actors().codesByName()))
                .toList();
    }
}
