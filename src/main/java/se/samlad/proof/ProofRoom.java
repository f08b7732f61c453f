package se.samlad.proof;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Mandate;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.Tree;
import se.samlad.web.Offer;

/** What this room contributes: its facts, the co-signers, and the signed checkpoints. */
@Configuration(proxyBeanMethods = false)
class ProofRoom {

    @Bean
    Offer proofOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.OWN, 6, "proof", "/proof", viewer -> viewer.may(Mandate.VERIFY)));
    }

    @Bean
    Facts proofFacts() {
        return new Facts(ProofFact.class);
    }

    @Bean
    Across<Cosigners> cosigners() {
        return Cosigners.ACROSS;
    }

    @Bean
    Heads heads(
            Tree tree,
            Clock clock,
            @Value("${samlad.checkpoint.key:${samlad.data:data}/checkpoint.key}") Path key,
            @Value("${samlad.checkpoint.origin:}") String origin) {
        return new Heads(tree, LogKey.at(key), origin, clock);
    }
}
