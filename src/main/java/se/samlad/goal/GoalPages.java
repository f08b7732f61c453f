package se.samlad.goal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.actor.Actors;
import se.samlad.goal.Goals.Document;
import se.samlad.goal.Goals.Passage;
import se.samlad.live.Shell;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Differences;

/** The pages of the goals. */
@Controller
public class GoalPages {

    static final String PATH = "/goals";

    private final GoalDocuments documents;
    private final Actors actors;

    GoalPages(GoalDocuments documents, Actors actors) {
        this.documents = documents;
        this.actors = actors;
    }

    @GetMapping(PATH)
    String all(Shell shell, Model model) {
        var all = documents.seenBy(shell.viewer());
        int year = OrdinaryForums.day(shell.say().now()).getYear();
        model.addAttribute("all", all);
        model.addAttribute(
                "holds", documents.goals(shell.viewer()).holding(year).orElse(null));
        model.addAttribute("mayWrite", Aiming.mayWrite(shell.viewer()));
        model.addAttribute(
                "next", all.isEmpty() ? year : Math.max(year, all.getFirst().until() + 1));
        return "goal/all";
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var of = documents.get(id, shell.viewer());
        var by = shell.viewer().acting().orElse(null);
        model.addAttribute("of", of);
        model.addAttribute("last", documents.before(of, shell.viewer()).orElse(null));
        model.addAttribute("actors", actors);
        model.addAttribute("mayWrite", Aiming.mayWrite(shell.viewer()));
        model.addAttribute("mayRemark", by != null && Aiming.mayRemark(by));
        model.addAttribute("chairs", by != null && documents.chairs(by));
        model.addAttribute("own", by == null ? "" : by.actor());
        return "goal/one";
    }

    /** What an area says otherwise than in the document that this one began with; empty: it says the same. */
    public static List<Differences.Piece> changes(Passage passage, @Nullable Document last) {
        var before = last == null ? null : last.area(passage.as().code()).orElse(null);
        if (before == null) return List.of();
        var was = before.sv() + "\n\n" + before.text();
        var is = passage.as().sv() + "\n\n" + passage.as().text();
        return was.equals(is) ? List.of() : Differences.between(was, is);
    }
}
