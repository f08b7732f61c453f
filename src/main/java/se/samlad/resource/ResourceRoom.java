package se.samlad.resource;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.web.Offer;
import se.samlad.web.Raised;

/** What this room contributes: facts and views, a door, a panel, and what was raised before. */
@Configuration(proxyBeanMethods = false)
class ResourceRoom {

    @Bean
    Offer resourceOffer() {
        return Offer.of(
                new Offer.Door(Offer.Menu.INCIDENT, 5, "resources", "/resources"),
                new Offer.Door(Offer.Menu.EVERYDAY, 12, "lending", ResourcePages.ORDINARY));
    }

    @Bean
    Facts resourceFacts() {
        return new Facts(ResourceFact.class);
    }

    @Bean
    View<Need.All> resourceView() {
        return Need.All.VIEW;
    }

    @Bean
    Across<AllNeeds> allNeeds() {
        return AllNeeds.ACROSS;
    }

    /** The same need asked twice is seen before it is sent. */
    @Bean
    Raised earlierNeeds(Resources resources, Actors actors) {
        return Raised.of(ResourceFact.class, viewer -> resources.open(viewer).stream()
                .map(need -> new Raised.Thing(
                        need.id(),
                        need.raised().what(),
                        ResourcePages.NEEDS + "/" + need.id(),
                        need.at(),
                        say -> say.text(
                                "resource.as-raised",
                                actors.shortName(need.by().actor(), say.language()),
                                need.raised().quantity(),
                                need.raised().where()))));
    }

    /** What was sent up from a local incident, and how far that has come where it went. */
    @Bean
    Panel resourceSentPanel(Resources resources, Sending sending, Actors actors) {
        return Panel.beyond(
                "resource.sent", Panel.Scope.FUNCTION, entry -> entry.fact() instanceof ResourceFact, ask -> {
                    var incident = resources.incident(ask.subject(), ask.viewer());
                    return new Panel.Content(
                            "resource/sent-up",
                            Map.of("sent", sending.sentUp(incident.id(), ask.viewer()), "actors", actors));
                });
    }

    @Bean
    Panel resourcePanel(Resources resources, Incidents incidents, Actors actors) {
        return Panel.of("resource.all", Panel.Scope.CLASS, entry -> entry.fact() instanceof ResourceFact, ask -> {
            var incident = incidents.get(ask.subject(), ask.viewer());
            return new Panel.Content(
                    "resource/all",
                    Map.of(
                            "incident",
                            incident,
                            "needs",
                            resources.in(incident.id(), ask.viewer()),
                            "offers",
                            resources.offered(incident.id(), ask.viewer(), incident.clock(resources.now())),
                            "actors",
                            actors));
        });
    }
}
