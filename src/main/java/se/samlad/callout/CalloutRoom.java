package se.samlad.callout;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Function;
import se.samlad.callout.Calls.Open;
import se.samlad.incident.Summons;
import se.samlad.journal.Across;
import se.samlad.journal.Draft;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.reach.Reaching;

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
    Summons summons(Reaching reaching) {
        return (facing, incident, called) -> {
            var functions = reaching.functions();
            var all = called.actors().stream()
                    .flatMap(actor -> functions.ofActor(actor).stream())
                    .map(Function::id)
                    .toList();
            var known = new Ladder.Known(functions, reaching.paths(), reaching.havePersonal(all));
            var fact = Calling.called(known, called);
            return List.of(Draft.on(incident, Calls.subject(called.forum()), fact, called.labels()));
        };
    }
}
