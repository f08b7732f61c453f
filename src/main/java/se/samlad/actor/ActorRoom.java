package se.samlad.actor;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Grant;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.web.Offer;

/** What this room contributes: its facts, and the label {@code members} for members. */
@Configuration(proxyBeanMethods = false)
class ActorRoom {

    @Bean
    Offer actorOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.MAIN, 5, "actors", "/actors"));
    }

    @Bean
    Facts actorFacts() {
        return new Facts(ActorFact.class);
    }

    @Bean
    Across<Known> known() {
        return Known.ACROSS;
    }

    @Bean
    Grant.Source membership() {
        return new Grant.Source(ActorFact.class, entry -> switch ((ActorFact) entry.fact()) {
            case ActorFact.Registered r ->
                List.of(new Grant("members", "actor:" + r.actor().code(), takesPart(r.actor())));
            case ActorFact.GroupNamed g -> List.of();
        });
    }

    private static boolean takesPart(Actor actor) {
        return actor.member() || actor.kind() == Actor.Kind.JOINT_FUNCTIONS;
    }
}
