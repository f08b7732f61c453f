package se.samlad.actor;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.Viewers;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;

/** The pages of actors. */
@Controller
class ActorController {

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
        return lists.answer(LISTING, actors.all().stream(), asked, model, "list/page");
    }

    @GetMapping("/actors/{code}")
    String one(@PathVariable String code, Shell shell, Model model) {
        model.addAttribute("actor", actors.get(code));
        model.addAttribute("acts", viewers.functions().ofActor(code));
        return "actor/actor";
    }
}
