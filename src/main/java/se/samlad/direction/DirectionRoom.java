package se.samlad.direction;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.journal.Facts;
import se.samlad.journal.View;

/** What this room contributes: its facts and views. Its panels are in {@link DirectionPanels}. */
@Configuration(proxyBeanMethods = false)
class DirectionRoom {

    @Bean
    Facts directionFacts() {
        return new Facts(DirectionFact.class);
    }

    @Bean
    View<AllDirections> directionsView() {
        return AllDirections.VIEW;
    }

    @Bean
    View<PreparedDirections.Shelf> preparedView() {
        return PreparedDirections.Shelf.VIEW;
    }
}
