package se.samlad.review;

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
import se.samlad.list.Paper;
import se.samlad.proof.Proofs;
import se.samlad.web.Say;
import se.samlad.web.Templates;

/** A review on paper: as it stands, and when it is closed with the receipt of that. */
@Controller
class ReviewPaper {

    private final ReviewPages pages;
    private final Proofs proofs;
    private final Templates templates;
    private final Paper paper;

    ReviewPaper(ReviewPages pages, Proofs proofs, Templates templates, Paper paper) {
        this.pages = pages;
        this.proofs = proofs;
        this.templates = templates;
        this.paper = paper;
    }

    /** @throws NotThere before it is drafted */
    @GetMapping({"/api/reviews/{id}/review.pdf", ReviewPages.PATH + "/{id}/review.pdf"})
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Viewer viewer, Say say) {
        var shown = pages.shown(id, viewer);
        if (shown.of().drafted() == null) throw new NotThere();
        var params = new HashMap<String, Object>();
        params.put("say", say);
        params.put("shown", shown);
        var html = new StringOutput();
        templates.render("review/paper", params, html);
        var closed = shown.of().closed();
        var below = closed == null
                ? say.text("review.not-closed-yet")
                : say.text("conference.receipt") + " " + proofs.receipt(closed.entry());
        var exercise = shown.incident() != null && shown.incident().isExercise();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("utvardering-"
                                        + say.local(shown.of().at()).substring(0, 10) + ".pdf")
                                .build()
                                .toString())
                .body(paper.of(html.toString(), exercise ? say.text("frame.exercise") : "", below));
    }
}
