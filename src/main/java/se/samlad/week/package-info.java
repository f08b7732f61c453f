/**
 * The week: what actors see coming, what is planned, and the one regional calendar (DOMAIN C6, I6).
 *
 * <p>Leans on: journal, access, web, live, list, actor, incident. Writes only its own facts. Other rooms' dates come through
 * {@code web.Dated}.
 *
 * <p>Surprise: a note that is said again on its own subject is corrected, so the first form and all later ones are the same
 * fact. Notes and events say until when they matter, and nothing here lapses.
 */
@NullMarked
package se.samlad.week;

import org.jspecify.annotations.NullMarked;
