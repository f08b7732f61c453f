package se.samlad.conference.page;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.conference.Calling;
import se.samlad.conference.ConferenceFact.Kind;
import se.samlad.conference.Conferences;
import se.samlad.forum.Forum;
import se.samlad.forum.Forums;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;

/** The pages of conferences. */
@Controller
public class ConferencePages {

    static final String ALL = "/conferences";

    private static final int SHOWN = 50;

    private final Conferences conferences;
    private final Sheets sheets;
    private final Calling calling;
    private final Forums forums;
    private final Incidents incidents;

    ConferencePages(Conferences conferences, Sheets sheets, Calling calling, Forums forums, Incidents incidents) {
        this.conferences = conferences;
        this.sheets = sheets;
        this.calling = calling;
        this.forums = forums;
        this.incidents = incidents;
    }

    /** A forum in which the viewer may call a conference. */
    public record In(UUID id, String name, List<Kind> kinds) {}

    /** Those of ordinary mode. */
    @GetMapping(ALL)
    String all(Shell shell, Model model) {
        var viewer = shell.viewer();
        var say = shell.say();
        var kinds = List.of(Kind.WEEKLY, Kind.EXTRA, Kind.PLANNED);
        var in = calling.standing(viewer).stream()
                .map(f -> new In(f.id(), f.name(say.language()), kinds))
                .toList();
        model.addAttribute("in", in);
        model.addAttribute(
                "sheets",
                conferences.seenBy(viewer).stream()
                        .filter(c -> c.called().incident() == null)
                        .limit(SHOWN)
                        .map(c -> sheets.of(c, viewer))
                        .toList());
        return "conference/all";
    }

    /** Those of an incident. */
    @GetMapping("/incidents/{id}/conference")
    String ofIncident(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var incident = incidents.get(id, viewer);
        var kinds = List.of(Kind.ACTIVATED, Kind.EXTRA, Kind.PLANNED, Kind.FIRST_ASSESSMENT);
        var by = viewer.acting();
        model.addAttribute("incident", incident);
        model.addAttribute(
                "in",
                forums.in(id, viewer).open().stream()
                        .filter(f -> by.filter(each -> calling.mayCall(f, each)).isPresent())
                        .map((Forum f) -> new In(f.id(), f.name(shell.say()), kinds))
                        .toList());
        model.addAttribute(
                "sheets",
                conferences.in(id, viewer).stream()
                        .map(c -> sheets.of(c, viewer))
                        .toList());
        return "conference/incident";
    }

    @GetMapping(ALL + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var sheet = sheets.get(id, shell.viewer());
        model.addAttribute("sheet", sheet);
        model.addAttribute("incident", sheet.incident());
        model.addAttribute(
                "leads",
                shell.viewer()
                        .acting()
                        .filter(by -> conferences.mayLead(sheet.conference(), by))
                        .isPresent());
        return "conference/one";
    }
}
