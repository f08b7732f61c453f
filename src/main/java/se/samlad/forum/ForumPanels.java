package se.samlad.forum;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Function;
import se.samlad.access.Functions;
import se.samlad.access.Level;
import se.samlad.access.NotThere;
import se.samlad.access.Viewer.Acting;
import se.samlad.access.Viewers;
import se.samlad.actor.Actor;
import se.samlad.actor.Actors;
import se.samlad.actor.Common;
import se.samlad.forum.ForumFact.Affected;
import se.samlad.incident.Alarms;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.live.Panel;
import se.samlad.web.Say;

/** The panels for forums: in the incident's head, the viewer's call, the forums themselves, and the actions in them. */
@Configuration(proxyBeanMethods = false)
public class ForumPanels {

    private final Forums forums;
    private final Incidents incidents;
    private final Actors actors;
    private final Viewers viewers;
    private final Summoning summoning;

    ForumPanels(Forums forums, Incidents incidents, Actors actors, Viewers viewers, Summoning summoning) {
        this.forums = forums;
        this.incidents = incidents;
        this.actors = actors;
        this.viewers = viewers;
        this.summoning = summoning;
    }

    /** The names of actors, functions and forums, for templates and rows of the log. */
    public record Names(Actors actors, Functions functions) {

        public String actor(String code, Say say) {
            return actors.shortName(code, say.language());
        }

        /** {@code Tjänsteman i beredskap, Länsstyrelsen}. @param id as {@code actor/name} */
        public String function(String id, Say say) {
            var at = id.split("/", 2);
            return functions
                            .find(at[0], at[at.length - 1])
                            .map(f -> f.title(say.language()))
                            .orElse(at[at.length - 1]) + ", " + actor(at[0], say);
        }

        /** The function, and whether somebody is on duty in it. */
        public String onDuty(Function function, Say say) {
            var on = actors.onDuty(function, say);
            return function(function.id(), say) + (on.isEmpty() ? "" : " (" + on + ")");
        }

        /** The names as one text, such as people write a list. */
        public String all(List<String> codes, Say say) {
            return codes.stream()
                    .sorted(actors.codesByName())
                    .map(code -> actor(code, say))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
    }

    /** The clock of activation and the members, for the list. */
    public record Sheet(Incident incident, ForumsView there, Names names) {

        public Summary.Clock clock() {
            return Summary.Clock.of(incident, there);
        }

        /** The members that have acknowledged, or those that have not, in alphabetical order of their names. */
        public List<Summary.Place> places(Forum forum, boolean acknowledged) {
            return forum.seats().actors().stream()
                    .sorted(names.actors().codesByName())
                    .map(a -> Summary.place(incident, forum, a))
                    .filter(place -> (place.acknowledgedAt() != null) == acknowledged)
                    .toList();
        }

        /** The released actors, by name. */
        public List<String> left(Forum forum) {
            return forum.seats().left().keySet().stream()
                    .sorted(names.actors().codesByName())
                    .toList();
        }

        /** The earliest coming meeting: of a forum that has not met yet, else of any forum. */
        public Optional<Forum> meetsNext() {
            return there.open().stream()
                    .filter(f -> f.next().at() != null)
                    .min(Comparator.<Forum, Boolean>comparing(f -> f.course().gathered() != null)
                            .thenComparing(f -> String.valueOf(f.next().at())));
        }
    }

    /** The actions open to the viewer's function. */
    public record Work(Sheet sheet, Acting by, List<String> suggested, Alarms.@Nullable Proposal plan) {

        public boolean mayConvene() {
            return by.mayConvene();
        }

        public boolean mayLead(Forum forum) {
            return Leading.mayLead(forum, by);
        }

        public boolean mayKeep(Forum forum) {
            return Leading.mayKeep(forum, by);
        }

        public boolean chairs(Forum forum) {
            return forum.chair().equals(by.function().id());
        }

        public boolean sits(Forum forum) {
            return forum.seats().has(by.actor());
        }

        private Common common() {
            return sheet.names().actors().common();
        }

        /** Whether the viewer's actor could release itself (A4). */
        public boolean maySelfRelease(Forum forum) {
            return sits(forum) && !Leading.stays(forum, by.actor(), common());
        }

        /** The forum from which the viewer asks for another: the highest one that its actor sits in. */
        public Optional<Forum> asksFrom() {
            return sheet.there().open().stream().filter(this::sits).findFirst();
        }

        public boolean running() {
            return sheet.incident().state() != Incident.State.STOOD_DOWN;
        }

        /** All actors that can be called, by name: members first. */
        public List<Actor> all() {
            return sheet.names().actors().all().stream()
                    .sorted(Comparator.comparing(a -> !a.member()))
                    .toList();
        }

        /** Who is on duty at an actor, by its code. */
        public java.util.function.Function<String, String> onDuty(Say say) {
            return code -> sheet.names().actors().onDuty(code, say);
        }

        public List<Actor> outside(Forum forum) {
            return all().stream().filter(a -> !forum.seats().has(a.code())).toList();
        }

        public List<Actor> releasable(Forum forum) {
            return all().stream()
                    .filter(a -> forum.seats().has(a.code()) && !Leading.stays(forum, a.code(), common()))
                    .toList();
        }

        /** The functions that could chair the forum. */
        public List<Function> chairs(Forum forum, Actor actor) {
            return sheet.names().functions().ofActor(actor.code()).stream()
                    .filter(f -> Leading.fits(f, forum.level()) && !f.id().equals(forum.chair()))
                    .toList();
        }

        /** The functions to choose the chair of a new regional forum from; the first is proposed. */
        public List<Function> chairs(Level level) {
            var own = by.function();
            var boards = sheet.names().functions().ofActor(common().countyBoard()).stream()
                    .filter(f -> Leading.fits(f, level));
            var first = Leading.fits(own, level) ? Stream.of(own) : Stream.<Function>empty();
            return Stream.of(first, boards, Stream.of(own))
                    .flatMap(each -> each)
                    .distinct()
                    .toList();
        }

        public Optional<Affected> affected(String actor) {
            return Convening.affected(sheet.incident(), plan, actor);
        }

        /** Open forums with a planned meeting that the actor sits in, earliest meeting first. */
        public List<Forum> meetings() {
            return sheet.there().open().stream()
                    .filter(f -> sits(f) && f.next().at() != null)
                    .sorted(Comparator.comparing(f -> String.valueOf(f.next().at())))
                    .toList();
        }

        /** Calls that the function has not answered yet. */
        public List<Forum> calls() {
            return running() ? ForumPanels.calls(sheet.there(), sheet.names().functions(), by.function()) : List.of();
        }
    }

    /** Open forums whose call the function should acknowledge for its actor. */
    static List<Forum> calls(ForumsView there, Functions functions, Function function) {
        return there.open().stream()
                .filter(f -> {
                    var seat = f.seats().in().get(function.actor());
                    return seat != null && seat.acknowledged() == null;
                })
                .filter(f -> Leading.answers(functions, function, f.level()))
                .toList();
    }

    @Bean
    Panel forumHeader() {
        return panel("forum.header", Panel.Scope.CLASS, "forum/header", this::sheet);
    }

    @Bean
    Panel forumList() {
        return panel("forum.list", Panel.Scope.CLASS, "forum/list", this::sheet);
    }

    @Bean
    Panel forumCall() {
        return panel("forum.call", Panel.Scope.FUNCTION, "forum/call", this::work);
    }

    @Bean
    Panel forumWork() {
        return panel("forum.work", Panel.Scope.FUNCTION, "forum/work", this::work);
    }

    /** For the start page: the next meetings of the forums that the viewer's actor sits in. */
    @Bean
    Panel forumNext() {
        return panel("forum.next", Panel.Scope.FUNCTION, "forum/next", ask -> Map.of("works", meetings(ask)));
    }

    private List<Work> meetings(Panel.Ask ask) {
        var by = ask.viewer().acting().orElse(null);
        if (by == null) return List.of();
        var names = new Names(actors, viewers.functions());
        return incidents.open(ask.viewer()).stream()
                .map(i -> new Work(new Sheet(i, forums.in(i.id(), ask.viewer()), names), by, List.of(), null))
                .toList();
    }

    private Sheet read(Panel.Ask ask) {
        var incident = incidents.get(ask.subject(), ask.viewer());
        return new Sheet(incident, forums.in(ask.subject(), ask.viewer()), new Names(actors, viewers.functions()));
    }

    private Map<String, Object> sheet(Panel.Ask ask) {
        return Map.of("sheet", read(ask));
    }

    private Map<String, Object> work(Panel.Ask ask) {
        var sheet = read(ask);
        var by = ask.viewer().acting().orElseThrow(NotThere::new);
        var plan = summoning.plan(sheet.incident(), ask.viewer()).orElse(null);
        return Map.of("work", new Work(sheet, by, summoning.suggested(sheet.incident(), plan), plan));
    }

    private static Panel panel(
            String name,
            Panel.Scope scope,
            String template,
            java.util.function.Function<Panel.Ask, Map<String, Object>> params) {
        return Panel.of(
                name,
                scope,
                entry -> entry.fact() instanceof ForumFact
                        || entry.fact() instanceof IncidentFact
                        || entry.fact() instanceof Alarms.Changed,
                ask -> new Panel.Content(template, params.apply(ask)));
    }
}
