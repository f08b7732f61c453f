package se.samlad.direction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Functions;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.access.Viewers;
import se.samlad.actor.Actors;
import se.samlad.direction.Direction.State;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.incident.Sittings;
import se.samlad.incident.Sittings.Sitting;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.live.Panel.Ask;
import se.samlad.live.Panel.Scope;
import se.samlad.local.LocalFact;
import se.samlad.local.Locals;
import se.samlad.web.Offer;

/** What this room contributes: its facts, views and panels. */
@Configuration(proxyBeanMethods = false)
class DirectionRoom {

    @Bean
    Offer directionOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.INCIDENT, 3, "direction", "/direction"))
                .with(
                        new Offer.Shown(Offer.Slot.BESIDE_LOG, 1, "direction.stance"),
                        new Offer.Shown(Offer.Slot.BESIDE_LOG, 2, "direction.inforce"),
                        new Offer.Shown(Offer.Slot.BESIDE_LOG, 3, "direction.mine"));
    }

    @Bean
    Facts directionFacts() {
        return new Facts(DirectionFact.class);
    }

    @Bean
    View<AllDirections> directionsView() {
        return AllDirections.VIEW;
    }

    @Bean
    View<PreparedDirections.Shelf> preparedView() {
        return PreparedDirections.Shelf.VIEW;
    }

    @Bean
    Panel directionInForcePanel(Shown shown) {
        return shown.panel("direction.inforce", Scope.CLASS, "in-force", (ask, all) -> Map.of());
    }

    @Bean
    Panel directionPagePanel(Shown shown, PreparedDirections prepared) {
        return shown.panel(
                "direction.page", Scope.CLASS, "whole", (ask, all) -> Map.of("prepared", prepared.list(ask.viewer())));
    }

    @Bean
    Panel directionStancesPanel(Shown shown, Directions directions) {
        Function<Ask, Function<Direction, List<String>>> concerned = ask -> d -> directions.concerned(d, ask.viewer());
        return shown.panel(
                "direction.stances", Scope.CLASS, "stances", (ask, all) -> Map.of("concerned", concerned.apply(ask)));
    }

    /** The regional direction as raster for a local one, and the local ones below a regional one (F5): in other streams. */
    @Bean
    Panel directionRasterPanel(Directions directions, Locals locals, Incidents incidents, Actors actors) {
        return Panel.beyond(
                "direction.raster",
                Scope.FUNCTION,
                entry -> concerns(entry) || entry.fact() instanceof LocalFact,
                ask -> {
                    var incident = incidents.get(ask.subject(), ask.viewer());
                    var parent = locals.parent(incident.id(), ask.viewer());
                    return new Panel.Content(
                            "direction/raster",
                            Map.of(
                                    "incident",
                                    incident,
                                    "parent",
                                    parent,
                                    "above",
                                    parent.map(each -> directions
                                                    .in(each.id(), ask.viewer(), null)
                                                    .raster())
                                            .orElse(List.of()),
                                    "locals",
                                    locals.below(incident.id(), ask.viewer()),
                                    "named",
                                    new Named(actors, ask.say())));
                });
    }

    /** What was said aloud in conferences, which have streams of their own. */
    @Bean
    Panel directionAloudPanel(Shown shown, Directions directions) {
        return Panel.beyond(
                "direction.aloud",
                Scope.FUNCTION,
                entry -> entry.fact() instanceof DirectionFact || directions.saidAloud(entry),
                ask -> shown.content(
                        ask,
                        "direction/said-aloud",
                        (asked, all) -> Map.of(
                                "aloud",
                                all.inForceByLevel().stream()
                                        .flatMap(d -> directions.aloud(d, ask.viewer()).stream())
                                        .toList())));
    }

    /** Forms on the incident's page lead back to that page. */
    @Bean
    Panel directionStancePanel(Shown shown) {
        return answers(shown, "direction.stance", "stance", "");
    }

    @Bean
    Panel directionMinePanel(Shown shown) {
        return answers(shown, "direction.mine", "mine", "");
    }

    /** The same panel on the direction's own page. */
    @Bean
    Panel directionStanceTherePanel(Shown shown) {
        return answers(shown, "direction.stance-there", "stance", "/direction");
    }

    @Bean
    Panel directionMineTherePanel(Shown shown) {
        return answers(shown, "direction.mine-there", "mine", "/direction");
    }

    private static Panel answers(Shown shown, String name, String template, String below) {
        return shown.panel(
                name,
                Scope.FUNCTION,
                template,
                (ask, all) -> Map.of(
                        "name",
                        name,
                        "page",
                        "/incidents/" + ask.subject() + below,
                        "function",
                        ask.viewer().function(),
                        "mayAnswer",
                        ask.viewer().may(Mandate.STANCE)));
    }

    @Bean
    Panel directionWorkPanel(Shown shown, Directions directions, PreparedDirections prepared, Viewers viewers) {
        return shown.panel("direction.work", Scope.PERSON, "work", (ask, all) -> {
            var acting = ask.viewer().acting();
            boolean mayPropose = directions.forums(ask.subject(), ask.viewer()).stream()
                    .anyMatch(f ->
                            acting.filter(by -> Directing.mayPropose(by, f)).isPresent());
            return Map.of(
                    "proposals",
                    all.in(State.PROPOSED).stream()
                            .map(d -> proposal(d, ask.viewer(), directions, viewers.functions()))
                            .toList(),
                    "mayPropose",
                    mayPropose,
                    "prepared",
                    prepared.list(ask.viewer()));
        });
    }

    static AllDirections.Proposal proposal(Direction d, Viewer viewer, Directions directions, Functions functions) {
        var acting = viewer.acting();
        var forum = directions.sitting(d, viewer).filter(Sitting::open);
        boolean chairs = acting.filter(by -> forum.filter(f -> f.chairedBy(by) && Directing.fits(f, by))
                        .isPresent())
                .isPresent();
        var turn = forum.flatMap(f -> Optional.ofNullable(functions.byId().get(f.chair()))
                        .map(chair -> new AllDirections.Turn(chair, Directing.fits(f, chair))))
                .orElse(null);
        boolean own = acting.filter(by -> Directing.proposed(d, by)).isPresent();
        boolean words = forum.flatMap(f -> acting.filter(by -> Directing.mayPropose(by, f)))
                .isPresent();
        return new AllDirections.Proposal(d, words, chairs, chairs || own, turn);
    }

    /** The template parameters that all panels of the room share. */
    @Bean
    Shown shownDirections(Incidents incidents, Directions directions, Actors actors) {
        return new Shown(incidents, directions, actors);
    }

    /** The template parameters of one panel beyond the shared ones. */
    @FunctionalInterface
    interface More {
        Map<String, ?> of(Ask ask, AllDirections all);
    }

    record Shown(Incidents incidents, Directions directions, Actors actors) {

        Panel panel(String name, Scope scope, String template, More more) {
            return Panel.of(name, scope, DirectionRoom::concerns, ask -> content(ask, "direction/" + template, more));
        }

        Panel.Content content(Ask ask, String template, More more) {
            var incident = incidents.get(ask.subject(), ask.viewer());
            var all = directions.in(ask.subject(), ask.viewer(), null);
            var params = new HashMap<String, Object>(more.of(ask, all));
            params.put("incident", incident);
            params.put("running", incident.state() != Incident.State.STOOD_DOWN);
            params.put("all", all);
            params.put("clock", ask.say().at(incident.clock(ask.say().now())));
            params.put("named", new Named(actors, ask.say()));
            return new Panel.Content(template, params);
        }
    }

    private static boolean concerns(Entry entry) {
        return entry.fact() instanceof DirectionFact
                || entry.fact() instanceof Sittings.Moved
                || entry.fact() instanceof IncidentFact;
    }
}
