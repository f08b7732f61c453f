package se.samlad.credential;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Passkeys (WebAuthn), stored by JDBC. A key always asks who holds it to unlock it, so it is two factors in one. */
@Configuration(proxyBeanMethods = false)
class Passkeys {

    @Bean
    PublicKeyCredentialUserEntityRepository passkeyHolders(DataSource database) {
        return new JdbcPublicKeyCredentialUserEntityRepository(new JdbcTemplate(database));
    }

    @Bean
    UserCredentialRepository passkeyRecords(DataSource database) {
        return new JdbcUserCredentialRepository(new JdbcTemplate(database));
    }

    @Bean
    WebAuthnRelyingPartyOperations passkeyOperations(
            PublicKeyCredentialUserEntityRepository holders, UserCredentialRepository records, Persons persons) {
        return new Here(holders, records, persons);
    }

    /**
     * Works for whatever name the server is asked by, since an installation may be reached by several. A browser ties
     * each key to the name that it was made for. Which names are taken is checked for all requests
     * ({@code web.AddressCheck}).
     */
    private record Here(
            PublicKeyCredentialUserEntityRepository holders, UserCredentialRepository records, Persons persons)
            implements WebAuthnRelyingPartyOperations {

        private <T> T here(Function<Webauthn4JRelyingPartyOperations, T> work) {
            var request = request();
            var party = PublicKeyCredentialRpEntity.builder()
                    .id(request.getServerName())
                    .name("Samlad")
                    .build();
            var operations = new Webauthn4JRelyingPartyOperations(holders, records, party, Set.of(origin(request)));
            operations.setCustomizeRequestOptions(
                    options -> options.userVerification(UserVerificationRequirement.REQUIRED));
            operations.setCustomizeCreationOptions(
                    options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                            .residentKey(ResidentKeyRequirement.REQUIRED)
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build()));
            return work.apply(operations);
        }

        private static HttpServletRequest request() {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked)
                return asked.getRequest();
            throw new IllegalStateException("a passkey is used outside of a request");
        }

        private static String origin(HttpServletRequest request) {
            var scheme = request.getScheme();
            int port = request.getServerPort();
            boolean usual = port == (scheme.equals("https") ? 443 : 80);
            return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port);
        }

        /** The key shows the person's name, which the server itself does not keep with it. */
        @Override
        public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
                PublicKeyCredentialCreationOptionsRequest asked) {
            return here(operations -> {
                var options = operations.createPublicKeyCredentialCreationOptions(asked);
                var holder = options.getUser();
                var person = persons.find(holder.getName());
                if (person.isEmpty()) return options;
                var address = person.get().address();
                return PublicKeyCredentialCreationOptions.builder()
                        .rp(options.getRp())
                        .user(ImmutablePublicKeyCredentialUserEntity.builder()
                                .id(holder.getId())
                                .name(address == null ? person.get().name() : address)
                                .displayName(person.get().name())
                                .build())
                        .challenge(options.getChallenge())
                        .pubKeyCredParams(options.getPubKeyCredParams())
                        .timeout(options.getTimeout())
                        .excludeCredentials(options.getExcludeCredentials())
                        .authenticatorSelection(options.getAuthenticatorSelection())
                        .attestation(options.getAttestation())
                        .extensions(options.getExtensions())
                        .build();
            });
        }

        @Override
        public CredentialRecord registerCredential(RelyingPartyRegistrationRequest asked) {
            return here(operations -> operations.registerCredential(asked));
        }

        @Override
        public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
                PublicKeyCredentialRequestOptionsRequest asked) {
            return here(operations -> operations.createCredentialRequestOptions(asked));
        }

        @Override
        public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest asked) {
            return here(operations -> operations.authenticate(asked));
        }
    }
}
