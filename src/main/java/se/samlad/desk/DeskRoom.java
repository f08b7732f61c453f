package se.samlad.desk;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.forum.ForumFact;
import se.samlad.incident.IncidentFact;
import se.samlad.incident.Incidents;
import se.samlad.journal.Entry;
import se.samlad.live.Panel;
import se.samlad.web.Offer;
import se.samlad.web.Waiting;

/** What this room contributes. It has no facts of its own. */
@Configuration(proxyBeanMethods = false)
class DeskRoom {

    @Bean
    Offer deskOffer() {
        return Offer.of(
                        new Offer.Door(Offer.Menu.MAIN, 1, "now", "/"),
                        new Offer.Door(Offer.Menu.MAIN, 2, "incidents", "/incidents"),
                        new Offer.Door(Offer.Menu.INCIDENT, 1, "log", ""),
                        new Offer.Door(Offer.Menu.INCIDENT, 99, "manage", "/manage"))
                .with(
                        new Offer.Shown(Offer.Slot.INCIDENT_HEAD, 1, "incident.header"),
                        new Offer.Shown(Offer.Slot.TOP, 1, "desk.active"));
    }

    @Bean
    Panel active(Surroundings surroundings) {
        return new Active(surroundings);
    }

    /** The active incidents, in the bar of every page. */
    private record Active(Surroundings surroundings) implements Panel {

        @Override
        public String name() {
            return "desk.active";
        }

        @Override
        public Scope scope() {
            return Scope.FUNCTION;
        }

        /** Only what makes an incident active or no longer, for the bar is on every page. */
        @Override
        public boolean concerns(Entry entry) {
            return switch (entry.fact()) {
                case IncidentFact.ClockMoved c -> false;
                case IncidentFact.Weighed w -> false;
                case IncidentFact i -> true;
                case ForumFact.Convened c -> true;
                case ForumFact.Raised r -> true;
                case ForumFact.Closed c -> true;
                default -> false;
            };
        }

        @Override
        public Content content(Ask ask) {
            return new Content("desk/active", Map.of("active", surroundings.active(ask.viewer(), ask.say())));
        }
    }

    @Bean
    Panel logPanel(Log log, Incidents incidents) {
        return new Newest(log, incidents);
    }

    /** The newest rows of the log, live. Readers who see the same rows share one rendering. */
    private record Newest(Log log, Incidents incidents) implements Panel {

        @Override
        public String name() {
            return "desk.log";
        }

        @Override
        public Scope scope() {
            return Scope.CLASS;
        }

        @Override
        public boolean concerns(Entry entry) {
            return true;
        }

        @Override
        public Content content(Ask ask) {
            var incident = incidents.get(ask.subject(), ask.viewer());
            var page = log.read(incident.id(), Log.Filter.NONE, 0, ask.viewer(), ask.say());
            return new Content(
                    "desk/log-live",
                    Map.of(
                            "incident", incident.id(),
                            "page", page,
                            "on", ask.say().at(incident.clock(ask.say().now()))));
        }
    }

    @Bean
    Panel turn(List<Waiting> rooms) {
        return new Turn(Turn.Part.FIRST, rooms);
    }

    @Bean
    Panel turnHere(List<Waiting> rooms) {
        return new Turn(Turn.Part.HERE, rooms);
    }

    @Bean
    Panel turnAll(List<Waiting> rooms) {
        return new Turn(Turn.Part.ALL, rooms);
    }
}
