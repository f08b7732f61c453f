package se.samlad.agreement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.access.Mandate;
import se.samlad.access.NotMandated;
import se.samlad.access.Viewer;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.paper.Holder;
import se.samlad.web.Offer;

/** What this room contributes: its facts and their view, and a door. */
@Configuration(proxyBeanMethods = false)
class AgreementRoom {

    @Bean
    Offer agreementOffer() {
        return Offer.of(new Offer.Door(Offer.Menu.EVERYDAY, 9, "agreement", AgreementPages.PATH, Viewer::isMember));
    }

    /** Each version of a document has papers of its own: its text as it was signed. */
    @Bean
    Holder agreementHolder() {
        return Holder.of(
                AgreementFact.Document.class,
                (first, by) -> {
                    if (!by.may(Mandate.ADMIT)) throw new NotMandated("agreement.documents");
                },
                first -> AgreementPages.PATH);
    }

    @Bean
    Facts agreementFacts() {
        return new Facts(AgreementFact.class);
    }

    @Bean
    Across<Agreement> agreement() {
        return Agreement.ACROSS;
    }
}
