package example;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.FormKey;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Waiting;
import se.samlad.web.Worded;

/** What this room contributes: its facts and views, its door in the menu, and what waits. */
@Import(Errands.class)
@Configuration(proxyBeanMethods = false)
class ExampleRoom {

    @Bean
    Facts errandFacts() {
        return new Facts(ErrandFact.class);
    }

    @Bean
    View<Errand.All> errandView() {
        return Errand.All.VIEW;
    }

    @Bean
    Across<Errand.All> errandsAcross() {
        return Errand.All.ACROSS;
    }

    @Bean
    Offer errandOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.MAIN, 9, "errands", "/errands"));
    }

    /** What is compared where somebody acts on other words than those that hold. */
    @Bean
    Worded errandWords() {
        return (entry, say) -> switch (entry.fact()) {
            case ErrandFact.Asked a -> List.of(Worded.Field.of("what", say.text("list.errands.what"), a.what()));
            case ErrandFact.Reworded r -> List.of(Worded.Field.of("what", say.text("list.errands.what"), r.what()));
            default -> List.of();
        };
    }

    /** An errand that somebody else asks and nobody has taken. */
    @Bean
    Waiting errandWaiting(Errands errands) {
        return new Waiting() {
            @Override
            public List<Item> waiting(Viewer viewer, Say say) {
                return errands.all(viewer)
                        .filter(e -> e.state() == Errand.State.ASKED && !viewer.isOf(e.askedBy()))
                        .map(e -> item(e, say))
                        .toList();
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof ErrandFact;
            }
        };
    }

    private static Waiting.Item item(Errand errand, Say say) {
        return new Waiting.Item(
                "errand-" + errand.id(),
                3,
                errand.what(),
                "",
                errand.askedAt(),
                null,
                null,
                new Waiting.Settle.Press(
                        say.text("example.take"),
                        "/errands/" + errand.id() + "/taking",
                        Map.of(FormKey.DRAWN, errand.drawn().toString())));
    }
}
