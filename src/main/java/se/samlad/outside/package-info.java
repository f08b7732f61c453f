/**
 * Those outside who are no actors: an organisation that signals without signing in (I1), and a guest whom a forum lets in by
 * a link for a limited time (A1, A8).
 *
 * <p>Leans on: incident, forum, actor, lapse, live, list, web, access, journal.
 *
 * <p>Surprise: nobody here signs in. A guest has no account, no function and no mandate, so every other address of Samlad
 * meets a stranger; what a guest says stands in the guest's own name and decides nothing (A4).
 */
@NullMarked
package se.samlad.outside;

import org.jspecify.annotations.NullMarked;
