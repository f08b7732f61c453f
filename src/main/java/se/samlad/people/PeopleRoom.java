package se.samlad.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;

/** What this room contributes to the journal. */
@Configuration(proxyBeanMethods = false)
class PeopleRoom {

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
}
