package se.samlad.desk;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.incident.Telling;
import se.samlad.journal.Journal;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.web.Malformed;
import se.samlad.web.Say;

/** The page of an incident with its log, and the list of incidents. */
@Controller
class IncidentPages {

    private static final Log.Page NO_PAGE = new Log.Page(List.of(), null, null);

    private final Incidents incidents;
    private final Actors actors;
    private final Journal journal;
    private final Log log;
    private final Lists lists;

    IncidentPages(Incidents incidents, Actors actors, Journal journal, Log log, Lists lists) {
        this.incidents = incidents;
        this.actors = actors;
        this.journal = journal;
        this.log = log;
        this.lists = lists;
    }

    private final Listing<Incident> listing = new Listing<>(
            "/incidents",
            "incidents",
            List.of(
                    Column.<Incident>of(
                                    "title",
                                    (i, say) -> (i.isExercise() ? say.text("frame.exercise") + ": " : "") + i.title())
                            .leadingTo(i -> "/incidents/" + i.id()),
                    Column.<Incident>of("state", (i, say) -> say.text("incident.state." + i.state()))
                            .chosenBy(List.of(
                                    new Choice<>("open", say -> say.text("desk.incidents.open"), Incident::isOpen),
                                    new Choice<>(
                                            "local",
                                            say -> say.text("desk.incidents.local"),
                                            i -> i.state() == Incident.State.LOCAL),
                                    new Choice<>("ended", say -> say.text("desk.incidents.ended"), i -> !i.isOpen()))),
                    Column.of("signalled", (i, say) -> i.signalled()),
                    Column.of("from", (i, say) -> shortName(i, say))));

    private String shortName(Incident incident, Say say) {
        return actors.shortName(incident.asked().actor(), say.language());
    }

    /** Open incidents, latest first; then ended ones. */
    @GetMapping("/incidents")
    @Nullable
    String list(Shell shell, Model model, Lists.Request asked) throws IOException {
        return lists.answer(listing, incidents.all(shell.viewer()), asked, model, "list/page");
    }

    /** @param before the cursor of the oldest row on the page shown before; none: start with the newest */
    @GetMapping("/incidents/{id}")
    String log(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before,
            Shell shell,
            Model model) {
        var incident = incidents.get(id, shell.viewer());
        var filter = new Log.Filter(kind(kind), empty(actor), empty(q.strip()));
        var on = shell.say().at(incident.clock(shell.say().now()));
        model.addAttribute("incident", incident);
        model.addAttribute("on", on);
        model.addAttribute("filter", filter);
        model.addAttribute("actors", actors.all());
        boolean live = filter.isNone() && before.isEmpty();
        model.addAttribute(
                "page", live ? NO_PAGE : log.read(id, filter, position(before), shell.viewer(), shell.say()));
        model.addAttribute("live", live);
        return "desk/log";
    }

    /** What is done with the incident as a whole. */
    @GetMapping("/incidents/{id}/manage")
    String manage(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var incident = incidents.get(id, viewer);
        model.addAttribute("incident", incident);
        model.addAttribute("may", viewer.mayConvene());
        model.addAttribute("own", viewer.isOf(incident.asked().actor()));
        model.addAttribute("clock", shell.say().local(incident.clock(shell.say().now())));
        model.addAttribute("others", others(incident, viewer));
        model.addAttribute(
                "ends", viewer.acting().filter(incident::mayBeEndedBy).isPresent());
        return "desk/manage";
    }

    /** Incidents that may be the same event as this one. */
    private List<Incident> others(Incident incident, Viewer viewer) {
        if (!viewer.mayConvene()) return List.of();
        return incidents.open(viewer).stream()
                .filter(i -> !i.id().equals(incident.id()))
                .filter(i -> !incident.joined().contains(i.id()))
                .toList();
    }

    private long position(String cursor) {
        if (cursor.isEmpty()) return 0;
        return journal.cursors().position(cursor).orElseThrow(() -> new Malformed("error.cursor", cursor));
    }

    private static Telling.@Nullable Kind kind(String name) {
        if (name.isEmpty()) return null;
        try {
            return Telling.Kind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new Malformed("error.value", "kind");
        }
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
