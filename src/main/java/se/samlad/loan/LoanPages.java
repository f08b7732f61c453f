package se.samlad.loan;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.Function;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.resource.Resources;
import se.samlad.web.Say;

/** The pages of loans: one's own, and an incident's on the map and in time. */
@Controller
class LoanPages {

    static final String OWN = "/resources/own";

    private final Resources resources;
    private final Incidents incidents;
    private final Actors actors;
    private final Lists lists;

    LoanPages(Resources resources, Incidents incidents, Actors actors, Lists lists) {
        this.resources = resources;
        this.incidents = incidents;
        this.actors = actors;
        this.lists = lists;
    }

    /** What one's own actor lends and has borrowed. */
    @GetMapping(OWN)
    @Nullable
    String own(Shell shell, Model model, Lists.Request asked) throws IOException {
        var own = shell.viewer().function().map(Function::actor).orElse("");
        var all = Lent.of(own, resources, incidents, shell.viewer(), shell.say().now());
        model.addAttribute("own", own);
        model.addAttribute("actors", actors);
        return lists.answer(listing(), all.stream(), asked, model, "loan/own");
    }

    private Listing<Lent> listing() {
        return new Listing<>(
                OWN,
                "loans",
                List.of(
                        Column.<Lent>of(
                                        "what",
                                        (lent, say) -> lent.need().raised().what())
                                .leadingTo(
                                        lent -> "/resource-needs/" + lent.need().id()),
                        Column.<Lent>of("way", (lent, say) -> way(lent.lends(), say))
                                .chosenBy(List.of(
                                        new Choice<>("lends", say -> way(true, say), Lent::lends),
                                        new Choice<>("borrows", say -> way(false, say), lent -> !lent.lends()))),
                        Column.of("other", (lent, say) -> actors.shortName(lent.other(), say.language())),
                        Column.of("promised", (lent, say) -> lent.loan().promised()),
                        Column.of("out", (lent, say) -> lent.loan().out()),
                        Column.<Lent>of("state", (lent, say) -> say.text("loan.state." + lent.state()))
                                .chosenBy(
                                        Lent.State.values(),
                                        (state, say) -> say.text("loan.state." + state),
                                        Lent::state),
                        Column.of("due", (lent, say) -> lent.due()),
                        Column.of("says", LoanPages::says),
                        Column.<Lent>of("where", LoanPages::where)
                                .chosenBy(List.of(
                                        new Choice<>(
                                                "ordinary",
                                                say -> say.text("loan.ordinary"),
                                                lent -> lent.incident() == null),
                                        new Choice<>(
                                                "incident",
                                                say -> say.text("loan.in-incident"),
                                                lent -> lent.incident() != null)))));
    }

    private static String way(boolean lends, Say say) {
        return say.text(lends ? "loan.lends" : "loan.borrows");
    }

    private static String where(Lent lent, Say say) {
        return lent.incident() == null
                ? say.text("loan.ordinary")
                : lent.incident().title();
    }

    /** What waits between the two; empty: nothing. */
    private static String says(Lent lent, Say say) {
        var cost = lent.loan().agreed().cost();
        if (lent.loan().isExtensionAsked()) return say.text("resource.flag.EXTENSION_ASKED");
        if (cost != null && cost.isDisputed()) return say.text("resource.flag.COST_DISPUTED");
        if (cost != null && cost.answer() == null) return say.text("loan.cost-waits");
        return lent.loan().recalled() != null && lent.loan().out() > 0 ? say.text("resource.is-recalled") : "";
    }

    /** An incident's needs on the map, and its loans in time. */
    @GetMapping("/incidents/{id}/resources/picture")
    String picture(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("incident", incidents.get(id, shell.viewer()));
        return "loan/page";
    }
}
