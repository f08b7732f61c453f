package se.samlad.casework;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.Offer;
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
