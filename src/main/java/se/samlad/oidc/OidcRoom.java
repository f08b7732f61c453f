package se.samlad.oidc;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samlad.journal.Across;
import se.samlad.journal.Facts;
import se.samlad.web.Worded;
import se.samlad.web.Worded.Field;

/** What this room contributes to the journal, and what an edit of its settings is compared by. */
@Configuration(proxyBeanMethods = false)
class OidcRoom {

    @Bean
    Facts oidcFacts() {
        return new Facts(OidcFact.class);
    }

    @Bean
    Across<Settings> ownSignInSettings() {
        return Settings.ACROSS;
    }

    @Bean
    Worded ownSignInWorded() {
        return (entry, say) -> entry.fact() instanceof OidcFact.SignInSet set
                ? List.of(
                        Field.of("issuer", say.field("issuer"), set.issuer()),
                        Field.of("client", say.field("client"), set.client()),
                        Field.of("accountClaim", say.field("accountClaim"), set.accountClaim()),
                        Field.of("functionClaim", say.field("functionClaim"), set.functionClaim()),
                        Field.of("required", say.field("required"), say.text(set.required() ? "oidc.yes" : "oidc.no")))
                : List.of();
    }
}
