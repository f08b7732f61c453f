package se.samlad.week;

import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Things.Held;
import se.samlad.actor.Actors;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.View;
import se.samlad.web.Dated;
import se.samlad.web.Due;
import se.samlad.web.Offer;
import se.samlad.web.Raised;
import se.samlad.web.Worded;

/** What this room contributes: facts and views, doors, and its dates in the calendar. */
@Configuration(proxyBeanMethods = false)
class WeekRoom {

    @Bean
    Offer weekOffer() {
        return Offer.of(
                new Offer.Door(Offer.Menu.MAIN, 3, "week", WeekPages.WEEK),
                new Offer.Door(Offer.Menu.WEEK, 1, "week", WeekPages.WEEK),
                new Offer.Door(Offer.Menu.WEEK, 2, "notes", WeekPages.NOTES),
                new Offer.Door(Offer.Menu.WEEK, 4, "calendar", WeekPages.CALENDAR));
    }

    @Bean
    Facts weekFacts() {
        return new Facts(WeekFact.class);
    }

    @Bean
    View<Held<Note>> noteView() {
        return Note.VIEW;
    }

    @Bean
    View<Held<Event>> eventView() {
        return Event.VIEW;
    }

    @Bean
    Across<AllWeeks> allWeeks() {
        return AllWeeks.ACROSS;
    }

    @Bean
    Dated plannedEvents(Weeks weeks) {
        return (from, until, viewer, say) -> weeks.between(from, until, viewer).stream()
                .filter(Event::isOn)
                .map(WeekRoom::date)
                .toList();
    }

    /** Forums that coordinate take up the notes that somebody has called a need. */
    @Bean
    Due notesDue(Weeks weeks, Journal journal) {
        return (in, viewer) -> in.kind() == Due.Forum.COORDINATION || in.kind() == Due.Forum.WEEKLY
                ? weeks.mattering(journal.now(), viewer).stream()
                        .filter(note -> note.isNeed() && note.isForMembers())
                        .map(WeekRoom::due)
                        .toList()
                : List.of();
    }

    private static Due.Point due(Note note) {
        var said = note.said();
        return new Due.Point(
                note.id(),
                said.subject(),
                "week.why-due",
                WeekPages.NOTES + "/" + note.id(),
                note.needs().getFirst().at());
    }

    @Bean
    Raised earlierEvents(Weeks weeks, Actors actors) {
        return Raised.of(WeekFact.class, viewer -> weeks.events(viewer)
                .map(event -> new Raised.Thing(
                        event.id(),
                        event.said().title(),
                        WeekPages.EVENTS + "/" + event.id(),
                        event.at(),
                        say -> say.text(
                                "week.as-raised",
                                actors.shortName(event.by().actor(), say.language()),
                                say.time(event.said().from())))));
    }

    private static Dated.Date date(Event event) {
        var said = event.said();
        return new Dated.Date(
                Dated.Kind.EVENT,
                event.id(),
                said.title(),
                said.from(),
                said.until(),
                said.area(),
                event.by().actor(),
                WeekPages.EVENTS + "/" + event.id());
    }

    @Bean
    Worded weekWorded() {
        return (entry, say) -> switch (entry.fact()) {
            case WeekFact.Noted n ->
                List.of(
                        Worded.Field.of("text", say.text("week.text"), n.text()),
                        Worded.Field.of("subject", say.text("week.subject"), n.subject()),
                        Worded.Field.of("area", say.text("week.area-field"), n.area()),
                        Worded.Field.of("until", say.text("week.matters-until"), say.time(n.until())),
                        Worded.Field.of("source", say.text("week.source"), n.source()),
                        Worded.Field.of(
                                "certainty",
                                say.text("week.certainty-field"),
                                n.certainty() == null ? null : say.text("week.certainty." + n.certainty())));
            case WeekFact.Planned p ->
                List.of(
                        Worded.Field.of("title", say.text("week.title"), p.title()),
                        Worded.Field.of("from", say.text("week.begins"), say.time(p.from())),
                        Worded.Field.of("until", say.text("week.ends-at"), say.time(p.until())),
                        Worded.Field.of("area", say.text("week.area-field"), p.area()),
                        Worded.Field.of("text", say.text("week.more"), p.text()),
                        Worded.Field.of("permit", say.text("week.permit"), p.permit()),
                        Worded.Field.of(
                                "expected", say.text("week.expected-field"), Objects.toString(p.expected(), "")),
                        Worded.Field.of("risks", say.text("week.risks"), p.risks()));
            default -> List.of();
        };
    }
}
