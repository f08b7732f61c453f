package se.samlad.loan;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.actor.Actors;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;
import se.samlad.region.Land;
import se.samlad.resource.ResourceFact;
import se.samlad.resource.Resources;

/** What this room contributes: a panel with an incident's needs on the map and its loans in time. */
@Configuration(proxyBeanMethods = false)
class LoanRoom {

    @Bean
    Panel loanPicture(Resources resources, Incidents incidents, Actors actors, Land land) {
        return new Panel() {
            @Override
            public String name() {
                return "loan.picture";
            }

            @Override
            public Scope scope() {
                return Scope.CLASS;
            }

            @Override
            public boolean concerns(Entry entry) {
                return entry.fact() instanceof ResourceFact;
            }

            @Override
            public Content content(Ask ask) {
                var incident = incidents.get(ask.subject(), ask.viewer());
                var needs = resources.in(incident.id(), ask.viewer());
                return new Content(
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
            }
        };
    }
}
