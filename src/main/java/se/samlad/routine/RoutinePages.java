package se.samlad.routine;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.routine.RoutineFact.Kind;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Say;

/** The pages of routines, templates and supports. */
@Controller
public class RoutinePages {

    static final String PATH = "/routines";

    /** In which order they stand on the page: when something has failed, the supports are looked for. */
    public static final List<Kind> KINDS = List.of(Kind.SUPPORT, Kind.ROUTINE, Kind.TEMPLATE);

    private final Routines routines;
    private final Actors actors;
    private final Lists lists;

    RoutinePages(Routines routines, Actors actors, Lists lists) {
        this.routines = routines;
        this.actors = actors;
        this.lists = lists;
    }

    @GetMapping(PATH)
    @Nullable
    String all(Shell shell, Model model, Lists.Request asked) throws IOException {
        var by = shell.viewer().acting().orElse(null);
        var all = routines.seenBy(shell.viewer());
        var today = OrdinaryForums.day(shell.say().now());
        model.addAttribute("withdrawn", all.withdrawn());
        model.addAttribute("today", today);
        model.addAttribute("actors", actors);
        model.addAttribute("mayBegin", by != null && Keeping.mayBegin(by));
        model.addAttribute("owners", actors.parts());
        model.addAttribute("own", by == null ? "" : by.actor());
        var rows = KINDS.stream()
                .flatMap(kind -> all.inUse().stream().filter(each -> each.as().kind() == kind));
        return lists.answer(listing(today), rows, asked, model, "routine/all");
    }

    private Listing<Routine> listing(LocalDate today) {
        var owners = actors.parts().stream()
                .map(actor ->
                        new Choice<Routine>(actor.code(), say -> actor.shortName(say.language()), each -> each.as()
                                .owner()
                                .equals(actor.code())))
                .toList();
        var overdue = new Choice<Routine>("overdue", say -> say.text("routine.overdue"), each -> each.isOverdue(today));
        return new Listing<>(
                PATH,
                "routines",
                List.of(
                        Column.<Routine>of(
                                        "title",
                                        (each, say) -> each.as().title().in(say.language()))
                                .leadingTo(each -> PATH + "/" + each.id()),
                        Column.of(
                                "kind",
                                (each, say) ->
                                        say.text("routine.kind." + each.as().kind())),
                        Column.of("state", (each, say) -> state(each, today, say)),
                        Column.of(
                                "fallback", (each, say) -> each.as().fallback().in(say.language())),
                        Column.<Routine>of(
                                        "owner",
                                        (each, say) ->
                                                actors.shortName(each.as().owner(), say.language()))
                                .chosenBy(owners),
                        Column.<Routine>of(
                                        "review", (each, say) -> each.reviewBy().toString())
                                .chosenBy(List.of(overdue))),
                true);
    }

    /** How a support is, in words, and since when; null: it is no support. */
    public static @Nullable String state(Routine of, LocalDate today, Say say) {
        var last = of.lastTest();
        return switch (of.state(today)) {
            case null -> null;
            case FAULT ->
                say.text("routine.state.FAULT", say.time(of.going().getFirst().at()));
            case Routine.State state when last == null -> say.text("routine.state.NEVER");
            case Routine.State state ->
                say.text("routine.state." + state, say.day(last.what().on()));
        };
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var of = routines.get(id, shell.viewer());
        model.addAttribute("of", of);
        model.addAttribute("may", new May(of, shell.viewer().acting().orElse(null)));
        model.addAttribute("today", OrdinaryForums.day(shell.say().now()));
        model.addAttribute("actors", actors);
        model.addAttribute("owners", actors.parts());
        return "routine/one";
    }

    /** What the reader may do with one. */
    public record May(Routine of, @Nullable Acting by) {

        /** Test a support, or report a fault in it. */
        public boolean say() {
            return by != null && Keeping.speaks(by) && of.isSupport() && of.withdrawn() == null;
        }

        public boolean keep() {
            return by != null && Keeping.mayKeep(of, by);
        }

        public boolean end(Routine.Fault fault) {
            return by != null && Keeping.mayEnd(of, fault, by);
        }
    }
}
