package se.samlad.casework;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.access.Viewer.Acting;
import se.samlad.actor.Actors;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.paper.Holder;
import se.samlad.web.Offer;
import se.samlad.web.Raised;
import se.samlad.web.Say;
import se.samlad.web.Waiting;
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
        return new Holder() {
            @Override
            public boolean holds(Entry first) {
                return first.fact() instanceof CaseFact.Raised;
            }

            @Override
            public void mustTake(Entry first, Acting by) {
                Working.take(cases.get(first.id(), by.viewer()), by);
            }

            @Override
            public String page(Entry first) {
                return CasePages.PATH + "/" + first.id();
            }
        };
    }

    @Bean
    Facts caseFacts() {
        return new Facts(CaseFact.class);
    }

    @Bean
    View<Case.Held> caseView() {
        return Case.Held.VIEW;
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
    Waiting casesWaiting(Cases cases, Actors actors) {
        return new Waiting() {
            @Override
            public List<Item> waiting(Viewer viewer, Say say) {
                return cases.seenBy(viewer).stream()
                        .filter(row -> CasePages.isTurnOf(row.standing(), viewer))
                        .map(row -> item(row, actors, say))
                        .toList();
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof CaseFact;
            }
        };
    }

    private static Waiting.Item item(AllCases.Row row, Actors actors, Say say) {
        var standing = row.standing();
        return new Waiting.Item(
                "case-" + row.id(),
                3,
                row.title(),
                say.text("case.state." + standing.state()) + ". " + CasePages.turn(standing, actors, say),
                standing.since(),
                null,
                null,
                new Waiting.Settle.Go(say.text("case.open-it"), CasePages.PATH + "/" + row.id()));
    }

    @Bean
    Worded caseWorded() {
        return (entry, say) -> entry.fact() instanceof CaseFact fact
                ? List.of(Worded.Field.of(
                        "text",
                        say.text("field.text"),
                        new Case.Step(entry.id(), entry.by(), entry.recordedAt(), fact).text()))
                : List.of();
    }
}
