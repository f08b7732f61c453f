package se.samlad.report;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.journal.Facts;
import se.samlad.journal.View;

/** What this room contributes to the journal. */
@Configuration(proxyBeanMethods = false)
class ReportRoom {

    @Bean
    Facts reportFacts() {
        return new Facts(ReportFact.class);
    }

    @Bean
    View<Situation> situation() {
        return Situation.VIEW;
    }
}
