package se.samlad.web;

import java.util.Optional;

/** The addresses that nobody can guess, at which other programs read calendars without signing in. */
public interface SecretCalendars {

    /** Whoever gave the address. @param actor for which it was given @param language in which it is read */
    record Reader(String account, String actor, String language) {}

    /** Empty: the key opens nothing, or nothing any more. */
    Optional<Reader> reader(String key);
}
