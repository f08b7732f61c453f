package se.samlad.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Grant;
import se.samlad.access.Viewer;
import se.samlad.actor.Actors;
import se.samlad.incident.Incident;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.incident.Telling;
import se.samlad.journal.Entry;
import se.samlad.journal.Fact;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.live.Panel;
import se.samlad.web.Offer;
import se.samlad.web.Say;

/** What this room contributes: facts and a view, who reads a link, rows of the log, and a line in the head of an incident's pages. */
@Configuration(proxyBeanMethods = false)
class LocalRoom {

    @Bean
    Facts localFacts() {
        return new Facts(LocalFact.class);
    }

    /** Who sees both incidents, as from seats in their forums, sees what links them. */
    @Bean
    Grant.Source linkReaders() {
        return new Grant.Source(LocalFact.class, (now, entry) -> {
            var fact = (LocalFact) entry.fact();
            return List.of(Incident.together(fact.local(), fact.parent()));
        });
    }

    @Bean
    View<Links> localLinks() {
        return Links.VIEW;
    }

    @Bean
    Offer localOffer() {
        return Offer.of().with(new Offer.Shown(Offer.Slot.INCIDENT_HEAD, 5, "local.links"));
    }

    /** It shows the state of incidents that have streams of their own. */
    @Bean
    Panel localLinksPanel(Locals locals, Incidents incidents, Actors actors) {
        return Panel.beyond(
                "local.links",
                Panel.Scope.FUNCTION,
                entry -> entry.fact() instanceof LocalFact || entry.fact() instanceof IncidentFact,
                ask -> {
                    var incident = incidents.get(ask.subject(), ask.viewer());
                    return new Panel.Content(
                            "local/links",
                            Map.of(
                                    "incident", incident,
                                    "parent", locals.parent(incident.id(), ask.viewer()),
                                    "locals", locals.below(incident.id(), ask.viewer()),
                                    "own", Locals.isOwn(incident, ask.viewer()),
                                    "actors", actors));
                });
    }

    /** For the one who signalled: that the incident is local, and which regional one it belongs to. */
    @Bean
    Panel localSteerPanel(Locals locals, Incidents incidents, Actors actors) {
        return Panel.beyond(
                "local.steer",
                Panel.Scope.PERSON,
                entry -> entry.fact() instanceof LocalFact || entry.fact() instanceof IncidentFact,
                ask -> {
                    var incident = incidents.get(ask.subject(), ask.viewer());
                    boolean own = Locals.isOwn(incident, ask.viewer());
                    return new Panel.Content(
                            "local/steer",
                            Map.of(
                                    "incident",
                                    incident,
                                    "takes",
                                    Locals.mayTake(incident, ask.viewer(), actors),
                                    "own",
                                    own,
                                    "parent",
                                    locals.parent(incident.id(), ask.viewer()),
                                    "regional",
                                    own ? locals.regional(incident, ask.viewer()) : List.of()));
                });
    }

    /** Each incident's log names the other. */
    @Bean
    Telling localTelling(Incidents incidents) {
        return new Telling() {
            @Override
            public Class<? extends Fact> facts() {
                return LocalFact.class;
            }

            @Override
            public Optional<Row> tell(Entry entry, Viewer viewer, Say say) {
                var fact = (LocalFact) entry.fact();
                boolean below = fact.local().equals(entry.stream());
                var other = title(below ? fact.parent() : fact.local(), viewer);
                var key = "local.told." + (below ? "below." : "above.");
                return Optional.of(
                        switch (fact) {
                            case LocalFact.Linked l -> Row.of(Kind.OTHER, "", say.text(key + "linked", other));
                            case LocalFact.Unlinked u ->
                                Row.of(Kind.OTHER, "", say.text(key + "unlinked", other), u.reason());
                        });
            }

            private String title(UUID incident, Viewer viewer) {
                return incidents.find(incident, viewer).map(Incident::title).orElse("");
            }
        };
    }
}
