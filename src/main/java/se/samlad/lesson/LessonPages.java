package se.samlad.lesson;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.samlad.access.Function;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.lesson.Lesson.State;
import se.samlad.list.Listing;
import se.samlad.list.Listing.Choice;
import se.samlad.list.Listing.Column;
import se.samlad.list.Lists;
import se.samlad.live.Shell;
import se.samlad.web.Activities.Activity;
import se.samlad.web.Alike;
import se.samlad.web.Occasions.Occasion;
import se.samlad.web.Say;

/** The pages of lessons. */
@Controller
public class LessonPages {

    static final String PATH = "/lessons";

    private static final int OTHERS = 200;

    private final Lessons lessons;
    private final Alike alike;
    private final Actors actors;
    private final Lists lists;

    LessonPages(Lessons lessons, Alike alike, Actors actors, Lists lists) {
        this.lessons = lessons;
        this.alike = alike;
        this.actors = actors;
        this.lists = lists;
    }

    /**
     * A lesson as its page shows it.
     *
     * @param by who may act; null: nobody
     * @param keeps whether the acting one keeps the lesson
     * @param occasions what its entries name and the reader may open, by id
     * @param carriers the activities that carry its measures and that the reader may open, by id
     */
    public record Shown(
            Lesson of,
            @Nullable Acting by,
            boolean keeps,
            boolean tests,
            LocalDate today,
            Map<UUID, Occasion> occasions,
            Map<UUID, Activity> carriers,
            Actors actors) {

        public String path() {
            return PATH + "/" + of.id();
        }

        public String name(String actor, Say say) {
            return actors.shortName(actor, say.language());
        }

        public boolean owns(Measure m) {
            return by != null && m.owner().equals(by.actor());
        }

        /** The key of the one next thing: who has to do what. */
        public String next() {
            if (of.state() != State.MEASURED) return of.state().name();
            return of.standing().anyMatch(Measure::waits) ? "ASKED" : "MEASURED";
        }
    }

    @GetMapping(PATH)
    @Nullable
    String all(Shell shell, Model model, Lists.Request asked) throws IOException {
        if (!shell.viewer().isMember()) throw new NotThere();
        return lists.answer(listing(shell), lessons.seenBy(shell.viewer()).stream(), asked, model, "lesson/all");
    }

    private Listing<Lesson> listing(Shell shell) {
        var own = shell.viewer().function().map(Function::actor).orElse("");
        var today = lessons.today();
        return new Listing<Lesson>(
                PATH,
                "lessons",
                List.of(
                        Column.<Lesson>of("observation", (of, say) -> of.title())
                                .leadingTo(of -> PATH + "/" + of.id())
                                .chosenBy(List.of(
                                        new Choice<>("good", say -> say.text("lesson.good"), of -> of.says()
                                                .good()),
                                        new Choice<>("ours", say -> say.text("lesson.ours"), of -> of.by()
                                                .actor()
                                                .equals(own)))),
                        Column.of("lesson", (of, say) -> of.says().lesson()),
                        Column.<Lesson>of("state", (of, say) -> say.text("lesson.state." + of.state()))
                                .chosenBy(
                                        State.values(),
                                        (state, say) -> say.text("lesson.state." + state),
                                        Lesson::state),
                        Column.<Lesson>of("owner", (of, say) -> owners(of, say)).chosenBy(owned(own)),
                        Column.<Lesson>of("due", (of, say) -> of.due()
                                        .map(LocalDate::toString)
                                        .orElse(null))
                                .chosenBy(List.of(
                                        new Choice<>("late", say -> say.text("lesson.late"), of -> of.isLate(today)))),
                        Column.of("at", (of, say) -> of.at())));
    }

    private static List<Choice<Lesson>> owned(String own) {
        return List.of(
                new Choice<>("own", say -> say.text("lesson.owned"), of -> of.standing()
                        .anyMatch(m -> m.owner().equals(own))),
                new Choice<>("none", say -> say.text("lesson.no-owner"), of -> of.standing()
                        .findAny()
                        .isEmpty()));
    }

    private @Nullable String owners(Lesson of, Say say) {
        var owners = of.standing()
                .map(m -> actors.shortName(m.owner(), say.language()))
                .distinct()
                .collect(Collectors.joining(", "));
        return owners.isEmpty() ? null : owners;
    }

    /** @param incident in which it was observed; left out or not to be seen: in none */
    @GetMapping(PATH + "/new")
    String note(@RequestParam(name = "incident", required = false) @Nullable UUID incident, Shell shell, Model model) {
        shell.viewer().acting().ifPresent(Learning::mayAct);
        model.addAttribute(
                "incident", lessons.occasion(incident, shell.viewer()).orElse(null));
        model.addAttribute("own", shell.viewer().acting().map(Acting::actor).orElse(""));
        model.addAttribute("actors", actors);
        return "lesson/new";
    }

    @GetMapping(PATH + "/{id}")
    String one(@PathVariable UUID id, Shell shell, Model model) {
        var viewer = shell.viewer();
        var of = lessons.get(id, viewer);
        var by = viewer.acting()
                .filter(each -> viewer.isMember() && !each.function().onlyAdministers())
                .orElse(null);
        boolean tests = by != null && Learning.mayTest(of, by);
        model.addAttribute(
                "shown",
                new Shown(
                        of,
                        by,
                        by != null && Learning.keeps(of, by),
                        tests,
                        lessons.today(),
                        named(of, viewer),
                        carriers(of, viewer),
                        actors));
        model.addAttribute("similar", alike.to(of.title(), PATH + "/" + id, viewer));
        model.addAttribute("occasions", tests ? lessons.occasions(of, viewer) : List.of());
        model.addAttribute("owners", owners());
        model.addAttribute("others", others(of, viewer));
        model.addAttribute("activities", by == null ? List.of() : lessons.activities(viewer));
        return "lesson/one";
    }

    /** Whoever can be asked to do something. */
    private List<Actor> owners() {
        return actors.all().stream()
                .filter(actor ->
                        actor.member() || actor.code().equals(actors.common().joint()))
                .toList();
    }

    private List<Lesson> others(Lesson of, Viewer viewer) {
        return lessons.open(viewer).stream()
                .filter(other -> !other.id().equals(of.id()))
                .sorted(Comparator.comparing(Lesson::title))
                .limit(OTHERS)
                .toList();
    }

    private Map<UUID, Activity> carriers(Lesson of, Viewer viewer) {
        var all = new HashMap<UUID, Activity>();
        for (var m : of.measures())
            lessons.activity(m.said().activity(), viewer).ifPresent(each -> all.put(each.id(), each));
        return all;
    }

    private Map<UUID, Occasion> named(Lesson of, Viewer viewer) {
        var all = new HashMap<UUID, Occasion>();
        for (var step : of.steps()) {
            var id =
                    switch (step.fact()) {
                        case LessonFact.Observed o -> o.incident();
                        case LessonFact.Tested t -> t.in();
                        case LessonFact.Again a -> a.incident();
                        default -> null;
                    };
            if (id != null) lessons.occasion(id, viewer).ifPresent(each -> all.put(id, each));
        }
        return all;
    }
}
