package se.samlad.alarm;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.actor.Actors;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.web.Say;

/** The pages of alarm plans, in ordinary mode. */
@Controller
class AlarmPages {

    static final String PATH = "/alarm-plans";

    private static final Listing<Plan> LISTING = new Listing<>(
            PATH,
            "alarm-plans",
            List.of(
                    Column.<Plan>of("title", (plan, say) -> plan.title(say)).leadingTo(plan -> PATH + "/" + plan.id()),
                    Column.of(
                            "words",
                            (plan, say) -> String.join(", ", plan.says().words())),
                    Column.<Plan>of("levels", AlarmPages::levels)
                            .chosenBy(List.of(new Choice<>("once", say -> say.text("alarm.once"), plan -> plan.says()
                                    .atOnce()))),
                    Column.of("directly", (plan, say) -> plan.says().directly().size()),
                    Column.of(
                            "indirectly",
                            (plan, say) -> plan.says().indirectly().size()),
                    Column.of("changed", (plan, say) -> plan.latest().at())));

    private final Plans plans;
    private final Actors actors;
    private final Lists lists;

    AlarmPages(Plans plans, Actors actors, Lists lists) {
        this.plans = plans;
        this.actors = actors;
        this.lists = lists;
    }

    private static String levels(Plan plan, Say say) {
        var words = plan.says().levels().stream()
                .map(level -> say.text("alarm.level." + level))
                .toList();
        return String.join(", ", words) + (plan.says().atOnce() ? ", " + say.text("alarm.once") : "");
    }

    @GetMapping(PATH)
    @Nullable
    String list(Shell shell, Model model, Lists.Request asked) throws IOException {
        model.addAttribute("mayWrite", Planning.mayWrite(shell.viewer()));
        return lists.answer(LISTING, plans.used(shell.viewer()).stream(), asked, model, "alarm/list");
    }

    @GetMapping(PATH + "/new")
    String write(Shell shell, Model model) {
        shell.viewer().acting().ifPresent(Planning::mustWrite);
        model.addAttribute("actors", actors.all());
        return "alarm/new";
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        model.addAttribute("plan", plans.get(id, shell.viewer()));
        model.addAttribute("mayWrite", Planning.mayWrite(shell.viewer()));
        model.addAttribute("actors", actors);
        return "alarm/one";
    }

    /** A plan as it stood, such as when a forum was convened by it. */
    @GetMapping(PATH + "/versions/{entry}")
    String version(@PathVariable UUID entry, Shell shell, Model model) {
        var version = plans.version(entry, shell.viewer());
        model.addAttribute("version", version);
        model.addAttribute("plan", plans.get(version.stream(), shell.viewer()));
        model.addAttribute("actors", actors);
        return "alarm/version";
    }
}
