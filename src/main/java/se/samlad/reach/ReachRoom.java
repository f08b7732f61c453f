package se.samlad.reach;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;

/** What this room contributes to the journal. */
@Configuration(proxyBeanMethods = false)
class ReachRoom {

    @Bean
    Facts reachFacts() {
        return new Facts(ReachFact.class);
    }

    @Bean
    Across<Paths> paths() {
        return Paths.ACROSS;
    }
}
