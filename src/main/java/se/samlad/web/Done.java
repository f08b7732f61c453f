package se.samlad.web;

import se.samlad.journal.Recorded;

/**
 * What a verb recorded, and the page that shows it where that is not the page on which its form stood.
 *
 * @param page a path of ours
 */
public record Done(Recorded recorded, String page) {}
