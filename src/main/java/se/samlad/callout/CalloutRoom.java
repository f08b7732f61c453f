package se.samlad.callout;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Function;
import se.samlad.callout.Calls.Open;
import se.samlad.forum.Forum;
import se.samlad.forum.ForumsView;
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

    /** Who comes to a conference of the forum is in conference, whatever step its ladder is at. */
    @Bean
    Summons.Arrivals arrivals() {
        return (facing, incident, forum, actor, there, by) -> {
            var labels = facing.state(ForumsView.VIEW, incident, by.viewer())
                    .find(forum)
                    .map(Forum::labels)
                    .orElse(null);
            if (labels == null) return List.of();
            return facing.state(Calls.VIEW, incident, by.viewer()).of(forum).stream()
                    .filter(call -> call.actor().equals(actor) && call.state() != Call.State.CALLED_OFF)
                    .filter(call -> there != (call.state() == Call.State.IN_CONFERENCE))
                    .map(call -> Draft.on(
                            incident, Calls.subject(forum), new CalloutFact.Came(forum, call.id(), there), labels))
                    .toList();
        };
    }
}
