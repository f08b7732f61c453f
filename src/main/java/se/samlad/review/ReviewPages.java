package se.samlad.review;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.actor.Seat;
import se.samlad.forum.Forums;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.web.Say;

/** The pages of reviews: all of them, one, and those of an incident with what observers note. */
@Controller
public class ReviewPages {

    static final String PATH = "/reviews";
    static final String OF = "/incidents/{id}/review";

    private final Reviews reviews;
    private final Incidents incidents;
    private final Forums forums;
    private final Actors actors;
    private final Lists lists;

    ReviewPages(Reviews reviews, Incidents incidents, Forums forums, Actors actors, Lists lists) {
        this.reviews = reviews;
        this.incidents = incidents;
        this.forums = forums;
        this.actors = actors;
        this.lists = lists;
    }

    /**
     * A review as its page shows it.
     *
     * @param incident as its reader may see it; null: no longer
     * @param by who may act; null: nobody
     */
    public record Shown(
            Review of,
            @Nullable Incident incident,
            @Nullable Acting by,
            LocalDate today,
            Actors actors) {

        public String name(String actor, Say say) {
            return actors.shortName(actor, say.language());
        }

        public String path() {
            return PATH + "/" + of.id();
        }

        public boolean writes() {
            return by != null && Reviewing.mayWrite(of, by);
        }

        public boolean keeps() {
            return by != null && Reviewing.keeps(of, by);
        }

        public boolean drafts() {
            return by != null && of.drafted() == null && of.owner().equals(by.actor());
        }
    }

    private static @Nullable Acting acting(Viewer viewer) {
        return viewer.acting()
                .filter(by -> viewer.isMember() && !by.function().onlyAdministers())
                .orElse(null);
    }

    @GetMapping(PATH)
    @Nullable
    String all(Shell shell, Model model, Lists.Request asked) throws IOException {
        if (!shell.viewer().isMember()) throw new NotThere();
        return lists.answer(listing(shell), reviews.seenBy(shell.viewer()).stream(), asked, model, "review/all");
    }

    private Listing<Review> listing(Shell shell) {
        var own = shell.viewer().acting().map(Acting::actor).orElse("");
        var today = reviews.today();
        return new Listing<Review>(
                PATH,
                "reviews",
                List.of(
                        Column.<Review>of("of", (of, say) -> incidents
                                        .find(of.incident(), shell.viewer())
                                        .map(i -> (i.isExercise() ? say.text("frame.exercise") + ": " : "") + i.title())
                                        .orElseGet(() -> say.text("review.of-something")))
                                .leadingTo(of -> PATH + "/" + of.id()),
                        Column.<Review>of("state", (of, say) -> say.text("review.state." + of.state()))
                                .chosenBy(
                                        Review.State.values(),
                                        (state, say) -> say.text("review.state." + state),
                                        Review::state),
                        Column.<Review>of("owner", (of, say) -> actors.shortName(of.owner(), say.language()))
                                .chosenBy(List.of(new Choice<>("own", say -> say.text("review.ours"), of -> of.owner()
                                        .equals(own)))),
                        Column.<Review>of(
                                        "by",
                                        (of, say) -> of.order() == null
                                                ? null
                                                : of.order().by().toString())
                                .chosenBy(List.of(
                                        new Choice<>("late", say -> say.text("review.late"), of -> of.isLate(today)))),
                        Column.of("at", (of, say) -> of.at())));
    }

    /** @param entry of the incident that is observed; left out: none */
    @GetMapping(OF)
    String of(
            @PathVariable UUID id,
            @RequestParam(name = "entry", required = false) @Nullable UUID entry,
            Shell shell,
            Model model) {
        var viewer = shell.viewer();
        var incident = incidents.get(id, viewer);
        var by = acting(viewer);
        model.addAttribute("incident", incident);
        model.addAttribute("on", shell.say().at(incident.clock(shell.say().now())));
        model.addAttribute("entry", entry);
        model.addAttribute("notes", reviews.notes(id, viewer));
        model.addAttribute("reviews", reviews.of(id, viewer));
        model.addAttribute("forums", forums.in(id, viewer).all());
        model.addAttribute("own", by == null ? "" : by.actor());
        model.addAttribute("orders", by != null && Seat.DIRECTING.isOf(by) && !incident.isOpen());
        model.addAttribute("owners", owners(incident));
        model.addAttribute("actors", actors);
        return "review/of";
    }

    private List<Actor> owners(Incident incident) {
        return actors.all().stream()
                .filter(actor ->
                        actor.member() || actor.code().equals(actors.common().joint()))
                .filter(actor ->
                        incident.isOpenToMembers() || incident.openedTo().contains("actor:" + actor.code()))
                .toList();
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("shown", shown(id, shell.viewer()));
        return "review/one";
    }

    Shown shown(UUID id, Viewer viewer) {
        var of = reviews.get(id, viewer);
        return new Shown(
                of, incidents.find(of.incident(), viewer).orElse(null), acting(viewer), reviews.today(), actors);
    }
}
