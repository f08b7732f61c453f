package se.samlad.meeting.page;

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
import se.samlad.meeting.Meeting.State;
import se.samlad.meeting.Meetings;
import se.samlad.proof.Proofs;
import se.samlad.web.Say;
import se.samlad.web.Templates;

/** The protocol of a meeting on paper, once it is closed. */
@Controller
class MinutesPaper {

    private final Meetings meetings;
    private final MeetingPages pages;
    private final Proofs proofs;
    private final Templates templates;
    private final Paper paper;

    MinutesPaper(Meetings meetings, MeetingPages pages, Proofs proofs, Templates templates, Paper paper) {
        this.meetings = meetings;
        this.pages = pages;
        this.proofs = proofs;
        this.templates = templates;
        this.paper = paper;
    }

    /** @throws NotThere before it is closed */
    @GetMapping({"/api/meetings/{id}/protocol.pdf", MeetingPages.PATH + "/{id}/protocol.pdf"})
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, Viewer viewer, Say say) {
        var m = meetings.get(id, viewer);
        if (m.state() != State.CLOSED && m.state() != State.APPROVED) throw new NotThere();
        var params = new HashMap<String, Object>();
        params.put("say", say);
        params.put("m", m);
        params.put("names", pages.names(say));
        var html = new StringOutput();
        templates.render("meeting/paper", params, html);
        var name = ContentDisposition.attachment()
                .filename("protokoll-" + say.local(m.plan().at()).substring(0, 10) + ".pdf")
                .build();
        var receipt = say.text("conference.receipt") + " " + proofs.receipt(m.drawn());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", name.toString())
                .body(paper.of(html.toString(), "", receipt));
    }
}
