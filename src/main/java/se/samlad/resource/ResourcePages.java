package se.samlad.resource;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.catalogue.Catalogues;
import se.samlad.live.Shell;
import se.samlad.web.Alike;

/** The pages of shared resources. */
@Controller
class ResourcePages {

    static final String NEEDS = "/resource-needs";
    static final String OFFERS = "/resource-offers";
    static final String ORDINARY = "/resources";

    private final Resources resources;
    private final Sending sending;
    private final Actors actors;
    private final Alike alike;
    private final Catalogues catalogues;

    ResourcePages(Resources resources, Sending sending, Actors actors, Alike alike, Catalogues catalogues) {
        this.catalogues = catalogues;
        this.resources = resources;
        this.sending = sending;
        this.actors = actors;
        this.alike = alike;
    }

    /** @param what a need that was noted elsewhere, as it begins in the form @param noted the entry in which it was noted */
    @GetMapping("/incidents/{id}/resources")
    String all(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(required = false) @Nullable UUID noted,
            Shell shell,
            Model model) {
        model.addAttribute("incident", resources.incident(id, shell.viewer()));
        begins(what, noted, shell, model);
        return "resource/page";
    }

    /** Everyday lending: what the members ask of each other in ordinary mode. */
    @GetMapping(ORDINARY)
    String ordinary(
            @RequestParam(defaultValue = "") String what,
            @RequestParam(required = false) @Nullable UUID noted,
            Shell shell,
            Model model) {
        model.addAttribute("needs", resources.ordinary(shell.viewer()));
        begins(what, noted, shell, model);
        return "resource/ordinary";
    }

    private void begins(String what, @Nullable UUID noted, Shell shell, Model model) {
        model.addAttribute("what", what.substring(0, Math.min(what.length(), 200)));
        model.addAttribute("noted", noted);
        model.addAttribute("actors", actors);
        model.addAttribute(
                "acts", shell.viewer().acting().filter(ResourcePages::acts).isPresent());
    }

    @GetMapping(NEEDS + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var need = resources.get(id, viewer);
        var where = resources.where(need, viewer);
        var incident = where.incident();
        var now = where.clock(shell.say().now());
        model.addAttribute("need", need);
        model.addAttribute("incident", incident);
        model.addAttribute("now", now);
        model.addAttribute("goesOn", where.goesOn());
        model.addAttribute("ranks", incident != null && incident.isOpen() && resources.ranks(incident.id(), viewer));
        model.addAttribute("way", sending.way(need, incident, viewer));
        model.addAttribute("upper", sending.upper(need, viewer));
        var origin = sending.origin(need, viewer);
        model.addAttribute("origin", origin);
        model.addAttribute(
                "noted",
                origin.isPresent() ? null : resources.noted(need, viewer).orElse(null));
        model.addAttribute(
                "offers", incident == null ? List.of() : fitting(resources.offered(incident.id(), viewer, now), need));
        var own = own(viewer);
        model.addAttribute("own", own);
        model.addAttribute(
                "lines",
                own.isEmpty()
                        ? List.of()
                        : List.copyOf(catalogues.of(own, viewer).values()));
        model.addAttribute("over", own.isEmpty() ? Map.of() : resources.overPromised(own, viewer));
        model.addAttribute(
                "usual",
                catalogues.usual(need.raised().what(), need.raised().kind(), viewer).stream()
                        .filter(item -> !need.isOf(item.actor()))
                        .toList());
        model.addAttribute("similar", alike.to(need.raised().what(), NEEDS + "/" + id, viewer));
        model.addAttribute("actors", actors);
        return "resource/one";
    }

    @GetMapping(OFFERS + "/{id}")
    String offer(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var offer = resources.offer(id, viewer);
        model.addAttribute("offer", offer);
        model.addAttribute("incident", resources.incident(offer.stream(), viewer));
        model.addAttribute("own", own(viewer));
        model.addAttribute("actors", actors);
        return "resource/offer";
    }

    /** The offers of the kind that is needed, or called alike. */
    private static List<Unasked> fitting(List<Unasked> offers, Need need) {
        var raised = need.raised();
        return offers.stream()
                .filter(offer -> {
                    var said = offer.offered();
                    var both = Alike.words(said.what());
                    both.retainAll(Alike.words(raised.what()));
                    return said.kind() != null && said.kind() == raised.kind()
                            || said.what().equalsIgnoreCase(raised.what())
                            || !both.isEmpty();
                })
                .toList();
    }

    private static String own(Viewer viewer) {
        return viewer.acting().filter(ResourcePages::acts).map(Acting::actor).orElse("");
    }

    private static boolean acts(Acting by) {
        return !by.function().onlyAdministers();
    }
}
