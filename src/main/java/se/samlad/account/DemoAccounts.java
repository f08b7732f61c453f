package se.samlad.account;

import java.util.List;
import java.util.Objects;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.samlad.credential.Accounts;
import se.samlad.credential.ApiTokens;
import se.samlad.region.Peopling;
import se.samlad.region.Region;

/**
 * The demo's accounts: one password for all, and a token named after each account. The launcher allows them on loopback
 * only.
 */
@Component
class DemoAccounts implements Peopling {

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
    public void people(List<Region.Account> all) {
        var encoded = Objects.requireNonNull(passwords.encode(PASSWORD));
        for (var account : all) {
            accounts.create(account.name(), encoded);
            tokens.demo(account.name(), "demo-" + account.name());
        }
    }
}
