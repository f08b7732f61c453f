package se.samlad.place;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room holds. */
@Configuration(proxyBeanMethods = false)
class PlaceRoom {

    @Bean
    CountyMap countyMap() {
        return CountyMap.load();
    }
}
