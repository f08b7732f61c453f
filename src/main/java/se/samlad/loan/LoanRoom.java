package se.samlad.loan;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.live.Panel;
import se.samlad.region.Land;
import se.samlad.resource.ResourceFact;
import se.samlad.resource.Resources;

/** What this room contributes: a panel with an incident's needs on the map and its loans in time. */
@Configuration(proxyBeanMethods = false)
class LoanRoom {

    @Bean
    Panel loanPicture(Resources resources, Incidents incidents, Actors actors, Land land) {
        return Panel.of("loan.picture", Panel.Scope.CLASS, entry -> entry.fact() instanceof ResourceFact, ask -> {
            var incident = incidents.get(ask.subject(), ask.viewer());
            var needs = resources.in(incident.id(), ask.viewer());
            return new Panel.Content(
                    "loan/picture",
                    Map.of(
                            "incident",
                            incident,
                            "layer",
                            Layer.of(needs),
                            "course",
                            Course.of(needs, incident.clock(ask.say().now())),
                            "land",
                            land.map(),
                            "actors",
                            actors));
        });
    }
}
