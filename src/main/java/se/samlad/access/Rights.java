package se.samlad.access;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;

/** What this room contributes to the journal. */
@Configuration(proxyBeanMethods = false)
class Rights {

    @Bean
    Facts accessFacts() {
        return new Facts(AccessFact.class);
    }

    @Bean
    Across<Functions> functions() {
        return Functions.ACROSS;
    }

    @Bean
    Across<Grants> grants(List<Grant.Source> sources) {
        return Grants.across(sources);
    }
}
