package se.samlad.desk;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.incident.Incidents;
import se.samlad.live.Panel;
import se.samlad.web.Waiting;

/** What this room contributes. It records nothing of its own. */
@Configuration(proxyBeanMethods = false)
class DeskRoom {

    @Bean
    Panel turn(List<Waiting> rooms, Incidents incidents) {
        return new Turn(Turn.Part.FIRST, rooms, incidents);
    }

    @Bean
    Panel turnHere(List<Waiting> rooms, Incidents incidents) {
        return new Turn(Turn.Part.HERE, rooms, incidents);
    }

    @Bean
    Panel turnAll(List<Waiting> rooms, Incidents incidents) {
        return new Turn(Turn.Part.ALL, rooms, incidents);
    }
}
