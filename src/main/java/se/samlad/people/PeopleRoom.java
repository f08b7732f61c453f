package se.samlad.people;

import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.AccessFact;
import se.samlad.access.Mandate;
import se.samlad.credential.Persons;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.journal.View;
import se.samlad.web.Offer;

/** What this room contributes to the journal. */
@Configuration(proxyBeanMethods = false)
class PeopleRoom {

    @Bean
    Offer peopleOffer() {
        return Offer.of(
                new Offer.Door(
                        Offer.Menu.OWN, 3, "people", "/actors/*/people", viewer -> viewer.may(Mandate.ADMINISTER)),
                new Offer.Door(Offer.Menu.OWN, 4, "admission", "/admission", viewer -> viewer.may(Mandate.ADMIT)));
    }

    @Bean
    Facts peopleFacts() {
        return new Facts(PeopleFact.class);
    }

    @Bean
    Across<Invitation.All> openInvitations() {
        return Invitation.All.ACROSS;
    }

    @Bean
    Across<Former> formerPeople() {
        return Former.ACROSS;
    }

    @Bean
    Across<Programs.All> letInPrograms() {
        return Programs.All.ACROSS;
    }

    /** The accounts that held a function at each actor once: their people can be forgotten by that actor. */
    record Former(PMap<String, PSet<String>> byActor) {

        static final Across<Former> ACROSS = new Across<>(
                View.of("people.former", new Former(HashTreePMap.empty()), AccessFact.class, (former, e, fact) -> {
                    if (!(fact instanceof AccessFact.FunctionTaken taken)
                            || taken.account().startsWith(Persons.PROGRAM)) return former;
                    var before = former.byActor.getOrDefault(taken.actor(), HashTreePSet.empty());
                    return new Former(former.byActor.plus(taken.actor(), before.plus(taken.account())));
                }));

        Set<String> of(String actor) {
            return byActor.getOrDefault(actor, HashTreePSet.empty());
        }
    }
}
