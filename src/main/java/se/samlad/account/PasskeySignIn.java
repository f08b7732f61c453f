package se.samlad.account;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import se.samlad.credential.SignIns.How;
import tools.jackson.databind.json.JsonMapper;

/** What a sign-in by passkey answers: where the script goes on. */
record PasskeySignIn(Security.Parts parts) implements ObjectPostProcessor<WebAuthnAuthenticationFilter> {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public <F extends WebAuthnAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationSuccessHandler((request, response, who) -> {
            var instead = parts.instead(request, who.getName(), How.PASSKEY);
            if (instead.isEmpty()) parts.entering().enter(request, response, who.getName(), How.PASSKEY);
            else new SecurityContextLogoutHandler().logout(request, response, null);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream()
                    .write(JSON.writeValueAsBytes(
                            Map.of("redirectUrl", instead.orElseGet(() -> Security.next(request, parts.pending())))));
        });
        filter.setAuthenticationFailureHandler(
                (request, response, why) -> parts.errors().forbidden(request, response, "passkey.unknown"));
        return filter;
    }
}
