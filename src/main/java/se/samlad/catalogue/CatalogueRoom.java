package se.samlad.catalogue;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.catalogue.CatalogueFact.Line;
import se.samlad.journal.Across;
import se.samlad.journal.Fact;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.Raised;
import se.samlad.web.Say;
import se.samlad.web.Worded;

/** What this room contributes: facts and views, what is found by search, and the words of a line. */
@Configuration(proxyBeanMethods = false)
class CatalogueRoom {

    @Bean
    Facts catalogueFacts() {
        return new Facts(CatalogueFact.class);
    }

    @Bean
    View<Item.All> catalogueView() {
        return Item.All.VIEW;
    }

    @Bean
    Across<Item.All> allCatalogues() {
        return Item.All.ACROSS;
    }

    /** Found by search. It is no question that is raised twice. */
    @Bean
    Raised catalogueLines(Catalogues catalogues, Actors actors) {
        return new Raised() {
            @Override
            public Class<? extends Fact> facts() {
                return CatalogueFact.class;
            }

            @Override
            public Stream<Thing> seenBy(Viewer viewer) {
                return catalogues.seenBy(viewer).map(item -> thing(item, actors));
            }

            @Override
            public boolean isOnce() {
                return false;
            }
        };
    }

    private static Raised.Thing thing(Item item, Actors actors) {
        return new Raised.Thing(
                item.id(),
                item.line().what(),
                CataloguePages.PATH + "/" + item.id(),
                item.at(),
                say -> say.text(
                        "catalogue.as-found",
                        actors.shortName(item.actor(), say.language()),
                        item.line().number()));
    }

    @Bean
    Worded catalogueWords() {
        return (entry, say) -> switch (entry.fact()) {
            case CatalogueFact.Listed l -> words(l.line(), say);
            case CatalogueFact.Changed c -> words(c.line(), say);
            default -> List.of();
        };
    }

    private static List<Worded.Field> words(Line line, Say say) {
        var ready = line.readyInMinutes();
        return List.of(
                Worded.Field.of("kind", say.text("field.kind"), say.text("catalogue.kind." + line.kind())),
                Worded.Field.of("what", say.text("list.catalogue.what"), line.what()),
                Worded.Field.of("quantity", say.text("list.catalogue.number"), String.valueOf(line.number())),
                Worded.Field.of(
                        "readyInMinutes", say.text("list.catalogue.ready"), ready == null ? null : ready.toString()),
                Worded.Field.of("contact", say.text("list.catalogue.contact"), line.contact()),
                Worded.Field.of("terms", say.text("list.catalogue.terms"), line.terms()));
    }
}
