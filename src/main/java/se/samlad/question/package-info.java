/**
 * Questions to others: an actor asks chosen actors, each answers in its own name by a time, and what came in stands in one
 * table with what is missing (DOMAIN A4, C4, F5).
 *
 * <p>Leans on: journal, access, web, live, lapse, actor, session, region, incident. Writes only its own facts.
 *
 * <p>Surprise: a question has a stream of its own, in an incident too. The incident's log has a row that leads to it.
 * An outsider who is asked by a link is no actor: its answers stand beside those of actors and in no sum.
 */
@NullMarked
package se.samlad.question;

import org.jspecify.annotations.NullMarked;
