package se.samlad.actor;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer.Acting;
import se.samlad.access.Viewers;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;

/** The pages of actors. */
@Controller
public class ActorController {

    private final Actors actors;
    private final Viewers viewers;
    private final Lists lists;

    ActorController(Actors actors, Viewers viewers, Lists lists) {
        this.actors = actors;
        this.viewers = viewers;
        this.lists = lists;
    }

    private static final Listing<Actor> LISTING = new Listing<>(
            "/actors",
            "actors",
            List.of(
                    Column.<Actor>of("name", (a, say) -> a.name(say.language())).leadingTo(a -> "/actors/" + a.code()),
                    Column.<Actor>of("kind", (a, say) -> say.text("actor.kind." + a.kind()))
                            .chosenBy(Actor.Kind.values(), (kind, say) -> say.text("actor.kind." + kind), Actor::kind),
                    Column.<Actor>of("membership", (a, say) -> say.text("actor.membership." + a.membership()))
                            .chosenBy(List.of(
                                    new Choice<>("member", say -> say.text("actor.members"), Actor::member),
                                    new Choice<>("other", say -> say.text("actor.membership.NONE"), a -> !a.member()))),
                    Column.of("code", (a, say) -> a.code())));

    @GetMapping("/actors")
    @Nullable
    String list(Shell shell, Model model, Lists.Request asked) throws IOException {
        return lists.answer(LISTING, actors.all().stream(), asked, model, "actor/actors");
    }

    /**
     * What the viewer may do with the actor's functions.
     *
     * @param choice the mandates that it may give and take
     * @param more whether it may name further functions, and change more of one than its mandates
     */
    public record Naming(List<Mandate> choice, boolean more) {}

    private Naming naming(Actor actor, Acting by) {
        if (!Admitting.mayName(by, actor.code())) return new Naming(List.of(), false);
        boolean own = by.may(Mandate.ADMINISTER) && by.actor().equals(actor.code());
        boolean free = own || !actors.decideForThemselves().contains(actor.code());
        return new Naming(
                Arrays.stream(Mandate.values())
                        .filter(actor.kind()::may)
                        .filter(m -> Admitting.OWN.contains(m) ? free : by.may(Mandate.ADMIT))
                        .toList(),
                free);
    }

    @GetMapping("/actors/{code}")
    String one(@PathVariable String code, Shell shell, Model model) {
        var actor = actors.get(code);
        model.addAttribute("actor", actor);
        model.addAttribute("acts", viewers.functions().ofActor(code));
        model.addAttribute("duty", actors);
        model.addAttribute("drawn", actors.drawn(code).orElse(null));
        shell.viewer().acting().ifPresent(by -> model.addAttribute("naming", naming(actor, by)));
        return "actor/actor";
    }
}
