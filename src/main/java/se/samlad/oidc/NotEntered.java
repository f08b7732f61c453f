package se.samlad.oidc;

import java.io.IOException;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Nobody came in, for a reason that the sign-in page says: {@code sign-in.own.<reason>}. */
final class NotEntered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    static final String ISSUER = "issuer";
    static final String AUDIENCE = "audience";
    static final String EXPIRED = "expired";
    static final String AWAY = "away";
    static final String AGAIN = "again";

    private static final Set<String> CHECKED = Set.of(ISSUER, AUDIENCE, EXPIRED);

    private final String reason;

    NotEntered(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    static NotEntered of(OAuth2AuthenticationException no) {
        for (Throwable why = no; why != null; why = why.getCause()) {
            if (why instanceof JwtValidationException invalid) return new NotEntered(checked(invalid));
            if (why instanceof BadJwtException) return new NotEntered("key");
            if (why instanceof JwtException || why instanceof IOException) return new NotEntered(AWAY);
        }
        return new NotEntered(
                switch (no.getError().getErrorCode()) {
                    case "invalid_nonce" -> "nonce";
                    case "invalid_state_parameter" -> AGAIN;
                    case "invalid_token_response" -> AWAY;
                    default -> "refused";
                });
    }

    private static String checked(JwtValidationException invalid) {
        return invalid.getErrors().stream()
                .map(OAuth2Error::getErrorCode)
                .filter(CHECKED::contains)
                .findFirst()
                .orElse("key");
    }
}
