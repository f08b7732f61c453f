package se.samlad.season;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.NotThere;
import se.samlad.actor.Actors;
import se.samlad.direction.Named;
import se.samlad.direction.PreparedDirections;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.place.Shaded;
import se.samlad.region.Land;
import se.samlad.report.Status;
import se.samlad.season.SeasonFact.Kind;
import se.samlad.web.Say;

/** The pages of seasons. */
@Controller
class SeasonPages {

    static final String PATH = "/seasons";

    /** Which of the prepared directions that come with Samlad is usually read beside. */
    private static final Map<Kind, String> USUAL = Map.of(
            Kind.WINTER, "snow-and-ice", Kind.HEAT, "heat", Kind.WATER, "drinking-water", Kind.POWER, "long-power-cut");

    private final Seasons seasons;
    private final Actors actors;
    private final PreparedDirections prepared;
    private final Lists lists;
    private final Land land;

    SeasonPages(Seasons seasons, Actors actors, PreparedDirections prepared, Lists lists, Land land) {
        this.seasons = seasons;
        this.actors = actors;
        this.prepared = prepared;
        this.lists = lists;
        this.land = land;
    }

    @GetMapping(PATH)
    @Nullable
    String list(Shell shell, Model model, Lists.Request asked) throws IOException {
        var viewer = shell.viewer();
        var kinds = new ArrayList<Choice<Season>>();
        for (var kind : Kind.values())
            kinds.add(new Choice<>(
                    kind.name().toLowerCase(Locale.ROOT),
                    say -> say.text("season.kind." + kind),
                    s -> s.as().kind() == kind));
        var listing = new Listing<Season>(
                PATH,
                "seasons",
                List.of(
                        Column.<Season>of("title", (s, say) -> s.as().title()).leadingTo(s -> PATH + "/" + s.id()),
                        Column.<Season>of("host", (s, say) -> actors.shortName(s.by().actor(), say.language())),
                        Column.<Season>of("kind", (s, say) -> say.text("season.kind." + s.as().kind()))
                                .chosenBy(kinds),
                        Column.<Season>of("by", (s, say) -> s.as().answerBy()),
                        Column.<Season>of("state", SeasonPages::state)
                                .chosenBy(List.of(
                                        new Choice<>("open", say -> say.text("season.open"), Season::isOpen),
                                        new Choice<>("over", say -> say.text("season.is-over"), s -> !s.isOpen())))));
        model.addAttribute(
                "invites", viewer.acting().filter(Inviting::mayInvite).isPresent());
        return lists.answer(listing, seasons.seenBy(viewer).stream(), asked, model, "season/list");
    }

    private static String state(Season season, Say say) {
        if (!season.isOpen()) return say.text("season.is-over");
        var there = season.there().size();
        return say.text("season.came", there - season.missing().size(), there);
    }

    /**
     * How the municipalities stand before a season, as each lets the reader see.
     *
     * @param year null: the latest of which the reader sees anything, else this one
     */
    @GetMapping(PATH + "/states")
    String states(
            @RequestParam(defaultValue = "WINTER") Kind kind,
            @RequestParam(required = false) @Nullable Integer year,
            Shell shell,
            Model model) {
        var seen = seasons.standing(shell.viewer())
                .filter(each -> each.kind() == kind)
                .toList();
        int latest = seen.stream().mapToInt(AllSeasons.Standing::year).max().orElseGet(() -> Year.now(Say.STOCKHOLM)
                .getValue());
        int of = year == null || year < 2000 || year > 2200 ? latest : year;
        var all = new LinkedHashMap<String, AllSeasons.Standing>();
        seen.stream()
                .filter(each -> each.year() == of)
                .sorted(Comparator.comparing(AllSeasons.Standing::at))
                .forEach(each -> all.put(each.host(), each));
        model.addAttribute("kind", kind);
        model.addAttribute("year", of);
        model.addAttribute("standing", List.copyOf(all.values()));
        model.addAttribute("shaded", shaded(all));
        model.addAttribute("actors", actors);
        model.addAttribute(
                "open", seasons.seenBy(shell.viewer()).stream().map(Season::id).toList());
        return "season/states";
    }

    private Shaded shaded(Map<String, AllSeasons.Standing> all) {
        var statuses = new LinkedHashMap<String, String>();
        all.forEach((host, each) -> statuses.put(host, each.said().status().name()));
        var counts = new LinkedHashMap<String, Integer>();
        for (var status : List.of(Status.values()).reversed()) {
            int times = (int) land.map().municipalities().stream()
                    .filter(area -> status.name().equals(statuses.get(area.actor())))
                    .count();
            if (times > 0) counts.put(status.name(), times);
        }
        return new Shaded(land.map(), statuses, counts, "");
    }

    @GetMapping(PATH + "/new")
    String begin(@RequestParam(required = false) @Nullable UUID earlier, Shell shell, Model model) {
        var by = shell.viewer().acting();
        by.ifPresent(Inviting::mustInvite);
        var own = seasons.seenBy(shell.viewer()).stream()
                .filter(s -> by.isPresent() && s.isOf(by.get().actor()))
                .toList();
        var from = own.stream().filter(s -> s.id().equals(earlier)).findFirst();
        model.addAttribute("own", own);
        model.addAttribute("from", from.orElse(null));
        model.addAttribute("prepared", prepared.list(shell.viewer()));
        model.addAttribute(
                "usual", USUAL.getOrDefault(from.map(s -> s.as().kind()).orElse(Kind.WINTER), ""));
        model.addAttribute("actors", actors);
        return "season/new";
    }

    @GetMapping(PATH + "/{id}")
    String one(
            @PathVariable UUID id,
            @CookieValue(name = SeasonApi.SHOWN_ONCE, defaultValue = "") String made,
            Shell shell,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var season = seasons.get(id, shell.viewer());
        reads(season, shell, model);
        model.addAttribute("incidents", seasons.incidents(season, shell.viewer()));
        model.addAttribute("link", SeasonApi.NEW.shown(made, id, request, response));
        model.addAttribute("prepared", prepared.list(shell.viewer()));
        return "season/one";
    }

    private void reads(Season season, Shell shell, Model model) {
        var by = shell.viewer().acting().orElse(null);
        var code = season.as().prepared();
        model.addAttribute("season", season);
        model.addAttribute("matrix", Matrix.of(season, actors, shell.say()));
        model.addAttribute("actors", actors);
        model.addAttribute("named", new Named(actors, shell.say()));
        model.addAttribute("hosts", by != null && Inviting.isHost(season, by));
        model.addAttribute("mine", by == null ? null : season.of(by.function()).orElse(null));
        model.addAttribute("stands", by != null && Answering.mayStand(season, by));
        model.addAttribute(
                "region",
                code == null ? null : prepared.standing(shell.viewer()).get(code));
    }

    /** The five answers of the reader's own actor, or of one without an account, as the host was told them. */
    @GetMapping(PATH + "/{id}/answer")
    String answer(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID participant,
            Shell shell,
            Model model) {
        var season = seasons.get(id, shell.viewer());
        reads(season, shell, model);
        var by = shell.viewer().acting();
        var told = participant == null ? null : season.find(participant).orElseThrow(NotThere::new);
        if (told != null) by.ifPresent(each -> Inviting.mustBeHost(season, each));
        var one = told != null || by.isEmpty() ? told : Answering.own(season, by.get());
        if (one == null) throw new NotThere();
        model.addAttribute("one", one);
        model.addAttribute("last", seasons.last(one));
        return "season/answer";
    }

    @GetMapping(PATH + "/{id}/direction")
    String direction(@PathVariable UUID id, Shell shell, Model model) {
        var season = seasons.get(id, shell.viewer());
        shell.viewer().acting().ifPresent(by -> Inviting.mustBeHost(season, by));
        reads(season, shell, model);
        return "season/direction";
    }

    /** The answers as a list, to filter, to print and to take away as a file. */
    @GetMapping(PATH + "/{id}/table")
    @Nullable
    String table(@PathVariable UUID id, Shell shell, Model model, Lists.Request asked) throws IOException {
        var season = seasons.get(id, shell.viewer());
        var columns = new ArrayList<Column<Matrix.Row>>();
        columns.add(Column.of("who", (row, say) -> row.name()));
        for (var five : Matrix.FIVE)
            columns.add(Column.<Matrix.Row>of(Answering.field(five), (row, say) -> row.value(five)));
        columns.add(Column.of(
                "at", (row, say) -> row.answer() == null ? null : row.answer().at()));
        model.addAttribute("season", season);
        var rows = Matrix.of(season, actors, shell.say()).rows().stream();
        return lists.answer(
                new Listing<>(PATH + "/" + id + "/table", "season-answers", columns),
                rows,
                asked,
                model,
                "season/answers");
    }
}
