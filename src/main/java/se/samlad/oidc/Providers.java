package se.samlad.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import se.samlad.credential.OwnSignIns;
import se.samlad.journal.Journal;
import se.samlad.session.OwnSignIn;

/**
 * The actors' sign-ins as they describe themselves (OpenID Connect Discovery 1.0), read when somebody first comes in and
 * kept for ten minutes. One that does not answer is not asked again for some seconds, so that many who try at once do not
 * wait after each other.
 */
@Component
class Providers implements ClientRegistrationRepository {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration AWAY = Duration.ofSeconds(10);
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    /** @param leaving where it signs people out; null: it does not say */
    record Provider(
            ClientRegistration registration,
            JwtDecoder decoder,
            @Nullable String leaving) {}

    /** @param provider null: it could not be read */
    private record Asked(@Nullable Provider provider) {}

    private final Journal journal;
    private final OwnSignIns accounts;
    private final RestClient http = RestClient.builder()
            .requestFactory(Wire.requests())
            .requestInterceptor(Wire.BOUNDED)
            .build();
    private final Cache<UUID, Asked> asked = Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfter(Expiry.<UUID, Asked>creating((entry, each) -> each.provider() == null ? AWAY : KEPT))
            .build();

    Providers(Journal journal, OwnSignIns accounts) {
        this.journal = journal;
        this.accounts = accounts;
    }

    /** @throws NotEntered where the actor has none */
    Settings.Setting setting(String actor) {
        return journal.across(Settings.ACROSS).of(actor).orElseThrow(() -> new NotEntered("none"));
    }

    /** @throws NotEntered where the actor has none, or it does not answer as it should */
    Provider get(String actor) {
        var setting = setting(actor);
        var provider = asked.get(setting.entry(), entry -> ask(setting.said())).provider();
        if (provider == null) throw new NotEntered(NotEntered.AWAY);
        return provider;
    }

    /** With the secret of today, which is not kept in memory. */
    @Override
    public ClientRegistration findByRegistrationId(String actor) {
        var registration = get(actor).registration();
        var builder = ClientRegistration.withClientRegistration(registration);
        return accounts.secret(actor)
                .map(secret -> builder.clientSecret(secret).build())
                .orElseGet(() -> builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build());
    }

    private Asked ask(OidcFact.SignInSet said) {
        try {
            var described = http.get()
                    .uri(SettingUp.description(said.issuer()))
                    .retrieve()
                    .body(OBJECT);
            if (described == null || !said.issuer().equals(described.get("issuer")))
                throw new IllegalArgumentException("it calls itself something else");
            for (var name : List.of("authorization_endpoint", "token_endpoint", "jwks_uri"))
                if (address(said, described, name) == null) throw new IllegalArgumentException(name + " is not safe");
            var registration = ClientRegistrations.fromOidcConfiguration(described)
                    .registrationId(said.actor())
                    .clientId(said.client())
                    .scope("openid", "profile", "email")
                    .redirectUri("{baseUrl}" + OwnSignIn.PATH + "/{registrationId}/back")
                    .build();
            return new Asked(new Provider(
                    registration, Tokens.decoder(registration), address(said, described, "end_session_endpoint")));
        } catch (RestClientException | IllegalArgumentException | IllegalStateException e) {
            LOG.warn("the sign-in of {} could not be read: {}", said.actor(), e.getMessage());
            return new Asked(null);
        }
    }

    private static @Nullable String address(OidcFact.SignInSet said, Map<String, Object> described, String name) {
        return described.get(name) instanceof String address
                        && SettingUp.isSafe(address, SettingUp.isHere(said.issuer()))
                ? address
                : null;
    }
}
