package se.samlad.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import se.samlad.edge.Callers;

/** Finds the account of a token or a session for the edge. */
@Component
class KnownCallers implements Callers {

    private final Tokens tokens;
    private final RememberedSessions<Session> sessions;

    KnownCallers(Tokens tokens, RememberedSessions<Session> sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Optional<Known> remembered(Credentials credentials) {
        if (credentials.token() != null) {
            var account = tokens.remembered(credentials.token());
            return account == null ? Optional.empty() : Optional.of(known(account));
        }
        var session = sessions.remembered(id(credentials.session()));
        return session == null ? Optional.empty() : Optional.of(known(session));
    }

    @Override
    public Known ask(Credentials credentials) {
        try {
            if (credentials.token() != null) return known(tokens.account(credentials.token()));
            var session = sessions.findById(id(credentials.session()));
            return session == null ? Known.STRANGER : known(session);
        } catch (DataAccessException | TransactionException e) {
            return Known.STRANGER;
        }
    }

    private static Known known(Optional<String> account) {
        return account.map(Known::account).orElse(Known.WRONG_TOKEN);
    }

    private static Known known(Session session) {
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        var who = context == null ? null : context.getAuthentication();
        return who == null ? Known.STRANGER : Known.account(who.getName());
    }

    /**
     * Decodes a session's id as Spring Session writes it into the cookie; empty for text that it can't have written.
     */
    private static String id(@Nullable String cookie) {
        try {
            var id = new String(Base64.getDecoder().decode(String.valueOf(cookie)), StandardCharsets.UTF_8);
            return id.indexOf('\0') < 0 ? id : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
