package se.samlad.oidc;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** What a sign-in answers with: fetched for the code that the browser brings, and checked (OpenID Connect Core 1.0 §3.1.3). */
final class Tokens {

    private Tokens() {}

    /** Reads its keys when it needs them, and again when it meets one that it does not know. */
    static JwtDecoder decoder(ClientRegistration registration) {
        var keys = new RestTemplate(Wire.requests());
        keys.setInterceptors(List.of(Wire.BOUNDED));
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        String.valueOf(registration.getProviderDetails().getJwkSetUri()))
                .restOperations(keys)
                .jwsAlgorithms(all -> all.addAll(Set.of(SignatureAlgorithm.values())))
                .build();
        decoder.setJwtValidator(validator(registration));
        return decoder;
    }

    /** Spring's own check, and before it the same again with a name for each, so that people are told what was wrong. */
    private static OAuth2TokenValidator<Jwt> validator(ClientRegistration registration) {
        var issuer = String.valueOf(registration.getProviderDetails().getIssuerUri());
        return new DelegatingOAuth2TokenValidator<>(
                check(NotEntered.ISSUER, token -> issuer.equals(token.getClaimAsString("iss"))),
                check(
                        NotEntered.AUDIENCE,
                        token -> token.getAudience() != null
                                && token.getAudience().contains(registration.getClientId())),
                check(
                        NotEntered.EXPIRED,
                        token -> token.getExpiresAt() != null
                                && !new JwtTimestampValidator().validate(token).hasErrors()),
                new OidcIdTokenValidator(registration));
    }

    private static OAuth2TokenValidator<Jwt> check(String reason, Predicate<Jwt> holds) {
        return token -> holds.test(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(reason));
    }

    /** Only what is signed counts: nothing more is asked about the person. */
    static AuthenticationProvider exchange(Providers providers) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(Wire.requests())
                .requestInterceptor(Wire.BOUNDED)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var exchange = new OidcAuthorizationCodeAuthenticationProvider(
                client, asked -> new DefaultOidcUser(List.of(), asked.getIdToken()));
        exchange.setJwtDecoderFactory(
                registration -> providers.get(registration.getRegistrationId()).decoder());
        return exchange;
    }
}
