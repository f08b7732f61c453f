package se.samlad.account;

import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.samlad.actor.Furnishing;
import se.samlad.actor.Region;
import se.samlad.credential.Accounts;
import se.samlad.credential.ApiTokens;

/**
 * The demo's accounts: one password for all, and a token named after each account. The launcher allows them on loopback
 * only.
 */
@Component
class DemoAccounts implements Furnishing {

    /** Shown on the sign-in page. */
    static final String PASSWORD = "samlad";

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final PasswordEncoder passwords;

    DemoAccounts(Accounts accounts, ApiTokens tokens, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
    }

    @Override
    public void furnish(Region region) {
        var encoded = Objects.requireNonNull(passwords.encode(PASSWORD));
        for (var account : region.accounts()) {
            accounts.create(account.name(), encoded);
            tokens.demo(account.name(), "demo-" + account.name());
        }
    }
}
