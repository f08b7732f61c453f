package se.samlad.agenda;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Worded;

/** What this room contributes: facts and views, a door, and words to compare. */
@Configuration(proxyBeanMethods = false)
class AgendaRoom {

    @Bean
    Facts agendaFacts() {
        return new Facts(AgendaFact.class);
    }

    @Bean
    View<Kinds> agendaKinds() {
        return Kinds.VIEW;
    }

    @Bean
    Across<Kinds> agendaAll() {
        return Kinds.ACROSS;
    }

    @Bean
    Offer agendaOffer() {
        return Offer.of(
                new Offer.Door(Offer.Menu.EVERYDAY, 10, "conference-kinds", AgendaPages.PATH, Viewer::isMember));
    }

    @Bean
    Worded agendaWords(Actors actors) {
        return (entry, say) ->
                entry.fact() instanceof AgendaFact.Written written ? fields(written.outline(), actors, say) : List.of();
    }

    private static List<Worded.Field> fields(Outline outline, Actors actors, Say say) {
        var steps = outline.steps().stream().map(step -> step.name(say)).collect(Collectors.joining("\n"));
        var also = outline.also().stream()
                .map(code -> actors.shortName(code, say.language()))
                .collect(Collectors.joining(", "));
        var leaves = outline.leaves().stream()
                .map(each -> say.text("agenda.leaves." + each))
                .collect(Collectors.joining(", "));
        return List.of(
                Worded.Field.of("steps", say.text("field.steps"), steps),
                Worded.Field.of("who", say.text("field.who"), say.text("agenda.who." + outline.who())),
                Worded.Field.of("also", say.text("field.also"), also),
                Worded.Field.of("minutes", say.text("field.minutes"), String.valueOf(outline.minutes())),
                Worded.Field.of("leaves", say.text("field.leaves"), leaves));
    }
}
