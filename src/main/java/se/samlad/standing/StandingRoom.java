package se.samlad.standing;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.standing.StandingPages.Names;
import se.samlad.web.Offer;
import se.samlad.web.Say;
import se.samlad.web.Worded;
import se.samlad.web.Worded.Field;

/** What this room contributes: facts and their view, a door, and words to compare. */
@Configuration(proxyBeanMethods = false)
class StandingRoom {

    @Bean
    Facts standingFacts() {
        return new Facts(StandingFact.class);
    }

    @Bean
    Across<Register> standingRegister() {
        return Register.ACROSS;
    }

    @Bean
    Offer standingOffer() {
        return Offer.of(
                new Offer.Door(Offer.Menu.EVERYDAY, 5, "standing-forums", StandingPages.PATH, Viewer::isMember));
    }

    @Bean
    Worded standingWords(OrdinaryForums forums, Actors actors) {
        return (entry, say) -> switch (entry.fact()) {
            case StandingFact.Described d -> fields(d.as(), new Names(forums, actors, say), say);
            case StandingFact.Withdrawn w -> List.of(Field.of("reason", say.text("field.reason"), w.reason()));
            case StandingFact.Resumed r -> List.of(Field.of("reason", say.text("field.reason"), r.reason()));
            case StandingFact.Seated s -> seat(s, new Names(forums, actors, say), say);
            default -> List.of();
        };
    }

    private static List<Field> seat(StandingFact.Seated s, Names names, Say say) {
        var deputies =
                s.deputies().stream().map(each -> names.title(s.actor(), each)).collect(Collectors.joining(", "));
        return List.of(
                Field.of("function", say.text("standing.function"), names.title(s.actor(), s.function())),
                Field.of("deputies", say.text("standing.deputies-field"), deputies),
                Field.of("until", say.text("standing.seat-until"), s.until() == null ? "" : say.day(s.until())));
    }

    private static List<Field> fields(Description as, Names names, Say say) {
        var members = as.everyone()
                ? say.text("standing.everyone")
                : as.members().stream().map(names::actor).collect(Collectors.joining(", "));
        var hanging = as.hanging().stream()
                .map(each -> names.month(each.month()) + ": " + each.name(say))
                .collect(Collectors.joining("\n"));
        return List.of(
                Field.of("kind", say.text("field.kind"), say.text("standing.kind." + as.kind())),
                Field.of("name", say.text("standing.name-field"), as.sv()),
                Field.of("nameEn", say.text("standing.name-en"), as.en()),
                Field.of("task", say.text("standing.task"), as.task()),
                Field.of("taskEn", say.text("standing.task-en"), as.taskEn()),
                Field.of("chair", say.text("standing.chair"), as.chair() == null ? "" : names.function(as.chair())),
                Field.of(
                        "standIn",
                        say.text("standing.stand-in"),
                        as.standIn() == null ? "" : names.function(as.standIn())),
                Field.of("members", say.text("standing.members-field"), members),
                Field.of("subject", say.text("standing.subject"), as.subject()),
                Field.of("from", say.text("standing.from"), as.from() == null ? "" : say.day(as.from())),
                Field.of("until", say.text("standing.until-field"), as.until() == null ? "" : say.day(as.until())),
                Field.of("months", say.text("standing.meets"), as.rhythm() == null ? "" : names.rhythm(as.rhythm())),
                Field.of("room", say.text("standing.room"), as.room()),
                Field.of("online", say.text("standing.online"), as.online()),
                Field.of("holds", say.text("standing.holds-field"), String.valueOf(as.holds())),
                Field.of("hanging", say.text("standing.hanging"), hanging));
    }
}
