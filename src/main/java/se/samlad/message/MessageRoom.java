package se.samlad.message;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.actor.Actors;
import se.samlad.actor.RegionName;
import se.samlad.incident.Incident;
import se.samlad.incident.Incidents;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.region.Land;
import se.samlad.web.Offer;
import se.samlad.web.Say;

/** What this room contributes: its facts, its views, and its panels. */
@Configuration(proxyBeanMethods = false)
class MessageRoom {

    @Bean
    Offer messageOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.INCIDENT, 4, "messages", "/messages"))
                .with(new Offer.Shown(Offer.Slot.BESIDE_LOG, 4, "message.list"));
    }

    @Bean
    Facts messageFacts() {
        return new Facts(MessageFact.class);
    }

    @Bean
    View<Said> saidView() {
        return Said.VIEW;
    }

    @Bean
    Across<PublicMessages> publicMessages() {
        return PublicMessages.ACROSS;
    }

    /** The names of those who speak to the public. */
    @Bean
    Senders senders(Actors actors, Land land) {
        return new Senders() {
            @Override
            public String name(String actor, Say say) {
                return actors.find(actor)
                        .map(each -> say.either(each.nameSv(), each.nameEn()))
                        .orElse(actor);
            }

            @Override
            public RegionName region() {
                return actors.region();
            }

            @Override
            public List<String> outline() {
                return land.outline();
            }
        };
    }

    /** The public messages, kept in memory so that they can be read while the database is down. */
    @Bean
    Supplier<PublicMessages> publicNow(Journal journal) {
        return () -> journal.across(PublicMessages.ACROSS);
    }

    /** All messages with their stages. Readers who see the same messages share one rendering. */
    @Bean
    Panel messageList(Messages messages, Actors actors) {
        return panel(
                "message.list",
                Panel.Scope.CLASS,
                ask -> new Panel.Content(
                        "message/list",
                        Map.of(
                                "incident",
                                ask.subject(),
                                "messages",
                                messages.in(ask.subject(), ask.viewer()).list(),
                                "actors",
                                actors)));
    }

    /** The messages that the viewer can take a step further, each with its text and one button. */
    @Bean
    Panel messageWork(Messages messages, Incidents incidents, Actors actors) {
        return panel("message.work", Panel.Scope.PERSON, ask -> {
            var incident = incidents.get(ask.subject(), ask.viewer());
            var said = messages.in(ask.subject(), ask.viewer());
            List<Message> due = incident.state() == Incident.State.STOOD_DOWN
                    ? List.of()
                    : said.list().stream()
                            .filter(m -> m.isNextFor(ask.viewer()))
                            .toList();
            return new Panel.Content(
                    "message/work", Map.of("incident", incident.id(), "messages", due, "said", said, "actors", actors));
        });
    }

    private static Panel panel(String name, Panel.Scope scope, Function<Panel.Ask, Panel.Content> content) {
        return Panel.of(name, scope, entry -> entry.fact() instanceof MessageFact, content);
    }
}
