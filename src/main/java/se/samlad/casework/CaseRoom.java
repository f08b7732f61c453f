package se.samlad.casework;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Things.Held;
import se.samlad.actor.Actors;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.paper.Holder;
import se.samlad.web.CameOf;
import se.samlad.web.Offer;
import se.samlad.web.Raised;
import se.samlad.web.Say;
import se.samlad.web.Worded;

/** What this room contributes: facts and views, doors, and what waits for whose turn it is. */
@Configuration(proxyBeanMethods = false)
class CaseRoom {

    @Bean
    Offer caseOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.EVERYDAY, 1, "cases", CasePages.PATH));
    }

    @Bean
    Holder caseHolder(Cases cases) {
        return Holder.of(
                CaseFact.Raised.class,
                (first, by) -> Working.take(cases.get(first.id(), by.viewer()), by),
                first -> CasePages.PATH + "/" + first.id());
    }

    @Bean
    Facts caseFacts() {
        return new Facts(CaseFact.class);
    }

    @Bean
    View<Held<Case>> caseView() {
        return Case.VIEW;
    }

    @Bean
    Across<Steps> caseSteps() {
        return Steps.ACROSS;
    }

    @Bean
    Across<AllCases> allCases() {
        return AllCases.ACROSS;
    }

    @Bean
    Raised earlierCases(Cases cases, Actors actors) {
        return Raised.of(CaseFact.class, viewer -> cases.seenBy(viewer).stream()
                .map(row -> new Raised.Thing(
                        row.id(),
                        row.title(),
                        CasePages.PATH + "/" + row.id(),
                        row.at(),
                        say -> say.text(
                                        "case.as-raised",
                                        actors.shortName(row.by().actor(), say.language())) + " "
                                + say.text("case.state." + row.standing().state()) + ".")));
    }

    @Bean
    CameOf casesOfIncident(Cases cases, Actors actors) {
        return new CameOf(CaseFact.class, (incident, viewer, say) -> cases.of(incident, viewer).stream()
                .map(row -> new CameOf.Thing(
                        row.id(),
                        row.title(),
                        CasePages.PATH + "/" + row.id(),
                        say.text("case.state." + row.standing().state()) + ". "
                                + CasePages.turn(row.standing(), actors, say)))
                .toList());
    }

    @Bean
    Worded caseWorded() {
        return (entry, say) -> switch (entry.fact()) {
            case CaseFact.Written w ->
                List.of(
                        Worded.Field.of("heading", say.text("field.heading"), w.heading()),
                        Worded.Field.of("text", say.text("field.text"), w.text()));
            case CaseFact.Settled s -> settled(s, say);
            case CaseFact fact -> List.of(Worded.Field.of("text", say.text("field.text"), step(entry, fact)));
            default -> List.of();
        };
    }

    private static List<Worded.Field> settled(CaseFact.Settled s, Say say) {
        var waits = s.waits().stream()
                .map(each -> say.text("case.state." + each.state()) + ": " + each.days())
                .collect(java.util.stream.Collectors.joining("\n"));
        return List.of(
                Worded.Field.of("coordinating", say.text("field.coordinating"), String.join(", ", s.coordinating())),
                Worded.Field.of("directing", say.text("field.directing"), String.join(", ", s.directing())),
                Worded.Field.of("waits", say.text("case.waits"), waits));
    }

    private static String step(Entry entry, CaseFact fact) {
        return new Case.Step(entry.id(), entry.by(), entry.recordedAt(), fact).text();
    }
}
