package se.samlad.callout;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Functions;
import se.samlad.incident.Summons;
import se.samlad.journal.Across;
import se.samlad.journal.Draft;
import se.samlad.journal.Facts;
import se.samlad.journal.Journal;
import se.samlad.journal.View;
import se.samlad.reach.Paths;

/** What this room contributes to the journal, and what it records when a forum calls. */
@Configuration(proxyBeanMethods = false)
class CalloutRoom {

    @Bean
    Facts calloutFacts() {
        return new Facts(CalloutFact.class);
    }

    @Bean
    View<Calls> calls() {
        return Calls.VIEW;
    }

    @Bean
    Across<Open> openCalls() {
        return Open.ACROSS;
    }

    @Bean
    Summons summons(Journal journal) {
        return (facing, incident, called) -> {
            var fact = Calling.called(journal.across(Functions.ACROSS), journal.across(Paths.ACROSS), called);
            return List.of(Draft.on(incident, Calls.subject(called.forum()), fact, called.labels()));
        };
    }
}
