package se.samlad.lesson;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.CameOf;
import se.samlad.web.Occasions;
import se.samlad.web.Offer;
import se.samlad.web.Raised;
import se.samlad.web.Say;
import se.samlad.web.Worded;
import se.samlad.web.Worded.Field;

/** What this room contributes: facts and views, a door, what an incident led to, what it is tested in, and words to compare. */
@Configuration(proxyBeanMethods = false)
class LessonRoom {

    @Bean
    Facts lessonFacts() {
        return new Facts(LessonFact.class);
    }

    @Bean
    View<AllLessons> lessonView() {
        return AllLessons.VIEW;
    }

    @Bean
    Across<AllLessons> allLessons() {
        return AllLessons.ACROSS;
    }

    @Bean
    Offer lessonOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.YEAR, 4, "lessons", LessonPages.PATH, Viewer::isMember));
    }

    /** The same again is shown to who writes it (I6), and lessons are found by all that was written in them. */
    @Bean
    Raised earlierLessons(Lessons lessons, Actors actors) {
        return Raised.of(LessonFact.class, viewer -> lessons.seenBy(viewer).stream()
                .map(of -> new Raised.Thing(
                        of.id(),
                        of.title(),
                        LessonPages.PATH + "/" + of.id(),
                        of.at(),
                        say -> say.text(
                                        "lesson.as-raised",
                                        actors.shortName(of.by().actor(), say.language())) + " "
                                + say.text("lesson.state." + of.state()) + ".")));
    }

    @Bean
    CameOf lessonsOfIncident(Lessons lessons, Actors actors) {
        return new CameOf(LessonFact.class, (incident, viewer, say) -> lessons.of(incident, viewer).stream()
                .map(of -> new CameOf.Thing(
                        of.id(),
                        of.title(),
                        LessonPages.PATH + "/" + of.id(),
                        say.text("lesson.as-raised", actors.shortName(of.by().actor(), say.language())) + " "
                                + say.text("lesson.state." + of.state()) + "."))
                .toList());
    }

    @Bean
    Occasions incidentsAsOccasions(Incidents incidents) {
        return new Occasions() {
            @Override
            public Optional<Occasion> find(UUID id, Viewer viewer) {
                return incidents.find(id, viewer).map(LessonRoom::occasion);
            }

            @Override
            public Stream<Occasion> latest(Viewer viewer) {
                return incidents.all(viewer).map(LessonRoom::occasion);
            }
        };
    }

    private static Occasions.Occasion occasion(Incident of) {
        return new Occasions.Occasion(
                of.id(),
                say -> of.isExercise() ? say.text("frame.exercise") + ": " + of.title() : of.title(),
                "/incidents/" + of.id(),
                of.signalled(),
                of.openedTo());
    }

    @Bean
    Worded lessonWorded() {
        return (entry, say) -> switch (entry.fact()) {
            case LessonFact.Observed o -> observed(o.observation(), o.cause(), say);
            case LessonFact.Reworded r -> observed(r.observation(), r.cause(), say);
            case LessonFact.Learned l -> List.of(Field.of("text", say.text("lesson.lesson"), l.text()));
            case LessonFact.Measured m -> measure(m.what(), say.day(m.by()), say);
            case LessonFact.Revised r -> measure(r.what(), say.day(r.by()), say);
            default -> List.of();
        };
    }

    private static List<Field> observed(String observation, @org.jspecify.annotations.Nullable String cause, Say say) {
        return List.of(
                Field.of("observation", say.text("field.observation"), observation),
                Field.of("cause", say.text("field.cause"), cause));
    }

    private static List<Field> measure(String what, String by, Say say) {
        return List.of(Field.of("what", say.text("field.what"), what), Field.of("by", say.text("field.by"), by));
    }
}
