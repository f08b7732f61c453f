package se.samlad.region;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.actor.ActorFact;
import se.samlad.web.Worded;

/** What this room contributes: what is compared where somebody acts on another region than the one that holds. */
@Configuration(proxyBeanMethods = false)
class RegionRoom {

    @Bean
    Worded regionWords() {
        return (entry, say) -> entry.fact() instanceof ActorFact.RegionNamed n
                ? List.of(Worded.Field.of(
                        "name",
                        say.text("region.title"),
                        say.either(n.region().nameSv(), n.region().nameEn())))
                : List.of();
    }
}
