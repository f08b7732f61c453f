package se.samlad.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.feed.Watch.Item;
import se.samlad.feed.Watch.State;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.By;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;
import se.samlad.warning.Warning.Color;
import se.samlad.warning.Warning.Status;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** The panels that the watch shows on the pages of other rooms, and how warnings are prepared for them. */
@Component
class FeedPanels {

    private final Feeds feeds;
    private final Incidents incidents;
    private final Areas areas;
    private final Viewers viewers;
    private final Actors actors;

    FeedPanels(Feeds feeds, Incidents incidents, Areas areas, Viewers viewers, Actors actors) {
        this.viewers = viewers;
        this.actors = actors;
        this.feeds = feeds;
        this.incidents = incidents;
        this.areas = areas;
    }

    Feeds feeds() {
        return feeds;
    }

    Areas areas() {
        return areas;
    }

    /** The items with their state now and the incident made from each, in the same order. */
    List<Shown> shown(List<Item> items, Viewer viewer, Instant now) {
        return items.stream()
                .map(i -> shown(
                        i,
                        i.state(now),
                        incidents.ofWarning(i.warning().id(), viewer).orElse(null)))
                .toList();
    }

    private Shown.Relay relay(By by) {
        var sv = actors.shortName(by.actor(), "sv");
        var en = actors.shortName(by.actor(), "en");
        return viewers.functions()
                .find(by.actor(), by.function())
                .map(f -> new Shown.Relay(f.titleSv(), f.titleEn(), sv, en))
                .orElseGet(() -> new Shown.Relay(by.function(), by.function(), sv, en));
    }

    private Shown shown(Item item, State state, @Nullable Incident made) {
        var warning = item.warning();
        return new Shown(
                item, state, made == null ? null : made.id(), areas.names(warning.municipalities()), relay(item.by()));
    }

    /** The warnings for the viewer's area, for those who act on them: no tests. */
    private Stream<Item> concerning(Viewer viewer) {
        var area = areas.of(viewer);
        return feeds.list(viewer).stream()
                .filter(i ->
                        i.warning().concerns(area) && isForStaff(i.warning().status()))
                .sorted(Comparator.comparing(i -> i.warning().color()));
    }

    /** Those in force, gravest first. */
    private List<Item> inForce(Viewer viewer, Instant now) {
        return concerning(viewer).filter(i -> i.state(now) == State.CURRENT).toList();
    }

    /**
     * On <em>Nu</em>: the warnings in force for the viewer's area, gravest first, and folded those that have
     * expired. A municipality sees those for its own area, all others those for the county. A warning whose area is unknown is included and says so; tests are not.
     */
    @Component
    static final class Now implements Panel {

        private static final int ROWS = 6;
        private final FeedPanels panels;

        Now(FeedPanels panels) {
            this.panels = panels;
        }

        @Override
        public String name() {
            return "feed.watch";
        }

        @Override
        public Scope scope() {
            return Scope.FUNCTION;
        }

        @Override
        public boolean concerns(Entry entry) {
            return entry.fact() instanceof FeedFact || entry.fact() instanceof IncidentFact.Signalled;
        }

        @Override
        public Content content(Ask ask) {
            var area = panels.areas().of(ask.viewer());
            var now = ask.say().now();
            var mine = panels.concerning(ask.viewer()).collect(Collectors.groupingBy(i -> i.state(now)));
            var current = mine.getOrDefault(State.CURRENT, List.of());
            var expired = mine.getOrDefault(State.EXPIRED, List.of());
            return new Content(
                    "feed/now",
                    Map.of(
                            "shown",
                            panels.shown(first(current), ask.viewer(), now),
                            "more",
                            current.size() - first(current).size(),
                            "expired",
                            panels.shown(first(expired), ask.viewer(), now),
                            "expiredInAll",
                            expired.size(),
                            "area",
                            se.samlad.warning.County.isCounty(area)
                                    ? ""
                                    : panels.areas().name(area),
                            "member",
                            ask.viewer().isMember(),
                            "conditions",
                            panels.feeds().conditions(ask.viewer())));
        }

        private static List<Item> first(List<Item> items) {
            return items.stream().limit(ROWS).toList();
        }
    }

    /** For those who may convene: red warnings in force that no incident is made from (I2). */
    @Component
    static final class Red implements Waiting {

        private static final int FIRST = -1;
        private static final int BEGINNING = 400;
        private final FeedPanels panels;

        Red(FeedPanels panels) {
            this.panels = panels;
        }

        /** The warnings in force for the viewer's area, gravest first. */
        @Override
        public List<String> ahead(Viewer viewer, Say say) {
            return panels.shown(panels.inForce(viewer, say.now()), viewer, say.now()).stream()
                    .map(each -> say.text("feed.ahead", each.what(say), each.span(say)))
                    .toList();
        }

        @Override
        public List<Waiting.Item> waiting(Viewer viewer, Say say) {
            if (!viewer.mayConvene()) return List.of();
            var red = panels.inForce(viewer, say.now()).stream()
                    .filter(i -> i.warning().color() == Color.RED)
                    .toList();
            return panels.shown(red, viewer, say.now()).stream()
                    .filter(each -> each.incident() == null)
                    .map(each -> item(each, say))
                    .toList();
        }

        @Override
        public boolean concerns(Entry entry) {
            return entry.fact() instanceof FeedFact || entry.fact() instanceof IncidentFact.Signalled;
        }

        private static Waiting.Item item(Shown red, Say say) {
            var fields = new LinkedHashMap<String, String>();
            fields.put("title", red.title());
            fields.put("warning", red.warning().id());
            if (red.isExercise()) fields.put("exercise", "true");
            return new Waiting.Item(
                    "warning-" + red.item().subject(),
                    FIRST,
                    say.text("feed.red", red.isExercise() ? red.pretence(say) + " " + red.what(say) : red.what(say)),
                    String.join(
                                    " ",
                                    red.span(say),
                                    red.touch(say),
                                    beginning(red.said(say).text()))
                            .strip(),
                    red.item().changed(),
                    null,
                    null,
                    new Waiting.Settle.Press(say.text("feed.signal"), "/incidents", fields));
        }

        private static String beginning(String text) {
            var one = text.replaceAll("\\s+", " ").strip();
            return one.length() <= BEGINNING ? one : one.substring(0, one.lastIndexOf(' ', BEGINNING)) + " …";
        }
    }

    private static boolean isForStaff(Status status) {
        return status == Status.ACTUAL || status == Status.EXERCISE;
    }

    /**
     * In an incident: the warning that it was made from. Rendered by function, not by class: one who is called in to
     * the incident without being a member may not see the watch.
     */
    @Component
    static final class Cause implements Panel {

        private final FeedPanels panels;

        Cause(FeedPanels panels) {
            this.panels = panels;
        }

        @Override
        public String name() {
            return "feed.cause";
        }

        @Override
        public Scope scope() {
            return Scope.FUNCTION;
        }

        @Override
        public boolean concerns(Entry entry) {
            return entry.fact() instanceof IncidentFact;
        }

        @Override
        public Content content(Ask ask) {
            var incident = panels.incidents.get(ask.subject(), ask.viewer());
            var now = incident.clock(ask.say().now());
            var warning = incident.warning();
            List<Shown> shown = warning == null
                    ? List.of()
                    : panels.feeds().find(warning, ask.viewer()).stream()
                            .map(i -> panels.shown(i, state(i, incident, now), null))
                            .toList();
            return new Content("feed/cause", Map.of("shown", shown, "clock", now));
        }

        private static State state(Item item, Incident incident, Instant now) {
            return incident.isExercise() ? item.stateBySpan(now) : item.state(now);
        }
    }
}
