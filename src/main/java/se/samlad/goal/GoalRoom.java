package se.samlad.goal;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.goal.GoalFact.Area;
import se.samlad.journal.Across;
import se.samlad.journal.Entry;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.Due;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Waiting;
import se.samlad.web.Worded;
import se.samlad.web.Worded.Field;

/** What this room contributes: facts and views, words to compare, what waits, and what is due in the council. */
@Configuration(proxyBeanMethods = false)
class GoalRoom {

    @Bean
    Facts goalFacts() {
        return new Facts(GoalFact.class);
    }

    @Bean
    View<Goals> goalView() {
        return Goals.VIEW;
    }

    @Bean
    Across<Goals> goalsAcross() {
        return Goals.ACROSS;
    }

    @Bean
    Offer goalOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.YEAR, 2, "goals", GoalPages.PATH, Viewer::isMember));
    }

    @Bean
    Worded goalWords() {
        return (entry, say) -> switch (entry.fact()) {
            case GoalFact.Written w -> fields(w.area(), say);
            case GoalFact.TakenOut out -> List.of(Field.of("reason", say.text("field.reason"), out.reason()));
            case GoalFact.Begun b ->
                b.areas().stream().flatMap(area -> fields(area, say).stream()).toList();
            default -> List.of();
        };
    }

    private static List<Field> fields(Area area, Say say) {
        return List.of(
                Field.of("title", say.text("field.title"), area.sv()),
                Field.of("titleEn", say.text("goal.title-en"), area.en()),
                Field.of("text", say.text("goal.text"), area.text()),
                Field.of("textEn", say.text("goal.text-en"), area.textEn()));
    }

    /** A document that is worked on stands on the council's agenda. */
    @Bean
    Due goalDue(GoalDocuments documents) {
        return (forum, viewer) -> forum.kind() != Due.Forum.COUNCIL || !viewer.isMember()
                ? List.of()
                : documents.seenBy(viewer).stream()
                        .filter(Goals.Document::isOpen)
                        .map(each -> new Due.Point(
                                each.id(),
                                each.from() + "–" + each.until(),
                                "goal.due",
                                GoalPages.PATH + "/" + each.id(),
                                each.begunAt()))
                        .toList();
    }

    /** Remarks that nobody has answered wait for the secretariat. */
    @Bean
    Waiting goalWaiting(GoalDocuments documents) {
        return new Waiting() {
            @Override
            public List<Item> waiting(Viewer viewer, Say say) {
                if (!viewer.isMember() || !Aiming.mayWrite(viewer)) return List.of();
                return documents.seenBy(viewer).stream()
                        .filter(each -> each.isOpen() && !each.unanswered().isEmpty())
                        .map(each -> item(each, say))
                        .toList();
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof GoalFact;
            }
        };
    }

    private static Waiting.Item item(Goals.Document of, Say say) {
        var open = of.unanswered();
        return new Waiting.Item(
                "goal-remarks-" + of.id(),
                3,
                say.text("goal.turn", open.size(), String.valueOf(of.from()), String.valueOf(of.until())),
                "",
                open.getFirst().at(),
                null,
                null,
                new Waiting.Settle.Go(say.text("goal.turn-go"), GoalPages.PATH + "/" + of.id()));
    }
}
