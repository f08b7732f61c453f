package se.samlad.capability;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Function;
import se.samlad.access.Mandate;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.figure.Figures;
import se.samlad.figure.Indicator;
import se.samlad.live.Shell;

/** The pages of capabilities: the region's picture, one actor, one figure with its entries, and the year's list. */
@Controller
class CapabilityPages {

    static final String PATH = "/capabilities";

    private final Capabilities capabilities;
    private final Figures figures;
    private final Behind behind;
    private final Actors actors;

    CapabilityPages(Capabilities capabilities, Figures figures, Behind behind, Actors actors) {
        this.capabilities = capabilities;
        this.figures = figures;
        this.behind = behind;
        this.actors = actors;
    }

    private static int year(@Nullable Integer year, Shell shell) {
        Capabilities.mustBeMember(shell.viewer());
        return CapabilityApi.year(year, shell.say().now());
    }

    private static String own(Viewer viewer) {
        return viewer.function().map(Function::actor).orElse("");
    }

    private void common(int year, Shell shell, Model model) {
        model.addAttribute("year", year);
        model.addAttribute("last", Assessing.thisYear(shell.say().now()) + 1);
        model.addAttribute("first", Assessing.FIRST_YEAR);
        model.addAttribute("list", capabilities.list(year));
        model.addAttribute("actors", actors);
    }

    /** Where the region stands, as the viewer may see it. On paper it is one page. */
    @GetMapping(PATH)
    String region(@RequestParam(name = "year", required = false) @Nullable Integer asked, Shell shell, Model model) {
        int year = year(asked, shell);
        var own = own(shell.viewer());
        common(year, shell, model);
        model.addAttribute("region", Region.of(year, own, capabilities, figures, shell.viewer()));
        model.addAttribute("own", capabilities.isMember(own) ? own : "");
        model.addAttribute("mayWrite", shell.viewer().may(Mandate.ADMIT));
        return "capability/region";
    }

    /** What one actor says, for itself and for those with whom it shares that. */
    @GetMapping(PATH + "/actors/{code}")
    String actor(
            @PathVariable String code,
            @RequestParam(name = "year", required = false) @Nullable Integer asked,
            Shell shell,
            Model model) {
        int year = year(asked, shell);
        capabilities.mustShow(code, year, shell.viewer());
        common(year, shell, model);
        boolean may = shell.viewer()
                .acting()
                .filter(by -> by.actor().equals(code) && capabilities.mayAssess(by))
                .isPresent();
        model.addAttribute("code", code);
        model.addAttribute("now", capabilities.seen(code, year, shell.viewer()));
        model.addAttribute("before", capabilities.seen(code, year - 1, shell.viewer()));
        model.addAttribute("mayAssess", may);
        model.addAttribute("figures", figures.of(year, code, shell.viewer()));
        return "capability/actor";
    }

    /**
     * A figure of a year, and the entries behind it for one of those that it was counted from.
     *
     * @param of the incident, conference or test call whose entries are shown; null: none is chosen
     * @param actor of this actor alone; null: of all together
     */
    @GetMapping(PATH + "/figures/{code}")
    String figure(
            @PathVariable String code,
            @RequestParam(name = "year", required = false) @Nullable Integer asked,
            @RequestParam(name = "of", required = false) @Nullable UUID of,
            @RequestParam(name = "actor", required = false) @Nullable String actor,
            Shell shell,
            Model model) {
        int year = year(asked, shell);
        var indicator = Indicator.find(code);
        if (indicator == null) throw new NotThere();
        capabilities.mustShow(actor, year, shell.viewer());
        common(year, shell, model);
        model.addAttribute("indicator", indicator);
        model.addAttribute("actor", actor == null ? "" : actor);
        model.addAttribute("shown", behind.of(indicator, year, of, actor, shell));
        return "capability/figure";
    }

    /** A year's list, its versions, and editing it. */
    @GetMapping(PATH + "/years/{year}")
    String list(@PathVariable("year") int asked, Shell shell, Model model) {
        int year = year(asked, shell);
        common(year, shell, model);
        model.addAttribute("mayWrite", shell.viewer().may(Mandate.ADMIT));
        model.addAttribute("shipped", Shipped.SHEET);
        return "capability/list";
    }
}
