package se.samlad.callout.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.callout.Call;
import se.samlad.callout.CalloutFact;
import se.samlad.callout.Callouts;
import se.samlad.callout.Wording;
import se.samlad.forum.Forum;
import se.samlad.forum.ForumFact;
import se.samlad.forum.Forums;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.live.Panel;
import se.samlad.reach.Paths;
import se.samlad.reach.Reaching;
import se.samlad.web.Say;

/** The panels of calling out: the screen, in short on other pages, and what those do who call. */
@Configuration(proxyBeanMethods = false)
public class CalloutPanels {

    private final Callouts callouts;
    private final Forums forums;
    private final Incidents incidents;
    private final Reaching reaching;
    private final Actors actors;

    CalloutPanels(Callouts callouts, Forums forums, Incidents incidents, Reaching reaching, Actors actors) {
        this.callouts = callouts;
        this.forums = forums;
        this.incidents = incidents;
        this.reaching = reaching;
        this.actors = actors;
    }

    /** Whom to telephone, by which numbers, and what to say. */
    public record Ring(Call call, Screen screen, List<Number> numbers, String say) {}

    /** @param who the function, in words */
    public record Number(String who, Paths.Path path) {}

    /** What the viewer may do in a forum. @param keeps whether it calls out */
    public record Work(Screen screen, boolean keeps) {}

    /** The calls to the incident's forums, open ones first; those without calls are left out. */
    public List<Screen> screens(Incident incident, Viewer viewer) {
        var calls = callouts.in(incident.id(), viewer);
        var names = new Screen.Names(actors, reaching.functions());
        return forums.in(incident.id(), viewer).all().stream()
                .map(forum -> new Screen(incident, forum, calls.of(forum.id()), names))
                .filter(screen -> !screen.calls().isEmpty())
                .sorted(java.util.Comparator.comparing(screen -> !screen.forum().isOpen()))
                .toList();
    }

    private static boolean runs(Screen screen) {
        return screen.forum().isOpen() && !screen.isOver();
    }

    public Ring ring(Screen screen, Call call, Wording wording, Acting by, Say say) {
        var caller = screen.names().title(by.function().id(), say) + ", "
                + screen.names().actor(by.actor(), say);
        var functions = call.asked().ladder().stream()
                .map(CalloutFact.Rung::function)
                .distinct()
                .toList();
        var numbers = functions.stream()
                .flatMap(f -> reaching.paths().of(f).stream()
                        .filter(path -> path.way().isNumber() || path.way().isByHand())
                        .map(path -> new Number(screen.names().title(f, say), path)))
                .filter(distinctNumbers())
                .toList();
        return new Ring(call, screen, numbers, wording.spoken(screen.incident(), screen.forum(), call, caller, say));
    }

    /** The same number may be for SMS and for speech. */
    private static java.util.function.Predicate<Number> distinctNumbers() {
        var seen = new java.util.HashSet<String>();
        return number -> seen.add(number.who() + number.path().address());
    }

    /** The counts and the plot, for all. */
    @Bean
    Panel calloutScreen() {
        return panel(
                "callout.screen",
                Panel.Scope.CLASS,
                "callout/screen",
                ask -> Map.of("screens", screens(get(ask), ask.viewer())));
    }

    /** One line where a ladder runs, for the wall and the forums' page. */
    @Bean
    Panel calloutSummary() {
        return panel(
                "callout.summary",
                Panel.Scope.CLASS,
                "callout/summary",
                ask -> Map.of(
                        "incident",
                        get(ask),
                        "screens",
                        screens(get(ask), ask.viewer()).stream()
                                .filter(CalloutPanels::runs)
                                .toList()));
    }

    /** Those not reached, and what those who call out do about it. */
    @Bean
    Panel calloutLadder(Wording wording) {
        return panel("callout.ladder", Panel.Scope.FUNCTION, "callout/ladder", ask -> {
            var by = ask.viewer().acting().orElse(null);
            var incident = get(ask);
            var works = screens(incident, ask.viewer()).stream()
                    .filter(CalloutPanels::runs)
                    .map(screen -> new Work(screen, by != null && keeps(screen.forum(), by)))
                    .toList();
            var params = new HashMap<String, Object>();
            params.put("incident", incident);
            params.put("works", works);
            if (by != null)
                works.stream()
                        .filter(Work::keeps)
                        .flatMap(work -> work.screen().ring().stream()
                                .map(call -> ring(work.screen(), call, wording, by, ask.say())))
                        .findFirst()
                        .ifPresent(ring -> params.put("ring", ring));
            params.put("mayKeepIn", by != null && incident.isExercise() && callouts.mayKeepIn(incident, by));
            params.put("keptIn", callouts.in(incident.id(), ask.viewer()).keptIn());
            return params;
        });
    }

    boolean keeps(Forum forum, Acting by) {
        return forums.keeps(forum, by);
    }

    private Incident get(Panel.Ask ask) {
        return incidents.get(ask.subject(), ask.viewer());
    }

    private static Panel panel(
            String name, Panel.Scope scope, String template, Function<Panel.Ask, Map<String, Object>> params) {
        return Panel.of(
                name,
                scope,
                entry -> entry.fact() instanceof CalloutFact
                        || entry.fact() instanceof ForumFact
                        || entry.fact() instanceof IncidentFact,
                ask -> new Panel.Content(template, params.apply(ask)));
    }
}
