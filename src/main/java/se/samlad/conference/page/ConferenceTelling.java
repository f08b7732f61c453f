package se.samlad.conference.page;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.conference.Conference;
import se.samlad.conference.ConferenceFact;
import se.samlad.conference.Conferences;
import se.samlad.incident.Sittings;
import se.samlad.incident.Telling;
import se.samlad.web.Dated;
import se.samlad.web.Offer;
import se.samlad.web.Say;

/** The rows of an incident's log, the doors, and the dates of the calendar. What was said in the conference has rows of its own there. */
@Configuration(proxyBeanMethods = false)
class ConferenceTelling {

    @Bean
    Offer conferenceOffer() {
        return Offer.of(
                        new Offer.Door(Offer.Menu.INCIDENT, 2, "conference", "/conference"),
                        new Offer.Door(Offer.Menu.WEEK, 6, "conferences", ConferencePages.ALL))
                .with(new Offer.Shown(Offer.Slot.BESIDE_WEEK, 1, "conference.week"));
    }

    @Bean
    Telling conferenceTold(Sittings sittings) {
        return Telling.of(
                ConferenceFact.class,
                (fact, entry, viewer, say) -> fact instanceof ConferenceFact.Put put
                        ? Optional.of(row(put, sittings, say))
                        : Optional.empty());
    }

    /** Those that the calendar shows: not those that were called off. */
    @Bean
    Dated conferenceDates(Conferences conferences, Sheets sheets) {
        return (from, until, viewer, say) -> conferences.seenBy(viewer).stream()
                .filter(c -> c.state() != Conference.State.CALLED_OFF)
                .map(c -> new Dated.Date(
                        Dated.Kind.CONFERENCE,
                        c.id(),
                        sheets.dated(c, viewer, say),
                        c.agenda().at(),
                        c.agenda().at().plusSeconds(60L * c.agenda().minutes()),
                        null,
                        c.by().actor(),
                        ConferencePages.ALL + "/" + c.id()))
                .filter(date -> date.overlaps(from, until))
                .toList();
    }

    private static Telling.Row row(ConferenceFact.Put put, Sittings sittings, Say say) {
        var forum = Titles.forum(false, put.level(), put.name(), sittings, say);
        return Telling.Row.of(
                Telling.Kind.CALL,
                say.text("conference.word"),
                say.text(
                        "conference.told." + put.turn(),
                        say.text("conference.kind." + put.kind()),
                        forum,
                        say.time(put.at())));
    }
}
