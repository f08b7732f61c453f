package se.samlad.account;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.samlad.credential.Accounts;
import se.samlad.credential.PasswordRule;
import se.samlad.credential.Persons;
import se.samlad.journal.Refused;
import se.samlad.session.Entering;
import se.samlad.web.Asking;
import se.samlad.web.LocalPage;

/** What lets a person arrive for the first time: an account, a name, what to sign in with, and a session. */
@Component
public record Arriving(
        Accounts accounts,
        Persons persons,
        PasswordEncoder passwords,
        Entering entering,
        Asking asking,
        PendingForms pending) {

    /** The page for somebody who has signed in: that of the forms that waited for it, else the one that was asked for. */
    public String next(HttpServletRequest request, String to) {
        return Security.next(request, pending, LocalPage.of(to));
    }

    /**
     * Somebody who has no account yet.
     *
     * @param account a fresh one
     * @param encoded the hash of her password; null: she adds a passkey first
     */
    public record Newcomer(
            String account,
            String name,
            @Nullable String address,
            @Nullable String encoded) {}

    /**
     * What she typed, if it may be used. Nothing is stored yet.
     *
     * @param password null: she chose a passkey
     * @throws Refused as {@link Persons#name}, {@link Persons#address} and {@link PasswordRule#of}, and
     *     person.address-taken
     */
    public Newcomer newcomer(String typedName, String typedAddress, @Nullable String password) {
        var name = Persons.name(typedName);
        var address = Persons.address(typedAddress);
        if (address != null && persons.ofAddress(address).isPresent())
            throw new Refused("person.address-taken").at("address");
        var encoded = password == null
                ? null
                : passwords.encode(PasswordRule.of(password, name, address == null ? "" : address));
        return new Newcomer(Persons.newAccount(), name, address, encoded);
    }

    /** Makes her account. */
    public void admit(Newcomer newcomer) {
        accounts.create(newcomer.account(), newcomer.encoded());
        persons.save(newcomer.account(), newcomer.name(), newcomer.address());
    }
}
