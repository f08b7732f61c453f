package se.samlad.alarm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.incident.Telling;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Worded;

/** What this room contributes: facts and views, a door, a row of the log, words to compare, and the choice of a plan. */
@Configuration(proxyBeanMethods = false)
class AlarmRoom {

    @Bean
    Facts alarmFacts() {
        return new Facts(AlarmFact.class);
    }

    @Bean
    View<Plan.All> alarmPlan() {
        return Plan.All.VIEW;
    }

    @Bean
    View<Plan.Choice> alarmChoice() {
        return Plan.Choice.VIEW;
    }

    @Bean
    Across<Plan.All> alarmPlans() {
        return Plan.All.ACROSS;
    }

    @Bean
    Offer alarmOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.EVERYDAY, 7, "alarm-plans", AlarmPages.PATH, Viewer::isMember));
    }

    /** Which plan was chosen for an incident. Plans themselves stand in no incident's log. */
    @Bean
    Telling alarmTelling(Plans plans, Actors actors) {
        return Telling.of(AlarmFact.class, (fact, entry, viewer, say) -> {
            if (!(fact instanceof AlarmFact.Chosen chosen)) return Optional.empty();
            var title = chosen.plan() == null
                    ? say.text("alarm.told.none")
                    : plans.used(viewer).stream()
                            .filter(plan -> plan.id().equals(chosen.plan()))
                            .findFirst()
                            .map(plan -> plan.title(say))
                            .orElse(say.text("alarm.told.other"));
            var where = names(chosen.places(), actors, say);
            return Optional.of(Telling.Row.of(
                    Telling.Kind.OTHER,
                    say.text("alarm.word"),
                    title + ". " + (where.isEmpty() ? say.text("alarm.everywhere") : where) + "."));
        });
    }

    static String names(List<String> codes, Actors actors, Say say) {
        return codes.stream()
                .sorted(actors.codesByName())
                .map(code -> actors.shortName(code, say.language()))
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    @Bean
    Worded alarmWords(Actors actors) {
        return (entry, say) -> entry.fact() instanceof AlarmFact.Written w ? fields(w, actors, say) : List.of();
    }

    private static List<Worded.Field> fields(AlarmFact.Written w, Actors actors, Say say) {
        var levels = w.levels().stream()
                .map(level -> say.text("alarm.level." + level))
                .toList();
        return List.of(
                Worded.Field.of("title", say.text("alarm.title"), w.title()),
                Worded.Field.of("titleEn", say.text("field.titleEn"), w.en()),
                Worded.Field.of("when", say.text("field.when"), w.when()),
                Worded.Field.of("whenEn", say.text("field.whenEn"), w.whenEn()),
                Worded.Field.of("words", say.text("field.words"), String.join("\n", w.words())),
                Worded.Field.of("areas", say.text("field.areas"), names(w.areas(), actors, say)),
                Worded.Field.of("levels", say.text("field.levels"), String.join(", ", levels)),
                Worded.Field.of("directly", say.text("field.directly"), names(w.directly(), actors, say)),
                Worded.Field.of("indirectly", say.text("field.indirectly"), names(w.indirectly(), actors, say)),
                Worded.Field.of("byPlace", say.text("field.byPlace"), w.byPlace() ? say.text("list.yes") : ""),
                Worded.Field.of("atOnce", say.text("field.atOnce"), w.atOnce() ? say.text("list.yes") : ""));
    }

    /** On the forums' page of who may convene: which plan proposes whom to call, and another instead. */
    @Bean
    Panel alarmChoicePanel(Plans plans, Incidents incidents, Actors actors) {
        return Panel.of(
                "alarm.choice",
                Panel.Scope.FUNCTION,
                entry -> entry.fact() instanceof AlarmFact || entry.fact() instanceof IncidentFact,
                ask -> {
                    var incident = incidents.get(ask.subject(), ask.viewer());
                    boolean may = ask.viewer().mayConvene() && incident.state() != Incident.State.STOOD_DOWN;
                    return new Panel.Content(
                            "alarm/choice",
                            Map.of(
                                    "incident",
                                    incident,
                                    "may",
                                    may,
                                    "fit",
                                    may ? plans.fit(incident, ask.viewer()) : Optional.empty(),
                                    "places",
                                    may ? plans.places(incident, ask.viewer()) : List.of(),
                                    "plans",
                                    may ? plans.used(ask.viewer()) : List.of(),
                                    "actors",
                                    actors));
                });
    }
}
