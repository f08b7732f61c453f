package se.samlad.preparation;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.direction.DirectionFact;
import se.samlad.direction.Directions;
import se.samlad.incident.Incidents;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.live.Panel.Scope;
import se.samlad.web.Offer;
import se.samlad.web.Worded;

/** What this room contributes: facts and views, a door, words to compare, and the checklist beside an incident's log. */
@Configuration(proxyBeanMethods = false)
class PreparationRoom {

    private static final String CHECKLIST = "preparation.checklist";

    @Bean
    Facts preparationFacts() {
        return new Facts(PreparationFact.class);
    }

    @Bean
    View<Event.All> preparationView() {
        return Event.All.VIEW;
    }

    @Bean
    View<Checklists> checklistsView() {
        return Checklists.VIEW;
    }

    @Bean
    Across<Event.All> preparationsAcross() {
        return Event.All.ACROSS;
    }

    @Bean
    Offer preparationOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.YEAR, 6, "prepared", PreparationPages.PATH, Viewer::isMember))
                .with(new Offer.Shown(Offer.Slot.BESIDE_LOG, 8, CHECKLIST));
    }

    @Bean
    Worded preparationWords() {
        return (entry, say) -> switch (entry.fact()) {
            case PreparationFact.Checklist c ->
                List.of(Worded.Field.of("items", say.text("preparation.items"), String.join("\n", c.items())));
            case DirectionFact.Prepared p ->
                List.of(
                        Worded.Field.of(
                                "title", say.text("field.title"), p.title().sv()),
                        Worded.Field.of(
                                "when", say.text("preparation.when"), p.when().sv()),
                        Worded.Field.of(
                                "aim", say.text("direction.aim"), p.aim().sv()),
                        Worded.Field.of("facts", say.text("direction.facts"), lines(p.facts())),
                        Worded.Field.of("assumptions", say.text("direction.assumptions"), lines(p.assumptions())),
                        Worded.Field.of("priorities", say.text("direction.priorities"), lines(p.priorities())),
                        Worded.Field.of("limits", say.text("direction.limits"), lines(p.limits())));
            default -> List.of();
        };
    }

    private static String lines(List<DirectionFact.Text> of) {
        return String.join("\n", of.stream().map(DirectionFact.Text::sv).toList());
    }

    /** The actor's own checklist where the incident's direction comes from a prepared one. It stands in the actor's own stream. */
    @Bean
    Panel checklistPanel(Preparations preparations, Incidents incidents, Directions directions) {
        return Panel.beyond(
                CHECKLIST,
                Scope.FUNCTION,
                entry -> entry.fact() instanceof PreparationFact || entry.fact() instanceof DirectionFact,
                ask -> {
                    var incident = incidents.get(ask.subject(), ask.viewer());
                    var own = preparations.checklists(ask.viewer());
                    var codes = directions.in(incident.id(), ask.viewer(), null).list().stream()
                            .map(d -> d.said().prepared())
                            .filter(code -> code != null && !own.items(code).isEmpty())
                            .distinct()
                            .toList();
                    return new Panel.Content(
                            "preparation/ticks", Map.of("incident", incident, "codes", codes, "own", own));
                });
    }
}
