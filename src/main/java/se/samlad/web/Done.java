package se.samlad.web;

import se.samlad.journal.Recorded;

/**
 * What a verb recorded, and the page to show next if that is not the form's own page.
 *
 * @param page a path within Samlad
 */
public record Done(Recorded recorded, String page) {}
