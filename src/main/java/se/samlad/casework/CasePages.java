package se.samlad.casework;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samlad.access.Function;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.actor.Seat;
import se.samlad.casework.AllCases.Row;
import se.samlad.casework.Standing.State;
import se.samlad.casework.Standing.Turn;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.paper.Papers;
import se.samlad.web.Alike;
import se.samlad.web.Say;

/** The pages of cases. */
@Controller
public class CasePages {

    static final String PATH = "/cases";

    /** So many of a state stand on the board; the others are in the list. */
    public static final int ON_A_COLUMN = 12;

    /** The board's columns; what rests or has ended is in the list. */
    private static final List<State> ON_THE_BOARD = List.of(
            State.RAISED,
            State.EXAMINED,
            State.PROPOSED,
            State.DECIDED,
            State.IN_PROJECT,
            State.VALUED,
            State.IMPLEMENTATION_DECIDED,
            State.FOLLOWED_UP);

    private final Cases cases;
    private final Alike alike;
    private final Actors actors;
    private final Lists lists;
    private final Papers papers;

    CasePages(Cases cases, Alike alike, Actors actors, Lists lists, Papers papers) {
        this.cases = cases;
        this.alike = alike;
        this.actors = actors;
        this.lists = lists;
        this.papers = papers;
    }

    /** Whether the viewer acts for whose turn it is. */
    static boolean isTurnOf(Standing standing, Steps steps, Viewer viewer) {
        var by = viewer.acting().orElse(null);
        if (by == null || by.function().onlyAdministers()) return false;
        return switch (standing.turn()) {
            case COORDINATING -> steps.isOf(Seat.COORDINATING, by);
            case DIRECTING -> steps.isOf(Seat.DIRECTING, by);
            case OWNER ->
                standing.project() != null && standing.project().owner().equals(by.actor());
            case NOBODY -> false;
        };
    }

    @GetMapping(PATH)
    @Nullable
    String all(Shell shell, Model model, Lists.Request asked) throws IOException {
        var rows = cases.seenBy(shell.viewer());
        model.addAttribute("board", board(rows));
        model.addAttribute("actors", actors);
        var page = lists.answer(listing(shell), rows.stream(), asked, model, "casework/all");
        if (model.getAttribute("shown") instanceof Listing.Shown<?> shown)
            model.addAttribute("times", times(shown, shell.say().now()));
        return page;
    }

    /** A case's time beside those of the others. @param stays what the picture shows, in parts */
    public record Time(UUID id, String title, Stays stays) {}

    /** Those of the list as it is filtered and sorted, all on the same scale: from when the first of them was raised. */
    private static List<Time> times(Listing.Shown<?> shown, Instant now) {
        var rows = shown.rows().stream().map(Row.class::cast).toList();
        var first = rows.stream().map(Row::at).min(Instant::compareTo).orElse(now);
        return rows.stream()
                .map(row ->
                        new Time(row.id(), row.title(), Stays.of(row.standing().spans(), first, now)))
                .toList();
    }

    private Map<State, List<Row>> board(List<Row> rows) {
        var board = new LinkedHashMap<State, List<Row>>();
        for (var state : ON_THE_BOARD)
            board.put(
                    state,
                    rows.stream().filter(row -> row.standing().state() == state).toList());
        return board;
    }

    private Listing<Row> listing(Shell shell) {
        var own = shell.viewer().function().map(Function::actor).orElse("");
        return new Listing<Row>(
                PATH,
                "cases",
                List.of(
                        Column.<Row>of("title", (row, say) -> row.title()).leadingTo(row -> PATH + "/" + row.id()),
                        Column.<Row>of(
                                        "actor",
                                        (row, say) -> actors.shortName(row.by().actor(), say.language()))
                                .chosenBy(List.of(new Choice<>("own", say -> say.text("case.ours"), row -> row.by()
                                        .actor()
                                        .equals(own)))),
                        Column.<Row>of(
                                        "state",
                                        (row, say) -> say.text(
                                                "case.state." + row.standing().state()))
                                .chosenBy(
                                        State.values(),
                                        (state, say) -> say.text("case.state." + state),
                                        row -> row.standing().state()),
                        Column.<Row>of("turn", (row, say) -> turn(row.standing(), actors, say))
                                .chosenBy(List.of(new Choice<>(
                                        "ours",
                                        say -> say.text("case.our-turn"),
                                        row -> isTurnOf(row.standing(), cases.steps(), shell.viewer())))),
                        Column.of("since", (row, say) -> row.standing().since()),
                        Column.of("raised", (row, say) -> row.at())));
    }

    /** Whose turn it is, in words; empty: nobody's. */
    static String turn(Standing standing, Actors actors, Say say) {
        var project = standing.project();
        return standing.turn() == Turn.OWNER && project != null
                ? say.text("case.turn-of", actors.shortName(project.owner(), say.language()))
                : say.text("case.turn." + standing.turn());
    }

    /** Beside the form, the cases that go on: the same is not raised twice (I6). */
    @GetMapping(PATH + "/new")
    String raise(Shell shell, Model model) {
        shell.viewer().acting().ifPresent(Working::mayAct);
        model.addAttribute(
                "open",
                cases.seenBy(shell.viewer()).stream()
                        .filter(row -> !row.standing().state().isOver())
                        .toList());
        model.addAttribute("actors", actors);
        return "casework/new";
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var of = cases.get(id, shell.viewer());
        var by = shell.viewer().acting().orElse(null);
        model.addAttribute("of", of);
        model.addAttribute("similar", alike.to(of.raised().title(), PATH + "/" + id, shell.viewer()));
        model.addAttribute(
                "open",
                cases.seenBy(shell.viewer()).stream()
                        .filter(row ->
                                !row.id().equals(id) && !row.standing().state().isOver())
                        .toList());
        model.addAttribute(
                "stays", Stays.of(of.standing().spans(), of.at(), shell.say().now()));
        model.addAttribute("incident", cases.incident(of, shell.viewer()).orElse(null));
        model.addAttribute("writes", Writing.writes(of.standing(), by));
        model.addAttribute("papers", papers.of(id, id, shell.viewer()));
        model.addAttribute("due", of.rules().due(of.standing()).orElse(null));
        model.addAttribute("turn", turn(of.standing(), actors, shell.say()));
        model.addAttribute("coordinates", by != null && of.rules().isOf(Seat.COORDINATING, by));
        model.addAttribute("decides", by != null && of.rules().isOf(Seat.DIRECTING, by));
        model.addAttribute("own", by == null || by.function().onlyAdministers() ? "" : by.actor());
        model.addAttribute("actors", actors);
        return "casework/one";
    }

    /** How the steps are taken; the secretariat edits it. */
    @GetMapping("/case-steps")
    String steps(Shell shell, Model model) {
        if (!shell.viewer().isMember()) throw new NotThere();
        model.addAttribute("steps", cases.steps());
        model.addAttribute("functions", cases.functions());
        model.addAttribute("maySettle", Steps.maySettle(shell.viewer()));
        model.addAttribute("actors", actors);
        return "casework/steps";
    }
}
