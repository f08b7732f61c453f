package se.samlad.account;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import se.samlad.credential.Accounts;
import se.samlad.credential.Persons;
import se.samlad.session.Entering;
import se.samlad.web.Asking;

/** What lets a person arrive for the first time: an account, a name, what to sign in with, and a session. */
@Component
public record Arriving(
        Accounts accounts, Persons persons, PasswordEncoder passwords, Entering entering, Asking asking) {}
