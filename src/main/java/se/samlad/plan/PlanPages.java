package se.samlad.plan;

import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.list.Paper;
import se.samlad.live.Shell;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Say;
import se.samlad.web.Templates;

/** The pages of annual plans, and a year's on paper. */
@Controller
public class PlanPages {

    static final String PATH = "/plan";
    static final String ACTIVITIES = "/activities";

    private final YearPlans plans;
    private final Actors actors;
    private final Templates templates;
    private final Paper paper;

    PlanPages(YearPlans plans, Actors actors, Templates templates, Paper paper) {
        this.plans = plans;
        this.actors = actors;
        this.templates = templates;
        this.paper = paper;
    }

    /** Which activities are shown. */
    public enum Shows {
        ALL,
        OURS,
        LATE
    }

    private static LocalDate today(Say say) {
        return OrdinaryForums.day(say.now());
    }

    /** This year's. */
    @GetMapping(PATH)
    String now(Shell shell, Model model) {
        return year(today(shell.say()).getYear(), Shows.ALL, shell, model);
    }

    @GetMapping(PATH + "/{year}")
    String year(
            @PathVariable int year,
            @RequestParam(name = "show", defaultValue = "ALL") Shows show,
            Shell shell,
            Model model) {
        mustBeYear(year, shell.say());
        var up = plans.followUp(year, today(shell.say()), shell.viewer());
        var by = shell.viewer().acting().orElse(null);
        model.addAttribute("up", up);
        model.addAttribute("show", show);
        model.addAttribute("actors", actors);
        model.addAttribute("own", by == null ? "" : by.actor());
        model.addAttribute("keeps", Planning.keeps(shell.viewer()));
        model.addAttribute("chairs", by != null && plans.chairs(by));
        model.addAttribute("mayPlan", by != null && Planning.mayPlan(up.settled(), by));
        model.addAttribute("owners", actors.parts());
        return "plan/year";
    }

    private static void mustBeYear(int year, Say say) {
        if (year < Planning.FIRST || year > today(say).getYear() + Planning.AHEAD) throw new NotThere();
    }

    @GetMapping(ACTIVITIES + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var of = plans.get(id, shell.viewer());
        var by = shell.viewer().acting().orElse(null);
        var up = plans.followUp(of.year(), today(shell.say()), shell.viewer());
        model.addAttribute("of", of);
        model.addAttribute("up", up);
        model.addAttribute("actors", actors);
        model.addAttribute("states", by != null && Planning.states(of, by));
        model.addAttribute("mayChange", by != null && Planning.mayChange(of, up.settled(), by));
        model.addAttribute("owners", actors.parts());
        return "plan/one";
    }

    /** The follow-up on one sheet. */
    @GetMapping({PATH + "/{year}/follow-up.pdf", "/api" + PATH + "/{year}/follow-up.pdf"})
    ResponseEntity<byte[]> pdf(@PathVariable int year, Viewer viewer, Say say) {
        mustBeYear(year, say);
        var params = new HashMap<String, Object>();
        params.put("say", say);
        params.put("up", plans.followUp(year, today(say), viewer));
        params.put("actors", actors);
        var html = new StringOutput();
        templates.render("plan/paper", params, html);
        var name = ContentDisposition.attachment()
                .filename(say.text("plan.file") + "-" + year + ".pdf")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", name.toString())
                .body(paper.of(html.toString(), "", ""));
    }
}
