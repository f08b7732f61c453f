package se.samlad.desk;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
                        new Offer.Door(Offer.Menu.MAIN, 3, "incidents", "/incidents"),
                        new Offer.Door(Offer.Menu.INCIDENT, 2, "log", ""),
                        new Offer.Door(Offer.Menu.INCIDENT, 99, "manage", "/manage"))
                .with(new Offer.Shown(Offer.Slot.INCIDENT_HEAD, 1, "incident.header"));
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
