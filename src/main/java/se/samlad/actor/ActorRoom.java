package se.samlad.actor;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Grant;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.web.Offer;

/** What this room contributes: its facts, and the labels {@code members} and {@code joint}. */
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
    Across<Versions> regionVersions() {
        return Versions.ACROSS;
    }

    @Bean
    Grant.Source membership() {
        return new Grant.Source(ActorFact.class, (now, entry) -> switch ((ActorFact) entry.fact()) {
            case ActorFact.Registered r -> held(r.actor());
            case ActorFact.RegisteredFirst r -> held(r.now().actor());
            case ActorFact.GroupNamed g -> List.of();
            case ActorFact.RegionNamed n -> List.of();
            case ActorFact.AreaDrawn d -> List.of();
        });
    }

    private static List<Grant> held(Actor actor) {
        var own = "actor:" + actor.code();
        boolean joint = actor.kind() == Actor.Kind.JOINT_FUNCTIONS;
        return List.of(new Grant("members", own, joint || actor.member()), new Grant(Common.JOINT_LABEL, own, joint));
    }
}
