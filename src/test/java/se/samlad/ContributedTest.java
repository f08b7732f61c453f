package se.samlad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.samlad.incident.Telling;
import se.samlad.journal.Facts;
import se.samlad.scenes.Running;
import se.samlad.web.Languages;
import se.samlad.web.Offer;
import se.samlad.web.Offers;

/** A room that forgets what it must give is told so here, not by those who miss it. */
class ContributedTest {

    /** Facts that stand in no incident's log, and why. */
    private static final Map<String, String> TOLD_NOWHERE = Map.ofEntries(
            Map.entry("ReminderFact", "who was reminded of what, in each function's own stream"),
            Map.entry("TrialFact", "test calls, each in a stream of its own"),
            Map.entry("AccessFact", "who holds which function, in the actor's own stream"),
            Map.entry("ActorFact", "what an actor is, in its own stream"),
            Map.entry("ReachFact", "how functions are reached, in the actor's own stream"),
            Map.entry("FeedFact", "what the watch shows, in a stream of its own"),
            Map.entry("OidcFact", "how the actor's people come in, in the actor's own stream"),
            Map.entry("PeopleFact", "who is let in, in the actor's own stream"),
            Map.entry("ProofFact", "who signs the journal's proof, in the actor's own stream"),
            Map.entry("RotaFact", "who is planned to be on duty, in the actor's own stream"),
            Map.entry("AgendaFact", "how kinds of conference are held, in a stream of its own"),
            Map.entry("CapabilityFact", "what actors say that they can do, in streams of their own"),
            Map.entry("AgreementFact", "who belongs and what it pays, in a stream of its own"),
            Map.entry("PaperFact", "files, in the streams of the things that have them"),
            Map.entry("CatalogueFact", "what an actor can usually share, in a stream of its catalogue"),
            Map.entry("SeasonFact", "what is prepared before a season, each in its own stream"),
            Map.entry("ReviewFact", "reviews, each in its own stream, and what observers note beside an incident"),
            Map.entry("LessonFact", "what becomes of a lesson, in its own stream"),
            Map.entry("CaseFact", "what happens to a case of ordinary mode, in its own stream"),
            Map.entry("MeetingFact", "what is said at meetings of ordinary forums, in streams of their own"),
            Map.entry(
                    "PreparationFact",
                    "how directions are prepared, and each actor's checklists, in streams of their own"),
            Map.entry("RoutineFact", "routines and supports, each in a stream of its own"),
            Map.entry("CourseFact", "courses and who has been at them, in streams of their own"),
            Map.entry("GoalFact", "goals for years, in streams of their own"),
            Map.entry("PlanFact", "a year's plan, in a stream of its own"),
            Map.entry("StandingFact", "what forums of ordinary mode are, in their own streams"),
            Map.entry("WeekFact", "what is seen coming and planned, before there is an incident"));

    @Test
    void everyRoomsFactsAreToldInTheLog() {
        var told = Running.server().parts(Telling.class).stream()
                .map(Telling::facts)
                .collect(Collectors.toSet());
        assertThat(Running.server().parts(Facts.class))
                .isNotEmpty()
                .allMatch(facts -> told.contains(facts.room())
                        || TOLD_NOWHERE.containsKey(facts.room().getSimpleName()));
    }

    @Test
    void everyDoorHasItsNameAndOrder() {
        var say = Running.server().part(Languages.class).in("sv");
        for (var menu : Offer.Menu.values()) {
            var doors = Running.server().part(Offers.class).doors(menu);
            assertThat(doors).allMatch(door -> say.has("frame." + door.name()));
            assertThat(doors).extracting(Offer.Door::order).doesNotHaveDuplicates();
        }
    }
}
