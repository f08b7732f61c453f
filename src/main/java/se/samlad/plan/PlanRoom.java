package se.samlad.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.View;
import se.samlad.plan.PlanFact.Work;
import se.samlad.standing.OrdinaryForums;
import se.samlad.web.Activities;
import se.samlad.web.Due;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Worded;
import se.samlad.web.Worded.Field;

/** What this room contributes: facts and views, a door, words to compare, its activities for others to name, and what is due in the heads' meetings. */
@Configuration(proxyBeanMethods = false)
class PlanRoom {

    @Bean
    Facts planFacts() {
        return new Facts(PlanFact.class);
    }

    @Bean
    View<Plans> planView() {
        return Plans.VIEW;
    }

    @Bean
    Across<Plans> plansAcross() {
        return Plans.ACROSS;
    }

    @Bean
    Offer planOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.YEAR, 1, "plan", PlanPages.PATH, Viewer::isMember));
    }

    @Bean
    Worded planWords(Actors actors) {
        return (entry, say) -> switch (entry.fact()) {
            case PlanFact.Planned p -> fields(p.as(), actors, say);
            case PlanFact.Changed c -> fields(c.as(), actors, say);
            case PlanFact.Declined d -> List.of(Field.of("reason", say.text("field.reason"), d.reason()));
            case PlanFact.Budgeted b ->
                List.of(
                        Field.of("sek", say.text("plan.budget"), say.number(b.sek())),
                        Field.of("reference", say.text("plan.reference"), b.reference()));
            default -> List.of();
        };
    }

    private static List<Field> fields(Work as, Actors actors, Say say) {
        var partners = as.partners().stream()
                .map(code -> actors.shortName(code, say.language()))
                .collect(Collectors.joining(", "));
        var owner = as.owner();
        return List.of(
                Field.of("goalArea", say.text("plan.area-field"), as.goalArea()),
                Field.of("title", say.text("plan.title"), as.title()),
                Field.of(
                        "owner",
                        say.text("plan.owner-field"),
                        owner == null ? "" : actors.shortName(owner, say.language())),
                Field.of("partners", say.text("plan.with"), partners),
                Field.of("from", say.text("plan.from-field"), say.day(as.from())),
                Field.of("by", say.text("plan.by-field"), say.day(as.by())),
                Field.of("sek", say.text("plan.cost"), as.sek() == null ? "" : say.number(as.sek())),
                Field.of("measure", say.text("plan.measure"), as.measure()),
                Field.of("followUp", say.text("plan.follow-up"), as.followUp()));
    }

    @Bean
    Activities planActivities(YearPlans plans, Journal journal) {
        return new Activities() {
            @Override
            public Optional<Activities.Activity> find(UUID id, Viewer viewer) {
                return viewer.isMember() ? plans.seenBy(viewer).find(id).map(PlanRoom::named) : Optional.empty();
            }

            @Override
            public List<Activities.Activity> coming(Viewer viewer) {
                if (!viewer.isMember()) return List.of();
                int year = OrdinaryForums.day(journal.now()).getYear();
                var all = plans.seenBy(viewer);
                return Stream.of(year, year + 1)
                        .flatMap(each -> all.of(each).stream())
                        .filter(each -> !each.isOver())
                        .map(PlanRoom::named)
                        .toList();
            }
        };
    }

    private static Activities.Activity named(Activity of) {
        return new Activities.Activity(of.id(), of.as().title(), of.year());
    }

    /** The heads take up each late activity; the coordinating group those that nobody has. */
    @Bean
    Due planDue(YearPlans plans, Journal journal) {
        return (forum, viewer) -> {
            if (!viewer.isMember()) return List.of();
            var today = OrdinaryForums.day(journal.now());
            var up = plans.followUp(today.getYear(), today, viewer);
            return switch (forum.kind()) {
                case HEADS -> points(up.late(), "plan.due-late");
                case COORDINATION -> points(up.withoutOwner(), "plan.due-owner");
                case COUNCIL, WEEKLY, GROUP, PLANNING -> List.of();
            };
        };
    }

    private static List<Due.Point> points(List<Activity> all, String why) {
        return all.stream()
                .map(each -> new Due.Point(
                        each.id(),
                        each.as().title(),
                        why,
                        PlanPages.ACTIVITIES + "/" + each.id(),
                        each.versions().getLast().at()))
                .toList();
    }
}
