package se.samlad.account;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.samlad.credential.Accounts;
import se.samlad.credential.Persons;
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

    /** Where somebody who has signed in goes: to the forms that waited for it, else to the page. */
    public String next(HttpServletRequest request, String to) {
        return Security.next(request, pending, LocalPage.of(to));
    }
}
