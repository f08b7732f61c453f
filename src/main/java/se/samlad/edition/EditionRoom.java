package se.samlad.edition;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Mandate;
import se.samlad.access.Viewer;
import se.samlad.edition.EditionFact.Audience;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Waiting;

/** What this room contributes: facts and views, a door, a panel in the week, and what waits for who keeps the picture. */
@Configuration(proxyBeanMethods = false)
class EditionRoom {

    @Bean
    Offer editionOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.WEEK, 5, "editions", EditionPages.PATH))
                .with(new Offer.Shown(Offer.Slot.BESIDE_WEEK, 2, "edition.latest"));
    }

    @Bean
    Facts editionFacts() {
        return new Facts(EditionFact.class);
    }

    @Bean
    Across<AllEditions> allEditions() {
        return AllEditions.ACROSS;
    }

    @Bean
    View<Edition.Numbered> editionsNumbered() {
        return Edition.Numbered.VIEW;
    }

    /** The latest regional picture for each audience, as far as the reader may see it. */
    @Bean
    Panel latestEditions(Editions editions) {
        return new Panel() {
            @Override
            public String name() {
                return "edition.latest";
            }

            @Override
            public Scope scope() {
                return Scope.FUNCTION;
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof EditionFact;
            }

            @Override
            public Content content(Ask ask) {
                var latest = Arrays.stream(Audience.values())
                        .flatMap(audience -> editions.latest(audience, null, ask.viewer()).stream())
                        .toList();
                return new Content(
                        "edition/latest",
                        Map.of("editions", latest, "keeps", ask.viewer().may(Mandate.KEEP)));
            }
        };
    }

    /** For who keeps the picture: a regional edition whose successor is due (C2). */
    @Bean
    Waiting editionsDue(Journal journal) {
        return new Waiting() {
            @Override
            public List<Item> waiting(Viewer viewer, Say say) {
                if (!viewer.may(Mandate.KEEP)) return List.of();
                return journal.across(AllEditions.ACROSS).latest().values().stream()
                        .filter(edition -> edition.isOverdue(say.now()) && viewer.sees(edition.labels()))
                        .map(edition -> item(edition, say))
                        .toList();
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof EditionFact;
            }
        };
    }

    private static Waiting.Item item(Edition edition, Say say) {
        var issued = edition.issued();
        var audience = say.text("edition.for." + issued.audience());
        var of = issued.incident() == null ? "" : "&incident=" + issued.incident();
        return new Waiting.Item(
                "edition-" + edition.id(),
                3,
                say.text("edition.due", audience),
                say.text("edition.name", audience, issued.number()),
                edition.at(),
                issued.next(),
                null,
                new Waiting.Settle.Go(
                        say.text("edition.make"), EditionPages.PATH + "/new?audience=" + issued.audience() + of));
    }
}
