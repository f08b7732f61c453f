package se.samlad.preparation;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.actor.Seat;
import se.samlad.direction.Named;
import se.samlad.direction.ProposalForm;
import se.samlad.incident.Incidents;
import se.samlad.live.Shell;
import se.samlad.standing.OrdinaryForums;

/** The pages of prepared directions. */
@Controller
public class PreparationPages {

    static final String PATH = "/prepared";
    static final String FORM = "wording";

    /** The ends of the scales on which a type of event is weighed, for its picture. */
    public static final int SCALE = Preparing.SCALE;

    private final Preparations preparations;
    private final Actors actors;
    private final Incidents incidents;

    PreparationPages(Preparations preparations, Actors actors, Incidents incidents) {
        this.preparations = preparations;
        this.actors = actors;
        this.incidents = incidents;
    }

    @GetMapping(PATH)
    String all(Shell shell, Model model) {
        var by = shell.viewer().acting().orElse(null);
        model.addAttribute("all", preparations.all(shell.viewer()));
        model.addAttribute("today", OrdinaryForums.day(shell.say().now()));
        model.addAttribute("checklists", preparations.checklists(shell.viewer()));
        model.addAttribute("own", by == null ? "" : by.actor());
        model.addAttribute("speaks", by != null && Preparing.speaks(by));
        model.addAttribute("actors", actors);
        return "preparation/all";
    }

    @GetMapping(PATH + "/{code}")
    String one(@PathVariable String code, Shell shell, Model model) {
        var of = preparations.get(code, shell.viewer());
        var by = shell.viewer().acting().orElse(null);
        model.addAttribute("of", of);
        model.addAttribute("today", OrdinaryForums.day(shell.say().now()));
        model.addAttribute("named", new Named(actors, shell.say()));
        model.addAttribute("actors", actors);
        model.addAttribute("incidents", incidents.open(shell.viewer()));
        model.addAttribute("checklists", preparations.checklists(shell.viewer()));
        model.addAttribute("own", by == null ? "" : by.actor());
        model.addAttribute("may", May.of(of, by, by != null && preparations.chairs(by)));
        model.addAttribute("owners", actors.parts());
        return "preparation/one";
    }

    /** What the reader may do with a type of event. */
    public record May(boolean speak, boolean order, boolean word, boolean adopt, boolean stand, boolean review) {

        static May of(Preparations.Prepared of, @Nullable Acting by, boolean chairs) {
            if (by == null) return new May(false, false, false, false, false, false);
            var text = of.text();
            boolean adopted = text != null && text.adopted() != null;
            return new May(
                    Preparing.speaks(by),
                    Seat.COORDINATING.isOf(by),
                    Preparing.mayWord(text, by),
                    chairs && text != null && text.isDraft(),
                    adopted && Preparing.mayStand(by),
                    Preparing.mayReview(text, by));
        }
    }

    /** The form for the whole text, filled with the latest version. */
    @GetMapping(PATH + "/{code}/wording")
    String wording(@PathVariable String code, Shell shell, Model model) {
        var of = preparations.get(code, shell.viewer());
        var text = of.text();
        var start = text == null
                ? new ProposalForm(null, "", null, null, null, null, null, null, null)
                : ProposalForm.of(text.latest(), true);
        model.addAttribute("of", of);
        model.addAttribute("start", start);
        model.addAttribute("measures", start.measureRows(shell.typed(), FORM));
        model.addAttribute("messages", start.messageRows(shell.typed(), FORM));
        model.addAttribute("named", new Named(actors, shell.say()));
        return "preparation/wording";
    }
}
