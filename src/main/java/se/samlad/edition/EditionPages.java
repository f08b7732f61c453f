package se.samlad.edition;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.actor.Actors;
import se.samlad.edition.EditionFact.Audience;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact.Concern;
import se.samlad.incident.Incidents;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.web.Say;

/** The pages of editions. */
@Controller
class EditionPages {

    static final String PATH = "/editions";

    private final Editions editions;
    private final Incidents incidents;
    private final Actors actors;
    private final Lists lists;

    EditionPages(Editions editions, Incidents incidents, Actors actors, Lists lists) {
        this.editions = editions;
        this.incidents = incidents;
        this.actors = actors;
        this.lists = lists;
    }

    @GetMapping(PATH)
    @Nullable
    String list(Shell shell, Model model, Lists.Request asked) throws IOException {
        var listing = new Listing<Edition>(
                PATH,
                "editions",
                List.of(
                        Column.<Edition>of(
                                        "name",
                                        (e, say) -> say.text(
                                                "edition.name",
                                                say.text("edition.for."
                                                        + e.issued().audience()),
                                                e.issued().number()))
                                .leadingTo(e -> PATH + "/" + e.id()),
                        Column.<Edition>of(
                                        "for",
                                        (e, say) -> say.text(
                                                "edition.for." + e.issued().audience()))
                                .chosenBy(
                                        Audience.values(),
                                        (audience, say) -> say.text("edition.for." + audience),
                                        e -> e.issued().audience()),
                        Column.of("of", (e, say) -> of(e, shell, say)),
                        Column.of("at", (e, say) -> e.at()),
                        Column.of("actor", (e, say) -> actors.shortName(e.by().actor(), say.language()))));
        return lists.answer(listing, editions.seenBy(shell.viewer()).stream(), asked, model, "edition/list");
    }

    /** What it is a picture of: an incident, or the region. */
    private String of(Edition edition, Shell shell, Say say) {
        var incident = edition.issued().incident();
        if (incident == null) return say.text("edition.of-region");
        return incidents.find(incident, shell.viewer()).map(i -> i.title()).orElse(say.text("edition.of-incident"));
    }

    /**
     * @param audience for whom; left out or unknown: for the members
     * @param conference the conference that it is made at; null: none
     */
    @GetMapping(PATH + "/new")
    String issue(
            @RequestParam(name = "audience", defaultValue = "") String audience,
            @RequestParam(name = "incident", required = false) @Nullable UUID incident,
            @RequestParam(name = "conference", required = false) @Nullable UUID conference,
            Shell shell,
            Model model) {
        shell.viewer().acting().ifPresent(Editing::mustKeep);
        model.addAttribute("conference", conference);
        var all = Audience.of(incident != null);
        var chosen = all.stream()
                .filter(each -> each.name().equals(audience))
                .findFirst()
                .orElse(Audience.MEMBERS);
        var in = incident == null ? null : incidents.get(incident, shell.viewer());
        var before = editions.latest(chosen, incident, shell.viewer()).orElse(null);
        var affected = in == null ? null : affectedBy(chosen, in);
        model.addAttribute("all", all);
        model.addAttribute("chosen", new Chosen(chosen, in, affected, before));
        model.addAttribute("lines", editions.lines(chosen, in));
        model.addAttribute(
                "next", Editing.proposed(chosen, incident, before, shell.say().now()));
        model.addAttribute("actors", actors);
        return "edition/new";
    }

    private @Nullable Set<String> affectedBy(Audience audience, Incident incident) {
        return switch (audience) {
            case DIRECT -> editions.affected(incident, Concern.DIRECT);
            case INDIRECT -> editions.affected(incident, Concern.INDIRECT);
            case MEMBERS, HEADS, OPEN -> null;
        };
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var edition = editions.get(id, shell.viewer());
        model.addAttribute("edition", edition);
        model.addAttribute("of", of(edition, shell, shell.say()));
        model.addAttribute("actors", actors);
        return "edition/one";
    }
}
